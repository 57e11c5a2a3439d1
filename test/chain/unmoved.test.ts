// What must not move: one change in a chain leaves everything that it does not touch exactly as it was.
import { expect, test } from 'vitest';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { chain, dice, out, watch } from './helpers.js';

const input = {
  run: { start: '2018-01-01', end: 800 },
  roles: { entry: 'intake' },
  pools: {
    team: { kind: 'hours' as const, fte: 2.5, productiveHoursPerYear: 1400, share: 0.5 },
    ruim: { kind: 'places' as const, capacity: 500 },
  },
  attributes: {
    z: { kind: 'number' as const, dist: { dist: 'normal' as const, mean: 0, sd: 1 } },
    gezien: { kind: 'observation' as const, of: 'z', accuracy: 0.7 },
  },
  stations: {
    intake: {
      kind: 'service' as const,
      pools: [{ pool: 'team' }],
      hours: { dist: 'gamma' as const, mean: 6, cv: 0.5 },
      outcomes: [
        { share: 0.3, to: 'exit' },
        { when: { attribute: 'gezien', atLeast: 0.5 }, to: 'plek' },
        { rest: true as const, to: 'bestand' },
      ],
    },
    plek: {
      kind: 'place' as const,
      pool: 'ruim',
      stay: { dist: 'exponential' as const, mean: 60 },
      effects: [{ risk: 'werk', during: 2 }],
      outcomes: [{ rest: true as const, to: 'bestand' }],
    },
    bestand: { kind: 'stay' as const },
  },
  arrivals: { regulier: { rate: { perYear: 200 } }, jongeren: { rate: { perYear: 60 } } },
  spells: {
    risks: {
      werk: { kind: 'hazard' as const, label: '', perMonth: 0.03, load: { z: 1 }, destination: 'werk' as const },
      overig: { kind: 'hazard' as const, label: '', perMonth: 0.01, destination: 'overig' as const },
    },
    returns: { horizonMonths: 24, after: { default: [{ perMonth: 0.03 }] }, never: [], endedBy: [] },
    stock: { count: 50, station: 'bestand', elapsed: 'stationary' as const },
  },
} satisfies Omit<ChainInput, 'organisation' | 'label'>;

const base = watch(chain(input), dice());
const backwards = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).reverse());

test('a run repeats itself to the last bit, and another replication is another', () => {
  expect(base.length).toBeGreaterThan(1000);
  expect(watch(chain(input), dice())).toEqual(base);
  expect(watch(chain(input), dice('toets', 1))).not.toEqual(base);
});

test('one extra place in a pool that is never full changes nothing', () => {
  expect(
    watch(chain({ ...input, pools: { ...input.pools, ruim: { kind: 'places', capacity: 501 } } }), dice()),
  ).toEqual(base);
});

test('a pool and a station that nobody uses change nothing', () => {
  const spec = chain({
    ...input,
    pools: { aa: { kind: 'places', capacity: 3 }, ...input.pools },
    stations: {
      aa: {
        kind: 'course',
        minimum: 1,
        maximum: 2,
        starts: { every: { value: 1, unit: 'days' }, first: 0 },
        pools: [{ pool: 'aa' }],
        duration: 1,
        outcomes: out,
      },
      ...input.stations,
    },
  });
  expect(watch(spec, dice())).toEqual(base);
});

test('the order of stations, pools, sources, attributes and risks in the file changes nothing', () => {
  const { pools, stations, arrivals, attributes, spells } = input;
  const spec = chain({
    ...input,
    pools: backwards(pools),
    stations: backwards<ChainInput['stations'][string]>(stations),
    arrivals: backwards(arrivals),
    attributes: backwards<NonNullable<ChainInput['attributes']>[string]>(attributes),
    spells: { ...spells, risks: backwards(spells.risks) },
  });
  expect(watch(spec, dice())).toEqual(base);
});

test('a risk and an attribute that do nothing change nothing', () => {
  const { spells, attributes } = input;
  const spec = chain({
    ...input,
    attributes: { wijk: { kind: 'flag', share: 0.5 }, ...attributes },
    spells: {
      ...spells,
      risks: { ...spells.risks, nooit: { kind: 'hazard', label: '', perMonth: 0, destination: 'overig' } },
    },
  });
  expect(watch(spec, dice())).toEqual(base);
});

test('another source that comes last by name leaves the clients of the others alone, where there are no queues', () => {
  const withoutQueue = {
    ...input,
    pools: { ...input.pools, team: { kind: 'places' as const, capacity: 5000 } },
    stations: { ...input.stations, intake: { ...input.stations.intake, hours: undefined, duration: 20 } },
  };
  const own = (parts: Partial<ChainInput>) =>
    watch(chain({ ...withoutQueue, ...parts }), dice()).filter(({ who }) => who < 2 * 2 ** 26);
  const alone = own({});
  expect(alone.length).toBeGreaterThan(1000);
  expect(own({ arrivals: { ...input.arrivals, statushouders: { rate: { perYear: 100 } } } })).toEqual(alone);
});

test('more inflow brings the same clients forward instead of replacing them', () => {
  const luckOf = (perYear: number) => {
    const spec = chain({
      ...input,
      spells: { risks: { werk: input.spells.risks.werk } },
      arrivals: { regulier: { rate: { perYear } } },
    });
    const stays = new Map<number, { from: number; to: number }>();
    for (const { what, who, time } of watch(spec, dice())) {
      if (what === 'applied') stays.set(who, { from: time, to: NaN });
      const stay = stays.get(who);
      if (what === 'ended' && stay !== undefined) stay.to = time;
    }
    return stays;
  };
  const few = luckOf(100);
  const many = luckOf(200);
  for (const [who, stay] of few) expect(many.get(who)?.from).toBeCloseTo(stay.from / 2, 9);
});

test('until a dated change of capacity, inflow and outcomes everything is the same to the last bit', () => {
  const from = (before: number, after: number) => ({
    timed: [
      { at: 400, value: before },
      { at: 400, value: after },
    ],
  });
  const { intake } = input.stations;
  const spec = chain({
    ...input,
    pools: { ...input.pools, team: { ...input.pools.team, fte: from(2.5, 4.5) } },
    stations: {
      ...input.stations,
      intake: { ...intake, outcomes: [{ share: from(0.3, 0.1), to: 'exit' }, ...intake.outcomes.slice(1)] },
    },
    arrivals: { ...input.arrivals, regulier: { rate: { perYear: from(200, 400) } } },
  });
  const early = (moments: typeof base) => moments.filter(({ time }) => time < 400);
  const changed = watch(spec, dice());
  expect(early(changed)).toEqual(early(base));
  expect(changed).not.toEqual(base);
});
