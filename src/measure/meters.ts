// All meters of a chain together: one catalogue, one observer, one row of values.
import { together, type Observer } from '../chain/observer.js';
import type { Run } from '../chain/simulate-chain.js';
import type { ChainSpec } from '../chain/spec/chain.js';
import { frameOf } from './frame.js';
import type { MeasureKind, MeasureText, Recorder } from './kind.js';
import { measureKinds } from './registry.js';
import type { Series } from './series.js';

export interface Meters {
  /** Depends on the declared structure of the chain only (names and dates), so it is the same for all scenarios and draws. */
  readonly catalogue: readonly Series[];
  /** To be handed to `simulateChain`; starts all counts anew. */
  readonly prepare: (run: Run) => Observer;
  /** A value for every series of the catalogue, once the run is over; NaN where there was nothing to observe. Throws before any run. */
  values(): Float64Array;
}

export interface MeterOptions {
  /** The kinds there are; by default all of them. */
  readonly kinds?: readonly MeasureKind[];
  readonly only?: readonly string[] | undefined;
}

/**
 * `only` names the measures that are counted; all of them when it is not given. The catalogue is the same either way, so that results may be laid
 * beside each other: what is not counted is NaN. A third of the time of a run goes into counting.
 */
export function createMeters(spec: ChainSpec, { kinds = measureKinds, only }: MeterOptions = {}): Meters {
  const frame = frameOf(spec);
  const meters = kinds.flatMap((kind) => kind.open(frame) ?? []);
  const catalogue = meters.flatMap(({ series }) => series);
  const counts = meters.map(({ series }) => only === undefined || series.some(({ measure }) => only.includes(measure)));
  let recorders: readonly (Recorder | undefined)[] | undefined;
  return {
    catalogue,
    prepare(run) {
      recorders = meters.map((meter, index) => (counts[index] === true ? meter.record(run) : undefined));
      return together(recorders.flatMap((recorder) => recorder?.observer ?? []));
    },
    values() {
      if (recorders === undefined) throw new Error('these meters have not seen a run');
      const values = new Float64Array(catalogue.length);
      let at = 0;
      for (const [index, recorder] of recorders.entries()) {
        const end = at + meters[index]!.series.length;
        if (recorder === undefined) values.fill(NaN, at, end);
        else recorder.write(values, at);
        at = end;
      }
      return values;
    },
  };
}

/** What every measure means, in Dutch, for the report and the list of data. */
export function describeMeasures(): readonly MeasureText[] {
  return measureKinds.flatMap(({ texts }) => texts);
}
