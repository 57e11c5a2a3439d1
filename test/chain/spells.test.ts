// Spells: competing risks that strike when their integrated hazard reaches a threshold. With luck() every threshold is ln 2, from u = ½.
import { expect, test } from 'vitest';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { daysPerMonth } from '../../src/chain/spec/duration.js';
import { chain, luck, onwards, times, told, watch } from './helpers.js';

type Spells = NonNullable<ChainInput['spells']>;
type Hazard = Extract<Spells['risks'][string], { kind: 'hazard' }>;
const hazard = (parts: Partial<Hazard>): Hazard => ({ kind: 'hazard', label: '', destination: 'werk', ...parts });
const half = Math.LN2;

function inStock(risks: Spells['risks'], parts: Partial<ChainInput> = {}) {
  return chain({
    run: { start: '2018-01-01', end: 20_000 },
    roles: { entry: 'bestand' },
    stations: { bestand: { kind: 'stay' } },
    arrivals: { bron: { times: [100] } },
    spells: { risks },
    ...parts,
  });
}

test('a constant hazard strikes when threshold over hazard has passed, exactly', () => {
  const moments = watch(inStock({ werk: hazard({ perMonth: 0.05 }) }));
  expect(times(moments, 'ended')[0]).toBeCloseTo(100 + (half / 0.05) * daysPerMonth, 9);
  expect(told(moments, 'withdrawn')).toHaveLength(1);
});

test('the threshold is the keyed draw of the client, the risk and the spell', () => {
  const moments = watch(inStock({ werk: hazard({ perMonth: 0.05 }) }), luck({ threshold: 0.01 }));
  expect(times(moments, 'ended')[0]).toBeCloseTo(100 + (-Math.log(0.01) / 0.05) * daysPerMonth, 9);
});

test('of two risks the first strikes and the other is gone', () => {
  const moments = watch(inStock({ werk: hazard({ perMonth: 0.05 }), verhuizing: hazard({ perMonth: 0.06 }) }));
  expect(moments.filter(({ what }) => what === 'ended').map(({ at }) => at)).toEqual(['verhuizing']);
  expect(times(moments, 'ended')[0]).toBeCloseTo(100 + (half / 0.06) * daysPerMonth, 9);
});

test('a load multiplies the hazard by exp(load x attribute)', () => {
  const moments = watch(
    inStock(
      { werk: hazard({ perMonth: 0.05, load: { z: 1.6 } }) },
      { attributes: { z: { kind: 'number', dist: -0.5 } } },
    ),
  );
  expect(times(moments, 'ended')[0]).toBeCloseTo(100 + (half / (0.05 * Math.exp(-0.8))) * daysPerMonth, 6);
});

test('a hazard by duration runs through its pieces, counted from the application', () => {
  // 0.04 for six months is 0.24; 0.02 for six is 0.12; of ln 2 then remains 0.3331 at 0.01: 33.31 months after the first twelve.
  const pieces = [{ untilMonths: 6, perMonth: 0.04 }, { untilMonths: 12, perMonth: 0.02 }, { perMonth: 0.01 }];
  const moments = watch(inStock({ werk: hazard({ pieces }) }));
  expect(times(moments, 'ended')[0]).toBeCloseTo(100 + (12 + (half - 0.36) / 0.01) * daysPerMonth, 6);
});

test('after the last piece nothing happens any more', () => {
  expect(told(watch(inStock({ werk: hazard({ pieces: [{ untilMonths: 6, perMonth: 0.04 }] }) })), 'ended')).toEqual([]);
});

test('a time series multiplies the hazard of the day', () => {
  // Doubled from day 200 on: 100 days pass at one rate, the rest goes twice as fast.
  const series = {
    timed: [
      { at: 200, value: 1 },
      { at: 200, value: 2 },
    ],
  };
  const moments = watch(inStock({ werk: hazard({ perMonth: 0.05, series }) }));
  const alone = (half / 0.05) * daysPerMonth;
  expect(times(moments, 'ended')[0]).toBeCloseTo(200 + (alone - 100) / 2, 9);
});

test('a hazard that is nothing for a while makes up for no time lost', () => {
  const series = {
    timed: [
      { at: 200, value: 1 },
      { at: 200, value: 0 },
      { at: 500, value: 0 },
      { at: 500, value: 1 },
    ],
  };
  const moments = watch(inStock({ werk: hazard({ perMonth: 0.05, series }) }));
  expect(times(moments, 'ended')[0]).toBeCloseTo(100 + (half / 0.05) * daysPerMonth + 300, 9);
});

test('AOW strikes on the very day: 66.5 at application and 67 at 182.625 days later', () => {
  const moments = watch(
    inStock(
      { aow: { kind: 'age', label: 'AOW', attribute: 'leeftijd', years: 67, destination: 'overig' } },
      { attributes: { leeftijd: { kind: 'age', dist: 66.5 } } },
    ),
  );
  expect(times(moments, 'ended')[0]).toBeCloseTo(282.625, 9);
});

test('whoever is past the age already is off at the instant of her application, and is never served', () => {
  const moments = watch(
    chain({
      pools: { loket: { kind: 'places', capacity: 1 } },
      stations: { in: { kind: 'service', pools: [{ pool: 'loket' }], duration: 1, outcomes: onwards('in') } },
      attributes: { leeftijd: { kind: 'age', dist: 70 } },
      arrivals: { bron: { times: [100] } },
      spells: { risks: { aow: { kind: 'age', label: '', attribute: 'leeftijd', years: 67, destination: 'overig' } } },
    }),
  );
  expect(told(moments, 'ended')).toEqual(['100 0 aow']);
  expect(told(moments, 'started')).toEqual([]);
});

/** Everyone has the same age but client 1, who reaches 67 on day 5 of the run. */
const untilFive = {
  attributes: { leeftijd: { kind: 'age' as const, dist: { dist: 'uniform' as const, low: 0, high: 70 } } },
  spells: {
    risks: {
      werk: { kind: 'age' as const, label: '', attribute: 'leeftijd', years: 67, destination: 'werk' as const },
    },
  },
};
const firstOut = (who: number) => ({
  ...luck(),
  fate: (client: number) => (client === who ? (67 - 5 / 365.25) / 70 : 0.1),
});

test('who finds work while she queues leaves the queue at that instant, and those behind her move up', () => {
  const moments = watch(
    chain({
      roles: { entry: 'in' },
      run: { unit: 'own', end: 100 },
      pools: { loket: { kind: 'places', capacity: 1 } },
      stations: {
        in: { kind: 'service', pools: [{ pool: 'loket' }], duration: 10, outcomes: onwards('bestand') },
        bestand: { kind: 'stay' },
      },
      arrivals: { bron: { times: [0, 0, 0] } },
      ...untilFive,
    }),
    firstOut(1),
  );
  expect(told(moments, 'ended')).toEqual(['5 1 werk']);
  expect(told(moments, 'withdrawn')).toEqual(['5 1 in']);
  expect(told(moments, 'started', 'in')).toEqual(['0 0 in', '10 2 in']);
});

test('who finds work while she is served or has a place sets it free at that instant', () => {
  for (const station of [
    { kind: 'service' as const, pools: [{ pool: 'loket' }], duration: 10, outcomes: onwards('bestand') },
    { kind: 'place' as const, pool: 'loket', stay: 10, outcomes: onwards('bestand') },
  ]) {
    const moments = watch(
      chain({
        roles: { entry: 'in' },
        run: { unit: 'own', end: 100 },
        pools: { loket: { kind: 'places', capacity: 1 } },
        stations: { in: station, bestand: { kind: 'stay' } },
        arrivals: { bron: { times: [0, 0] } },
        ...untilFive,
      }),
      firstOut(0),
    );
    expect(told(moments, 'started', 'in')).toEqual(['0 0 in', '5 1 in']);
    expect(told(moments, 'left', 'in')).toEqual(['15 1 in bestand']);
  }
});

test('who finds work between two stations never arrives at the second, and takes no repeated talk into a next spell', () => {
  const moments = watch(
    chain({
      roles: { entry: 'in' },
      run: { unit: 'own', end: 100 },
      stations: {
        in: {
          kind: 'router',
          outcomes: [
            { rest: true, to: 'verder', side: ['naast'], handover: { kind: 'cold', delay: 9, repeatHours: 8 } },
          ],
        },
        naast: { kind: 'stay' },
        verder: { kind: 'stay' },
      },
      arrivals: { bron: { times: [0] } },
      ...untilFive,
    }),
    firstOut(0),
  );
  expect(told(moments, 'entered')).toEqual(['0 0 in', '0 0 naast']);
  expect(told(moments, 'withdrawn')).toEqual(['5 0 naast']);
});

const decided = (days: number): Partial<ChainInput> => ({
  roles: { entry: 'intake' },
  stations: {
    intake: { kind: 'delay', duration: 10, outcomes: [{ rest: true, to: 'bestand', grant: days }] },
    bestand: { kind: 'stay' },
  },
});

test('a spell is granted so long after the application, but not before the outcome', () => {
  const risks = { werk: hazard({ perMonth: 0.001 }) };
  expect(told(watch(inStock(risks, decided(25))), 'granted')).toEqual(['125 0']);
  expect(told(watch(inStock(risks, decided(4))), 'granted')).toEqual(['110 0']);
});

test('voorkomen: who leaves before the decision was never granted', () => {
  // ln 2 at 1 a month is 21.1 days.
  const moments = watch(inStock({ werk: hazard({ perMonth: 1 }) }, decided(25)));
  expect(told(moments, 'granted')).toEqual([]);
  expect(times(moments, 'ended')[0]).toBeCloseTo(100 + half * daysPerMonth, 9);
});

test('an exit along the route ends the spell with its mark, also when it is out of a full queue', () => {
  const spells: Spells = {
    risks: { werk: hazard({ perMonth: 0.001 }) },
    marks: { 'geen-recht': { label: '', destination: 'geen-recht' } },
  };
  const byRoute = watch(
    inStock(
      {},
      {
        stations: {
          bestand: { kind: 'delay', duration: 3, outcomes: [{ rest: true, to: 'exit', mark: 'geen-recht' }] },
        },
        spells,
      },
    ),
  );
  expect(told(byRoute, 'ended')).toEqual(['103 0 geen-recht']);
  const refused = watch(
    inStock(
      {},
      {
        pools: { loket: { kind: 'places', capacity: 0 } },
        stations: {
          bestand: {
            kind: 'service',
            pools: [{ pool: 'loket' }],
            duration: 3,
            queueLimit: 0,
            full: 'exit',
            outcomes: onwards('bestand'),
          },
        },
        spells,
      },
    ),
  );
  expect(told(refused, 'ended')).toEqual(['100 0 none']);
});
