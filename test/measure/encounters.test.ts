// First contact, faces, handovers, stated terms and who is reached, on chains in which everything takes a set time, by hand.
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/chain/calendar.js';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { frameOf } from '../../src/measure/frame.js';
import { leastNumber } from '../../src/measure/kinds/gezichten.js';
import { measureKinds } from '../../src/measure/registry.js';
import { isWithin } from '../../src/measure/terms.js';
import { parse, run } from './support.js';

const year = '2019-01..2019-12';
const on = [{ rest: true as const, to: 'exit' }];
const to = (station: string) => [{ rest: true as const, to: station }];

/** 1 January 2019 is a Tuesday. Applications on Tuesday 1, Thursday 3 and Saturday 5 January. */
const chain: ChainInput = {
  organisation: 'proef',
  label: 'Proef',
  run: { start: '2019-01-01', end: '2021-01-01' },
  calendar: { kind: 'workweek', opens: 9, closes: 17, holidays: 'none' },
  roles: { entry: 'brief' },
  stations: {
    brief: { kind: 'delay', duration: 5, meets: { who: 'balie', how: 'writing' }, outcomes: to('groep') },
    groep: { kind: 'delay', duration: 1, meets: { who: 'trainer', how: 'group' }, outcomes: to('gesprek') },
    gesprek: {
      kind: 'delay',
      duration: 2,
      meets: { who: 'consulent', how: 'personal' },
      norm: { within: { value: 4, unit: 'workdays' }, since: 'application', source: 'proef' },
      outcomes: to('baan'),
    },
    baan: {
      kind: 'delay',
      duration: 30,
      meets: { who: 'consulent', how: 'personal' },
      aim: 'work',
      norm: { within: { value: 3, unit: 'days' }, since: 'brief', source: 'proef' },
      outcomes: to('nabellen'),
    },
    nabellen: { kind: 'delay', duration: 1, meets: { who: 'jobcoach', how: 'phone' }, outcomes: on },
  },
  arrivals: { regulier: { times: [0, 2, 4] } },
};

describe('a client who gets a letter, a group, a talk, a job and a call', () => {
  const read = run(chain);

  test('is first met after five days, spoken to after six, and begins to work on work after eight', () => {
    for (const group of ['gemiddelde', 'mediaan', 'p90']) {
      expect(read(`eerste-contact||${group}|dagen@${year}`)).toBe(5);
      expect(read(`eerste-gesprek||${group}|dagen@${year}`)).toBe(6);
      expect(read(`eerste-activiteit||${group}|dagen@${year}`)).toBe(8);
    }
  });

  test('sees the trainer, the consulent and the jobcoach, and is passed on twice: a letter is nobody', () => {
    expect(read(`gezichten|||aantal@${year}`)).toBe(3);
    expect(read(`overdrachten|||aantal@${year}`)).toBe(2);
  });

  test('is spoken to within four working days when she applies on Tuesday or Thursday, and not on Saturday', () => {
    // The talk is six days later. Tuesday: Wed Thu Fri Mon, 4. Thursday: Fri Mon Tue Wed, 4. Saturday: Mon Tue Wed Thu Fri, 5.
    expect(read(`termijn-gehaald|gesprek||aandeel@${year}`)).toBe(2 / 3);
    expect(read(`termijn-dagen|gesprek||dagen@${year}`)).toBe(6);
    expect(read(`termijn-bezoeken|gesprek||aanvragen@${year}`)).toBe(3);
  });

  test('begins three days after the letter, on the last day of the term', () => {
    expect(read(`termijn-gehaald|baan||aandeel@${year}`)).toBe(1);
    expect(read(`termijn-dagen|baan||dagen@${year}`)).toBe(3);
  });

  test('is one of three who are all met and all begin something aimed at work; nothing is aimed at participation', () => {
    expect(read(`bereik||contact|aandeel@${year}`)).toBe(1);
    expect(read(`bereik||werk|aandeel@${year}`)).toBe(1);
    expect(() => read(`bereik||participatie|aandeel@${year}`)).toThrow('no series');
  });
});

test('what is counted over twelve months is not known of a year that cannot be followed so long', () => {
  const read = run(chain);
  expect(read('bereik||werk|aandeel@2020-01..2020-12')).toBeNaN();
  expect(read('gezichten|||aantal@2020-01..2020-12')).toBeNaN();
});

test('what begins after more than twelve months does not count, also when it was the plan', () => {
  // Twelve months are 365.25 days: the group begins after 365 days, the talk after 366 and the job after 368.
  const late = { ...chain, stations: { ...chain.stations, brief: { ...chain.stations['brief']!, duration: 365 } } };
  const read = run({ ...late, run: { start: '2019-01-01', end: '2022-01-01' } });
  expect(read(`bereik||contact|aandeel@${year}`)).toBe(1);
  expect(read(`bereik||werk|aandeel@${year}`)).toBe(0);
  expect(read(`gezichten|||aantal@${year}`)).toBe(1);
});

test('a chain that says nothing of whom a client meets, aims or terms has none of these series', () => {
  const bare: ChainInput = { ...chain, stations: { brief: { kind: 'delay', duration: 5, outcomes: on } } };
  const own = /^(eerste-|gezichten|overdrachten|bereik|termijn-)/;
  const series = measureKinds.flatMap((kind) => kind.open(frameOf(parse(bare)))?.series ?? []);
  expect(series.filter(({ measure }) => own.test(measure))).toEqual([]);
});

describe('a client who keeps the same employee', () => {
  const service = (who: string, fixed: boolean, next: string): ChainInput['stations'][string] => ({
    kind: 'service',
    pools: [{ pool: 'team', ...(fixed ? { fixed: true } : {}) }],
    duration: 1,
    meets: { who, how: 'personal' },
    outcomes: to(next),
  });
  const kept = (stations: ChainInput['stations']): ReturnType<typeof run> =>
    run({
      ...chain,
      roles: { entry: 'een' },
      pools: { team: { kind: 'places', capacity: 3 } },
      stations,
    });

  test('sees one face under two names', () => {
    const read = kept({ een: service('intaker', true, 'twee'), twee: service('begeleider', true, 'exit') });
    expect(read(`gezichten|||aantal@${year}`)).toBe(1);
    expect(read(`overdrachten|||aantal@${year}`)).toBe(0);
  });

  test('may see the same one again where anybody of that function helps her', () => {
    const read = kept({ een: service('consulent', true, 'twee'), twee: service('consulent', false, 'exit') });
    expect(read(`gezichten|||aantal@${year}`)).toBe(1);
    expect(read(`overdrachten|||aantal@${year}`)).toBe(0);
  });

  test('sees another face where another function helps her', () => {
    const read = kept({ een: service('consulent', true, 'twee'), twee: service('coach', false, 'exit') });
    expect(read(`gezichten|||aantal@${year}`)).toBe(2);
    expect(read(`overdrachten|||aantal@${year}`)).toBe(1);
  });
});

test('the least number of faces: employees by number, and functions of whom no number is known', () => {
  const face = (who: string, server?: string) => ({ who, server });
  expect(leastNumber([])).toBe(0);
  expect(leastNumber([face('a'), face('a'), face('b')])).toBe(2);
  expect(leastNumber([face('a', 'p/1'), face('a', 'p/2'), face('a')])).toBe(2);
  expect(leastNumber([face('a', 'p/1'), face('b', 'p/1'), face('c')])).toBe(2);
});

test('who is reached, by age, distance to work and number of problems', () => {
  // Three young people close to work begin at the job, one older far from work at the garden.
  const people = (years: number, distance: number, share: number) => ({
    leeftijd: { kind: 'age' as const, dist: years },
    bemiddelbaarheid: { kind: 'number' as const, dist: distance },
    meervoudig: { kind: 'flag' as const, share },
  });
  const read = run({
    ...chain,
    roles: { entry: 'keuze' },
    attributes: {
      ...people(30, 0, 0.5),
      bemiddelbaarheid: { kind: 'number', dist: { dist: 'uniform', low: 0, high: 3 } },
    },
    stations: {
      keuze: {
        kind: 'router',
        outcomes: [
          { when: { attribute: 'leeftijd', below: 27 }, to: 'baan' },
          { rest: true, to: 'tuin' },
        ],
      },
      baan: { kind: 'delay', duration: 1, aim: 'work', outcomes: on },
      tuin: { kind: 'stay', aim: 'participation', outcomes: [] },
    },
    arrivals: {
      jong: { times: [0, 1, 2], attributes: people(20, 2.5, 0) },
      oud: { times: [3], attributes: people(60, 0.5, 1) },
    },
  });
  const share = (group: string): number => read(`bereik||${group}|aandeel@${year}`);
  expect([share('werk'), share('participatie')]).toEqual([3 / 4, 1 / 4]);
  expect([share('werk/leeftijd:<27'), share('werk/leeftijd:45+')]).toEqual([1, 0]);
  expect(share('werk/leeftijd:27-45')).toBeNaN();
  // Thirds of 0 to 3: 2.5 is close to work, 0.5 far from it.
  expect([share('werk/afstand:klein'), share('participatie/afstand:groot')]).toEqual([1, 1]);
  expect([share('participatie/meervoudig:ja'), share('participatie/meervoudig:nee')]).toEqual([1, 0]);
});

test('a term in working days ends with the day, a term in weeks and months counts days', () => {
  const calendar = createCalendar({ kind: 'workweek', opens: 9, closes: 17, holidays: 'nl' }, '2019-01-01', 100);
  const within = (value: number, unit: 'workdays' | 'days' | 'weeks' | 'months') => ({ value, unit });
  // Tuesday 1 January is a holiday; five working days after it are Wednesday 2 to Tuesday 8.
  expect(isWithin(within(5, 'workdays'), 0.9, 7.99, calendar)).toBe(true);
  expect(isWithin(within(5, 'workdays'), 0.9, 8, calendar)).toBe(false);
  expect(isWithin(within(3, 'weeks'), 0.9, 21.9, calendar)).toBe(true);
  expect(isWithin(within(3, 'weeks'), 0.9, 22, calendar)).toBe(false);
  // A month is 30.44 days here, as everywhere in this program.
  expect(isWithin(within(1, 'months'), 0, 30.9, calendar)).toBe(true);
  expect(isWithin(within(1, 'months'), 0, 31, calendar)).toBe(false);
});
