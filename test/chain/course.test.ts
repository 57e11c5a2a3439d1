// course: hand-computed timelines of groups.
import { expect, test } from 'vitest';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { chain, luck, onwards, out, times, told, watch } from './helpers.js';

type Course = Extract<ChainInput['stations'][string], { kind: 'course' }>;
const end = { kind: 'delay' as const, duration: 0, outcomes: out };

function courseOf(course: Partial<Course>, arrivals: number[], parts: Partial<ChainInput> = {}) {
  return chain({
    roles: { entry: 'les' },
    stations: {
      les: {
        kind: 'course',
        minimum: 2,
        maximum: 3,
        starts: 'when-enough',
        duration: 5,
        outcomes: onwards('klaar'),
        ...course,
      },
      klaar: end,
      elders: end,
    },
    arrivals: { bron: { times: arrivals } },
    ...parts,
  });
}

test('a group starts as soon as enough wait', () => {
  const moments = watch(courseOf({}, [1, 4, 6, 9]));
  expect(told(moments, 'started', 'les')).toEqual(['4 0 les', '4 1 les', '9 2 les', '9 3 les']);
  expect(times(moments, 'left', 'les')).toEqual([9, 9, 14, 14]);
});

test('a group waits for its room, and takes at most the maximum of those who wait by then', () => {
  const moments = watch(
    courseOf({ pools: [{ pool: 'zaal' }] }, [0, 0, 1, 2, 3, 4], { pools: { zaal: { kind: 'places', capacity: 1 } } }),
  );
  // The room is free at 5: clients 2, 3, 4 go; client 5 waits alone for ever.
  expect(told(moments, 'started', 'les')).toEqual(['0 0 les', '0 1 les', '5 2 les', '5 3 les', '5 4 les']);
});

test('who is more urgent goes into the group first, and of equals who came first', () => {
  const rang = { kind: 'number' as const, dist: 2 };
  const urgent = { rang: { kind: 'number' as const, dist: 1 } };
  const starts = { every: { value: 7, unit: 'days' as const }, first: 7 };
  const moments = watch(
    courseOf({ starts, maximum: 3, minimum: 2, priorityBy: 'rang' }, [1, 2, 3], {
      attributes: { rang },
      arrivals: { bron: { times: [1, 2, 3] }, spoed: { times: [4, 5], attributes: urgent } },
    }),
  );
  // At 7 the two of spoed and who came at 1; the other two are enough for a second group at once.
  const atCourse = (wanted: string) => moments.filter(({ what, at }) => what === wanted && at === 'les');
  const cameAt = new Map(atCourse('entered').map(({ who, time }) => [who, time]));
  const begun = atCourse('started');
  expect(begun.map(({ who, time }) => [time, cameAt.get(who)])).toEqual([
    [7, 4],
    [7, 5],
    [7, 1],
    [7, 2],
    [7, 3],
  ]);
});

test('the longest wait is that of whoever came first, however little urgent she is', () => {
  const moments = watch(
    courseOf({ minimum: 3, maximum: 1, priorityBy: 'rang', longestWait: { value: 10, unit: 'days' } }, [1], {
      attributes: { rang: { kind: 'number', dist: 2 } },
      arrivals: {
        bron: { times: [1] },
        spoed: { times: [4], attributes: { rang: { kind: 'number', dist: 1 } } },
      },
    }),
  );
  // At 11 she of 1 has waited ten days: a group of one starts, and it is the urgent one. Nobody is there to wait for a minimum with her: at once again.
  expect(times(moments, 'started', 'les')).toEqual([11, 11]);
});

test('a group with priority is given its trainer before an older request of another station', () => {
  const moments = watch(
    courseOf({ minimum: 1, maximum: 1, pools: [{ pool: 'trainer' }], priority: -1 }, [2], {
      pools: { trainer: { kind: 'places', capacity: 1 } },
      stations: {
        gesprek: { kind: 'service', pools: [{ pool: 'trainer' }], duration: 5, outcomes: out },
        les: {
          kind: 'course',
          minimum: 1,
          maximum: 1,
          starts: 'when-enough',
          duration: 5,
          pools: [{ pool: 'trainer' }],
          priority: -1,
          outcomes: out,
        },
      },
      arrivals: { praten: { times: [0, 1], to: 'gesprek' }, leren: { times: [2] } },
    }),
  );
  // The first talk until 5; then the group, which asked later than the second talk; that one from 10.
  expect(times(moments, 'started', 'les')).toEqual([5]);
  expect(times(moments, 'started', 'gesprek')).toEqual([0, 10]);
});

test('a course on a calendar starts at its dates only, as many groups as can be filled', () => {
  const moments = watch(courseOf({ starts: { every: { value: 1, unit: 'weeks' }, first: 7 } }, [1, 2, 3, 4, 5, 6, 8]));
  // Six wait at 7: two groups of three. One waits at 14: below the minimum.
  expect(times(moments, 'started', 'les')).toEqual([7, 7, 7, 7, 7, 7]);
});

test('who arrives at the very instant of a start is too late for it', () => {
  const moments = watch(courseOf({ starts: { every: { value: 7, unit: 'days' }, first: 7 } }, [6, 7, 7]));
  expect(times(moments, 'started', 'les')).toEqual([14, 14, 14]);
});

test('a no-show goes where the course sends her', () => {
  const moments = watch(courseOf({ noShow: 1, noShowTo: 'elders' }, [1, 2]));
  expect(told(moments, 'left', 'les')).toEqual(['2 0 les elders', '2 1 les elders']);
});

test('a no-show of a course on a calendar is invited for the next date, not twice for the same', () => {
  // She is away for her first invitation and there at the second: u = 0.4 counts as absent below a no-show of ½ in the first week only.
  const noShow = {
    timed: [
      { at: 10, value: 0.5 },
      { at: 10, value: 0 },
    ],
  };
  const moments = watch(
    courseOf({ minimum: 1, noShow, starts: { every: { value: 1, unit: 'weeks' }, first: 7 } }, [1]),
    luck({ noShow: 0.4 }),
  );
  expect(times(moments, 'started', 'les')).toEqual([14]);
});

test('when all of those invited stay away, the next of the queue are invited at once', () => {
  // Clients 0 and 1 stay away, 2 and 3 come: each by her own luck.
  const streams = { ...luck(), fate: (client: number) => (client < 2 ? 0.1 : 0.9) };
  const moments = watch(
    courseOf(
      { minimum: 2, maximum: 2, noShow: 0.5, starts: { every: { value: 100, unit: 'days' }, first: 7 } },
      [1, 2, 3, 4],
    ),
    streams,
  );
  expect(told(moments, 'started', 'les')).toEqual(['7 2 les', '7 3 les']);
});

test('a trainer is held until the group is over, and a second group waits for her', () => {
  const moments = watch(
    courseOf({ pools: [{ pool: 'trainers', units: 2 }] }, [0, 0, 1, 1], {
      pools: { trainers: { kind: 'places', capacity: 3 } },
    }),
  );
  expect(times(moments, 'started', 'les')).toEqual([0, 0, 5, 5]);
});

test('a member whose spell ends leaves the group; the others go on to the end', () => {
  const moments = watch(
    courseOf({ duration: 20 }, [0, 0], {
      attributes: { leeftijd: { kind: 'age', dist: { dist: 'uniform', low: 66, high: 68 } } },
      spells: {
        risks: { aow: { kind: 'age', label: 'AOW', attribute: 'leeftijd', years: 67, destination: 'overig' } },
      },
    }),
    // Client 0 is 66.98 and has 0.02 years = 7.305 days; client 1 is 66 and has a year.
    { ...luck(), fate: (client) => (client === 0 ? 0.49 : 0) },
  );
  expect(told(moments, 'ended')).toEqual(['7.305 0 aow', '20 1 none']);
  expect(told(moments, 'withdrawn')).toEqual(['7.305 0 les']);
  expect(told(moments, 'left', 'les')).toEqual(['20 1 les klaar']);
});

test('when those who wait fall below the minimum before the room is free, no group starts', () => {
  const moments = watch(
    courseOf({ pools: [{ pool: 'zaal' }], duration: 20 }, [0, 0, 1, 2], {
      run: { unit: 'own', end: 100 },
      pools: { zaal: { kind: 'places', capacity: 1 } },
      attributes: { leeftijd: { kind: 'age', dist: { dist: 'uniform', low: 66, high: 68 } } },
      spells: {
        risks: { aow: { kind: 'age', label: 'AOW', attribute: 'leeftijd', years: 67, destination: 'overig' } },
      },
    }),
    { ...luck(), fate: (client) => (client === 2 ? 0.49 : 0) },
  );
  expect(told(moments, 'withdrawn')).toEqual(['8.305 2 les']);
  expect(times(moments, 'started', 'les')).toEqual([0, 0]);
});
