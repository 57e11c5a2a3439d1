// Effects: what a stay does to a risk, integrated by hand. With luck() every threshold is ln 2, from u = ½.
import { expect, test } from 'vitest';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { dosed } from '../../src/chain/effects.js';
import { daysPerMonth } from '../../src/chain/spec/duration.js';
import { chain, luck, onwards, times, watch } from './helpers.js';

type Effects = NonNullable<Extract<ChainInput['stations'][string], { kind: 'delay' }>['effects']>;
const rate = 0.05;
const threshold = Math.LN2;

/** A client who comes on day 0, stays in a programme for `months`, and is in stock afterwards: months until she is off. */
function monthsUntilWork(months: number, effects: Effects, parts: Partial<ChainInput> = {}): number {
  const moments = watch(
    chain({
      run: { start: '2018-01-01', end: 20_000 },
      roles: { entry: 'traject' },
      stations: {
        traject: { kind: 'delay', duration: months * daysPerMonth, effects, outcomes: onwards('bestand') },
        bestand: { kind: 'stay' },
      },
      arrivals: { bron: { times: [0] } },
      spells: { risks: { werk: { kind: 'hazard', label: '', perMonth: rate, destination: 'werk' } } },
      ...parts,
    }),
  );
  return (times(moments, 'ended')[0] ?? Infinity) / daysPerMonth;
}

test('without effects the client is off after ln 2 / 0.05 months', () => {
  expect(monthsUntilWork(4, [])).toBeCloseTo(threshold / rate, 9);
});

test('a factor during the stay counts for as long as the stay lasts', () => {
  // Lock-in: 4 months at half the hazard use 0.1 of the threshold.
  expect(monthsUntilWork(4, [{ risk: 'werk', during: 0.5 }])).toBeCloseTo(4 + (threshold - 4 * rate * 0.5) / rate, 9);
});

test('a factor of 0 locks in completely, and what was used up before is kept', () => {
  expect(monthsUntilWork(4, [{ risk: 'werk', during: 0 }])).toBeCloseTo(4 + threshold / rate, 9);
});

test('a factor that is high enough takes her out of the programme itself', () => {
  expect(monthsUntilWork(4, [{ risk: 'werk', during: 10 }])).toBeCloseTo(threshold / (10 * rate), 9);
});

test('an effect afterwards fades in equal steps', () => {
  // Factor 2.5 after 4 months, for 6 months in 3 steps: 2.5, 2 and 1.5 for two months each, then 1.
  const used = 4 * rate + 2 * rate * (2.5 + 2 + 1.5);
  expect(used).toBeGreaterThan(threshold);
  const beforeLast = 4 * rate + 2 * rate * (2.5 + 2);
  const after: Effects = [{ risk: 'werk', after: { factor: 2.5, months: 6, steps: 3 } }];
  expect(monthsUntilWork(4, after)).toBeCloseTo(8 + (threshold - beforeLast) / (1.5 * rate), 9);
});

test('without steps the factor holds for its months and is gone after them', () => {
  const after: Effects = [{ risk: 'werk', after: { factor: 2, months: 3 } }];
  expect(monthsUntilWork(4, after)).toBeCloseTo(7 + (threshold - 4 * rate - 6 * rate) / rate, 9);
});

test('factors during and after, and of several effects on one risk, multiply', () => {
  const effects: Effects = [
    { risk: 'werk', during: 0.5, after: { factor: 2, months: 3 } },
    { risk: 'werk', during: 0.8, after: { factor: 1.5, months: 3 } },
  ];
  const used = 4 * rate * 0.4 + 3 * rate * 3;
  expect(monthsUntilWork(4, effects)).toBeCloseTo(7 + (threshold - used) / rate, 9);
});

test('an outcome may give an effect of its own', () => {
  const stations: ChainInput['stations'] = {
    traject: {
      kind: 'delay',
      duration: 4 * daysPerMonth,
      outcomes: [{ rest: true, to: 'bestand', effects: [{ risk: 'werk', after: { factor: 2, months: 3 } }] }],
    },
    bestand: { kind: 'stay' },
  };
  expect(monthsUntilWork(0, [], { stations })).toBeCloseTo(7 + (threshold - 10 * rate) / rate, 9);
});

test('who is refused by a full programme has no effect of it', () => {
  for (const whenFull of ['place', 'service'] as const) {
    const effects: Effects = [{ risk: 'werk', during: 9, after: { factor: 9, months: 60 } }];
    const none = { pool: 'plekken', effects, outcomes: onwards('bestand') };
    const stations: ChainInput['stations'] = {
      // An hour somewhere else first, so that she has begun a stay before.
      traject: { kind: 'delay', duration: 1 / 24, outcomes: onwards('vol') },
      vol:
        whenFull === 'place'
          ? { kind: 'place', stay: 5, whenFull: { to: 'bestand' }, ...none }
          : {
              kind: 'service',
              duration: 5,
              queueLimit: 0,
              full: 'bestand',
              pools: [{ pool: 'plekken' }],
              effects,
              outcomes: onwards('bestand'),
            },
      bestand: { kind: 'stay' },
    };
    const pools = { plekken: { kind: 'places' as const, capacity: 0 } };
    expect(monthsUntilWork(0, [], { stations, pools })).toBeCloseTo(threshold / rate, 9);
  }
});

test('waiting for a place is not the stay: the effect begins with the place', () => {
  const stations: ChainInput['stations'] = {
    traject: {
      kind: 'place',
      pool: 'plekken',
      stay: 4 * daysPerMonth,
      effects: [{ risk: 'werk', during: 2 }],
      outcomes: onwards('bestand'),
    },
    bestand: { kind: 'stay' },
  };
  const opens = 60;
  const pools = {
    plekken: {
      kind: 'places' as const,
      capacity: {
        timed: [
          { at: opens, value: 0 },
          { at: opens, value: 1 },
        ],
      },
    },
  };
  const waited = opens / daysPerMonth;
  const used = waited * rate + 4 * rate * 2;
  expect(monthsUntilWork(0, [], { stations, pools })).toBeCloseTo(waited + 4 + (threshold - used) / rate, 9);
});

test('half the contact is half the distance from 1', () => {
  expect([dosed(3, 0.5), dosed(0.5, 0.5), dosed(2, 0), dosed(2, 1.5)]).toEqual([2, 0.75, 1, 2.5]);
});

/** A pool that gives `hours` in a rate-month, to a programme that needs 4 hours a client. */
function dosedProgramme(hours: ChainInput['pools'], clients: number): number[] {
  const moments = watch(
    chain({
      run: { start: '2018-01-01', end: 5000 },
      roles: { entry: 'traject' },
      pools: hours ?? {},
      stations: {
        traject: {
          kind: 'stay',
          contact: { pool: 'team', hoursPerMonth: 4 },
          effects: [{ risk: 'werk', during: 3, dose: true }],
        },
      },
      arrivals: { bron: { times: Array.from({ length: clients }, () => 0) } },
      spells: { risks: { werk: { kind: 'hazard', label: '', perMonth: rate, destination: 'werk' } } },
    }),
  );
  return times(moments, 'ended');
}

test('when the hours of a month reach half of what all clients need, the factor goes halfway from the first of the next month', () => {
  // 8 hours for 4 clients who need 16. January is at full dose (nobody was there at the review), from 1 February half: factor 2.
  const ends = dosedProgramme({ team: { kind: 'hours', fte: 1, productiveHoursPerYear: 96, share: 1 } }, 4);
  const january = (31 / daysPerMonth) * 3 * rate;
  expect(ends[0]).toBeCloseTo(31 + ((threshold - january) / (2 * rate)) * daysPerMonth, 6);
});

test('without any hours the programme does nothing, and hours that come back give its effect again', () => {
  const off = {
    timed: [
      { at: 20, value: 1 },
      { at: 20, value: 0 },
      { at: 100, value: 0 },
      { at: 100, value: 1 },
    ],
  };
  const ends = dosedProgramme({ team: { kind: 'hours', fte: off, productiveHoursPerYear: 1000, share: 1 } }, 1);
  // Full until 1 February (31), nothing until the review of 1 May (day 120), then full.
  const used = (31 * 3 + 89 * 1) * (rate / daysPerMonth);
  expect(ends[0]).toBeCloseTo(120 + ((threshold - used) / (3 * rate)) * daysPerMonth, 6);
});

test('who comes into a programme without hours, and goes on to another, has the effects of the other only', () => {
  const none = {
    kind: 'hours' as const,
    fte: {
      timed: [
        { at: 150, value: 0 },
        { at: 150, value: 1 },
      ],
    },
    productiveHoursPerYear: 1000,
    share: 1,
  };
  const contact = { pool: 'leeg', hoursPerMonth: 4 };
  const moments = watch(
    chain({
      run: { start: '2018-01-01', end: 5000 },
      roles: { entry: 'a' },
      pools: { leeg: none },
      stations: {
        a: {
          kind: 'delay',
          duration: 15,
          contact,
          effects: [{ risk: 'werk', during: 3, dose: true }],
          outcomes: onwards('b'),
        },
        b: { kind: 'stay', contact: { ...contact, rank: 1 }, effects: [{ risk: 'werk', during: 2, dose: true }] },
      },
      arrivals: { bron: { times: [20, 40] } },
      spells: { risks: { werk: { kind: 'hazard', label: '', perMonth: rate, destination: 'werk' } } },
    }),
    luck(),
  );
  // At the review of 1 February (day 31) client 0 is at a, and there are no hours: dose 0. Client 1 is at a from 40 to 55 at factor 1, at b at
  // factor 2 (nobody was there at the review) until that of 1 March (59), then at 1; hours come on day 150: from 1 June (151) factor 2 again.
  const perDay = rate / daysPerMonth;
  const used = (15 * 1 + 4 * 2 + 92 * 1) * perDay;
  const ended = moments.find(({ what, who }) => what === 'ended' && who === 1);
  expect(ended?.time).toBeCloseTo(151 + (threshold - used) / (2 * perDay), 6);
});
