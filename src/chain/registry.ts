// The station kinds there are. A new kind is one file in stations/ and one line in each of the two lists here.
import { z } from 'zod';
import type { Mechanism, StationContext } from './station.js';
import { course } from './stations/course.js';
import { delay } from './stations/delay.js';
import { place } from './stations/place.js';
import { router } from './stations/router.js';
import { service } from './stations/service.js';
import { stay } from './stations/stay.js';

export const stationSchema = z.discriminatedUnion('kind', [
  router.schema,
  service.schema,
  course.schema,
  place.schema,
  delay.schema,
  stay.schema,
]);
export type StationSpec = z.output<typeof stationSchema>;

interface Shape {
  readonly pools: { pool: string; path: (string | number)[] }[];
  readonly targets: { to: string; path: (string | number)[] }[];
  open(context: StationContext): Mechanism;
}

/** Joins a declared station to its kind; the switch is what makes the pair type-safe. */
export function shapeOf(spec: StationSpec): Shape {
  switch (spec.kind) {
    case 'router':
      return shape(router, spec);
    case 'service':
      return shape(service, spec);
    case 'course':
      return shape(course, spec);
    case 'place':
      return shape(place, spec);
    case 'delay':
      return shape(delay, spec);
    case 'stay':
      return shape(stay, spec);
  }
}

interface Kind<Spec> {
  pools(spec: Spec): Shape['pools'];
  targets(spec: Spec): Shape['targets'];
  open(spec: Spec, context: StationContext): Mechanism;
}

function shape<Spec>(kind: Kind<Spec>, spec: Spec): Shape {
  return {
    pools: kind.pools(spec),
    targets: kind.targets(spec),
    open: (context) => kind.open(spec, context),
  };
}
