// place, delay and stay: hand-computed timelines.
import { expect, test } from 'vitest';
import { checkChain } from '../../src/chain/check.js';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { chain, dice, luck, onwards, out, times, told, watch } from './helpers.js';

const end = { kind: 'delay' as const, duration: 0, outcomes: out };
type Place = Extract<ChainInput['stations'][string], { kind: 'place' }>;

function placeOf(place: Partial<Place>, arrivals: number[], capacity: Extract<ChainInput['pools'], object>[string]) {
  return chain({
    roles: { entry: 'plek' },
    pools: { plekken: capacity },
    stations: {
      plek: { kind: 'place', pool: 'plekken', stay: 10, outcomes: onwards('klaar'), ...place },
      klaar: end,
      elders: end,
    },
    arrivals: { bron: { times: arrivals } },
  });
}
const two = { kind: 'places' as const, capacity: 2 };

test('a delay lasts what it lasts, for any number of clients at once', () => {
  const moments = watch(
    chain({
      stations: { in: { kind: 'delay', duration: { dist: 'constant', value: 2, unit: 'weeks' }, outcomes: out } },
      arrivals: { bron: { times: [0, 1, 1.5] } },
    }),
  );
  expect(times(moments, 'left')).toEqual([14, 15, 15.5]);
});

test('who finds every place taken waits, in order', () => {
  const moments = watch(placeOf({}, [0, 1, 2, 3], two));
  expect(told(moments, 'started', 'plek')).toEqual(['0 0 plek', '1 1 plek', '10 2 plek', '11 3 plek']);
});

test('or goes elsewhere at once', () => {
  const moments = watch(placeOf({ whenFull: { to: 'elders' } }, [0, 1, 2, 10], two));
  expect(told(moments, 'entered', 'elders')).toEqual(['2 2 elders']);
  expect(told(moments, 'started', 'plek')).toEqual(['0 0 plek', '1 1 plek', '10 3 plek']);
});

test('a stay ends at its term at the latest', () => {
  expect(times(watch(placeOf({ term: { value: 6, unit: 'days' } }, [0], two)), 'left', 'plek')).toEqual([6]);
  expect(times(watch(placeOf({ term: { value: 60, unit: 'days' } }, [0], two)), 'left', 'plek')).toEqual([10]);
});

test('a share of those who reach the term stays on, up to the extension', () => {
  const place: Partial<Place> = {
    term: { value: 6, unit: 'days' },
    extension: { share: 0.3, term: { value: 2, unit: 'days' } },
  };
  expect(times(watch(placeOf(place, [0], two), luck({ extension: 0.29 })), 'left', 'plek')).toEqual([8]);
  expect(times(watch(placeOf(place, [0], two), luck({ extension: 0.31 })), 'left', 'plek')).toEqual([6]);
  expect(times(watch(placeOf({ ...place, stay: 7 }, [0], two), luck({ extension: 0.29 })), 'left', 'plek')).toEqual([
    7,
  ]);
});

test('a caseload of 1.5 fte with a norm of 1.5 has two whole places', () => {
  const moments = watch(placeOf({}, [0, 0, 0], { kind: 'caseload', fte: 1.5, norm: 1.5 }));
  expect(times(moments, 'started', 'plek')).toEqual([0, 0, 10]);
});

test('on a ramp from 0 to 4 places in 8 days a place opens every other day', () => {
  const capacity = {
    timed: [
      { at: 0, value: 0 },
      { at: 8, value: 4 },
    ],
  };
  const moments = watch(placeOf({ stay: 100 }, [0, 0, 0, 0, 0], { kind: 'places', capacity }));
  expect(times(moments, 'started', 'plek')).toEqual([2, 4, 6, 8, 100 + 2]);
});

test('places that close let those who are there finish, and are not given again', () => {
  const capacity = {
    timed: [
      { at: 5, value: 2 },
      { at: 5, value: 1 },
    ],
  };
  const moments = watch(placeOf({}, [0, 1, 2, 3], { kind: 'places', capacity }));
  // Two places are taken until 10 and 11; only one is left, so client 2 comes at 11 and client 3 at 21.
  expect(times(moments, 'started', 'plek')).toEqual([0, 1, 11, 21]);
});

type Stay = Extract<ChainInput['stations'][string], { kind: 'stay' }>;
function stayOf(calls: Stay['calls'], arrivals: ChainInput['arrivals'], parts: Partial<ChainInput> = {}) {
  return chain({
    roles: { entry: 'bestand' },
    run: { unit: 'own', end: 100 },
    stations: { bestand: { kind: 'stay', calls }, opgeroepen: end, ook: end },
    arrivals,
    ...parts,
  });
}

test('who is in stock stays until she is called', () => {
  expect(told(watch(stayOf([], { bron: { times: [1, 2] } })), 'left')).toEqual([]);
});

test('a call takes those who were there longest', () => {
  const moments = watch(stayOf([{ at: [10], take: 2, to: 'opgeroepen' }], { bron: { times: [1, 2, 3] } }));
  expect(told(moments, 'left', 'bestand')).toEqual(['10 0 bestand opgeroepen', '10 1 bestand opgeroepen']);
});

test('or those who came last', () => {
  const moments = watch(
    stayOf([{ at: [10], take: 2, by: 'shortest', to: 'opgeroepen' }], { bron: { times: [1, 2, 3] } }),
  );
  expect(told(moments, 'left', 'bestand')).toEqual(['10 2 bestand opgeroepen', '10 1 bestand opgeroepen']);
});

test('half a client a week is one every other week', () => {
  const moments = watch(
    stayOf([{ every: { value: 1, unit: 'weeks' }, take: 0.5, to: 'opgeroepen' }], { bron: { times: [1, 2, 3] } }),
  );
  expect(times(moments, 'left', 'bestand')).toEqual([14, 28, 42]);
});

test('a call by the highest or lowest attribute, among those for whom it is meant', () => {
  const z = (value: number) => ({ z: { kind: 'number' as const, dist: value } });
  const arrivals = {
    a: { times: [1], attributes: z(5) },
    b: { times: [2], attributes: z(9) },
    c: { times: [3], attributes: z(1) },
  };
  const parts = { attributes: z(0) };
  const first = (call: Partial<NonNullable<Stay['calls']>[number]>) => {
    const moments = watch(stayOf([{ at: [10], take: 1, to: 'opgeroepen', ...call }], arrivals, parts));
    const gone = moments.find(({ what, at }) => what === 'left' && at === 'bestand')?.who;
    return moments.find(({ what, who }) => what === 'applied' && who === gone)?.time;
  };
  expect(first({ by: { highest: 'z' } })).toBe(2);
  expect(first({ by: { lowest: 'z' } })).toBe(3);
  expect(first({ by: { highest: 'z' }, when: { attribute: 'z', below: 6 } })).toBe(1);
});

test('a share of those present is drawn anew at every call, also after many calls', () => {
  const moments = watch(
    stayOf(
      [{ every: { value: 1, unit: 'days' }, share: 0.05, to: 'opgeroepen' }],
      { bron: { times: [0], batch: 2000 } },
      { run: { unit: 'own', end: 60.5 } },
    ),
    dice(),
  );
  // After 60 calls 0.95^60 = 4.61 % are left; after 16 calls with the same draws again it would be 44 %.
  const left = 1 - told(moments, 'left', 'bestand').length / 2000;
  const expected = 0.95 ** 60;
  expect(Math.abs(left - expected)).toBeLessThan(3.5 * Math.sqrt((expected * (1 - expected)) / 2000));
});

test('as soon as so many are there, they go together', () => {
  const moments = watch(
    stayOf([{ whenPresent: 3, take: 3, to: 'opgeroepen' }], { bron: { times: [1, 2, 5, 6, 7, 9, 10] } }),
  );
  expect(times(moments, 'left', 'bestand')).toEqual([5, 5, 5, 9, 9, 9]);
});

test('a call that wants at least so many does not take fewer', () => {
  const call = { every: { value: 10, unit: 'days' as const }, take: 50, atLeast: 3, to: 'opgeroepen' };
  const moments = watch(stayOf([call], { bron: { times: [1, 2, 15] } }));
  expect(times(moments, 'left', 'bestand')).toEqual([20, 20, 20]);
});

const pulled = (
  take: number,
  arrivals: ChainInput['arrivals'],
  capacity: Extract<ChainInput['pools'], object>[string],
) =>
  stayOf([{ whenFree: 'plekken', take, to: 'plek' }], arrivals, {
    pools: { plekken: capacity },
    stations: {
      bestand: { kind: 'stay', calls: [{ whenFree: 'plekken', take, to: 'plek' }] },
      plek: { kind: 'place', pool: 'plekken', stay: 10, outcomes: out },
    },
  });

test('a call whenever a place is free keeps the places taken and nobody waiting there', () => {
  const moments = watch(pulled(1, { bron: { times: [0, 1, 2, 3] } }, { kind: 'places', capacity: 2 }));
  expect(told(moments, 'left', 'bestand').map((line) => line.split(' ')[0])).toEqual(['0', '1', '10', '11']);
  expect(told(moments, 'started', 'plek')).toEqual(['0 0 plek', '1 1 plek', '10 2 plek', '11 3 plek']);
});

test('also when places are added', () => {
  const capacity = {
    steps: [
      { at: 0, value: 0 },
      { at: 5, value: 3 },
    ],
  } as never;
  const moments = watch(pulled(1, { bron: { times: [0, 1, 2, 3] } }, { kind: 'places', capacity }));
  expect(times(moments, 'started', 'plek')).toEqual([5, 5, 5, 15]);
});

test('a call of a share cannot wait for a free place', () => {
  expect(() => stayOf([{ whenFree: 'plekken', share: 0.5, to: 'opgeroepen' }], {})).toThrow(/vragen `take`/);
});

test('those who are there at the start may go round for ever, and each have attributes of their own', () => {
  const rang = (value: number) => ({ rang: { kind: 'number' as const, dist: value } });
  const spec = chain({
    run: { unit: 'own', end: 20 },
    roles: { entry: 'loket' },
    pools: { balie: { kind: 'places', capacity: 1 } },
    attributes: rang(5),
    stations: {
      loket: {
        kind: 'service',
        pools: [{ pool: 'balie' }],
        duration: 4,
        priorityBy: 'rang',
        outcomes: onwards('thuis'),
      },
      thuis: { kind: 'delay', duration: 1, outcomes: onwards('loket') },
    },
    initial: [
      { station: 'loket', count: 1 },
      { station: 'loket', count: 1, attributes: rang(9) },
      { station: 'loket', count: 1, attributes: rang(1) },
    ],
    arrivals: {},
  });
  expect(checkChain(spec)).toEqual([]);
  // Rank 1 first, back at 5 while rank 5 is served until 8, then rank 1 again; rank 9 never gets her turn.
  const order = watch(spec)
    .filter(({ what, at }) => what === 'started' && at === 'loket')
    .map(({ time, who }) => [time, who - 60 * 2 ** 26]);
  expect(order).toEqual([
    [0, 2],
    [4, 0],
    [8, 2],
    [12, 0],
    [16, 2],
    [20, 0],
  ]);
});
