// Followed stations, herinstroom, decisions, side visits, persons and contact, on chains with dates by hand.
import { expect, test } from 'vitest';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { run } from './support.js';

const never = { kind: 'hazard', label: 'werk', perMonth: 0, destination: 'werk' } as const;

/**
 * Everyone goes to the trajectory for 100 days and then to a stay of 100 days, and out with the mark `klaar`: 200 days after the application.
 * Applications on days 10, 20 and 400; the decision comes at once.
 */
const followed: ChainInput = {
  organisation: 'proef',
  label: 'Proef',
  run: { start: '2018-01-01', end: '2021-01-01' },
  roles: { entry: 'loket' },
  stations: {
    loket: { kind: 'router', outcomes: [{ rest: true, to: 'traject', grant: 0 }] },
    traject: { kind: 'delay', duration: 100, follow: [6, 12, 24], outcomes: [{ rest: true, to: 'daarna' }] },
    daarna: { kind: 'delay', duration: 100, outcomes: [{ rest: true, to: 'exit', mark: 'klaar' }] },
  },
  arrivals: { balie: { times: [10, 20, 400] } },
  spells: { risks: { werk: never }, marks: { klaar: { label: 'klaar', destination: 'overig' } } },
};
const [first, second, third] = ['2018-01..2018-12', '2019-01..2019-12', '2020-01..2020-12'];

test('a cohort is followed from its start: still on bijstand after six months, off after twelve', () => {
  const read = run(followed);
  expect(read(`traject|traject|start|aanvragen@${first}`)).toBe(2);
  expect(read(`traject|traject|start|aanvragen@${second}`)).toBe(1);
  expect(read(`traject|traject|uit:6|aandeel@${first}`)).toBe(0);
  expect(read(`traject|traject|uit:12|aandeel@${first}`)).toBe(1);
  expect(read(`traject|traject|terug|aanvragen@${first}`)).toBe(2);
  expect(read(`traject|traject|tijdens:werk|aanvragen@${first}`)).toBe(0);
});

test('a horizon that does not fit in the run for the whole cohort has no value', () => {
  const read = run(followed);
  expect(read(`traject|traject|uit:24|aandeel@${first}`)).toBe(1);
  expect(read(`traject|traject|uit:24|aandeel@${second}`)).toBeNaN();
  expect(read(`traject|traject|uit:6|aandeel@${third}`)).toBeNaN();
});

test('who leaves the chain from the trajectory counts by the mark of that way out', () => {
  const read = run({
    ...followed,
    stations: {
      ...followed.stations,
      traject: {
        kind: 'delay',
        duration: 100,
        follow: [6],
        outcomes: [
          { share: 0, to: 'daarna' },
          { rest: true, to: 'exit', mark: 'klaar' },
        ],
      },
    },
  });
  expect(read(`traject|traject|tijdens:klaar|aanvragen@${first}`)).toBe(2);
  expect(read(`traject|traject|terug|aanvragen@${first}`)).toBe(0);
  expect(read(`traject|traject|uit:6|aandeel@${first}`)).toBe(1);
});

test('who turns the age during the trajectory counts by that reason, at the station too', () => {
  const read = run({
    ...followed,
    attributes: { leeftijd: { kind: 'age', dist: 66 } },
    spells: {
      risks: {
        werk: never,
        aow: { kind: 'age', label: 'AOW', attribute: 'leeftijd', years: 66.1, destination: 'overig' },
      },
      marks: { klaar: { label: 'klaar', destination: 'overig' } },
    },
  });
  // A tenth of a year is 36.5 days, well within the 100.
  expect(read(`traject|traject|tijdens:aow|aanvragen@${first}`)).toBe(2);
  expect(read(`traject|traject|uit:6|aandeel@${first}`)).toBe(1);
  expect(read(`stroom|traject>aow||aanvragen@${first}`)).toBe(2);
  expect(read(`stroom|traject>daarna||aanvragen@2018-04`)).toBe(0);
});

test('a stay that is not over at the end of the run leaves the outcome of its cohort open', () => {
  const read = run({
    ...followed,
    run: { start: '2018-01-01', end: '2020-01-01' },
    arrivals: { balie: { times: [10, 690] } },
  });
  expect(read(`traject|traject|terug|aanvragen@${first}`)).toBe(1);
  expect(read(`traject|traject|terug|aanvragen@${second}`)).toBeNaN();
});

test('decisions within the term are counted by the year of the decision', () => {
  const decide = { dist: 'trace', values: [30, 56, 57] } as const;
  const read = run({
    ...followed,
    stations: {
      ...followed.stations,
      loket: { kind: 'delay', duration: decide, outcomes: [{ rest: true, to: 'traject', grant: 0 }] },
    },
    spells: { risks: { werk: never }, marks: { klaar: { label: 'klaar', destination: 'overig' } }, termDays: 56 },
  });
  expect(read(`besluit-binnen-termijn|||aandeel@${first}`)).toBe(1);
  expect(read(`besluit-binnen-termijn|||aandeel@${second}`)).toBe(0);
  expect(read(`besluit-binnen-termijn|||aandeel@${third}`)).toBeNaN();
});

test('a return counts when its melding falls within twelve months and it is granted', () => {
  // A return hazard that starts at 2, or 13, months and is then so high that everyone is back within a day.
  const back = (after: number) => [
    { untilMonths: after, perMonth: 0 },
    { untilMonths: 24, perMonth: 10_000 },
  ];
  const returning = (after: number): ChainInput => ({
    ...followed,
    arrivals: { balie: { times: [10, 20] } },
    spells: {
      risks: { werk: never },
      marks: { klaar: { label: 'klaar', destination: 'overig' } },
      returns: { horizonMonths: 24, after: { default: back(after) }, never: [], endedBy: [] },
    },
  });
  const soon = run(returning(2));
  expect(soon(`herinstroom-binnen-jaar||klaar|aandeel@${first}`)).toBe(1);
  // Nobody left to werk.
  expect(soon(`herinstroom-na-werk|||aandeel@${first}`)).toBeNaN();
  expect(run(returning(13))(`herinstroom-binnen-jaar||klaar|aandeel@${first}`)).toBe(0);
  // First exits on days 210 and 220, back 61 days later: in September and October 2018.
  expect(soon('aanvragen||herinstroom|aanvragen@2018-09')).toBe(1);
  expect(soon('instroom||herinstroom|uitkeringen@2018-10')).toBe(1);
});

test('persons count the partner, and a side visit has an arrow of its own', () => {
  const read = run({
    ...followed,
    attributes: { partner: { kind: 'flag', share: 1 } },
    persons: { perBenefit: 1.5, partner: 'partner' },
    stations: {
      ...followed.stations,
      loket: { kind: 'router', outcomes: [{ rest: true, to: 'traject', grant: 0, side: ['wijk'] }] },
      wijk: { kind: 'delay', duration: 300, outcomes: [{ rest: true, to: 'exit' }] },
    },
  });
  expect(read('stroom|loket>traject||personen@2018-01')).toBe(4);
  expect(read('stroom|loket>wijk||aanvragen@2018-01')).toBe(2);
  // The main route ends on day 210, and takes the side visit with it.
  expect(read(`stroom|wijk>klaar||personen@${first}`)).toBe(4);
  expect(read('stroom|wijk>exit||aanvragen@2018-11')).toBe(0);
});

test('hours of a team that keeps contact: the dose it can give, and all of its hours used', () => {
  // 1 fte x 1200 hours a year = 100 hours a month; three clients from day 10, 20 and 400 need 80 hours each.
  const read = run({
    ...followed,
    pools: { team: { kind: 'hours', fte: 1, productiveHoursPerYear: 1200, share: 1 } },
    stations: {
      loket: { kind: 'router', outcomes: [{ rest: true, to: 'traject', grant: 0 }] },
      traject: { kind: 'stay', contact: { pool: 'team', hoursPerMonth: 80 }, outcomes: [] },
    },
  });
  expect(read('dosis|traject||aandeel@2018-01')).toBe(1);
  expect(read('benutting|team||aandeel@2018-01')).toBe(0);
  // Two need 160 of 100 hours: 0.625, given in hundredths 0.63, is 100.8 hours.
  expect(read('dosis|traject||aandeel@2018-02')).toBe(0.63);
  expect(read('benutting|team||aandeel@2018-02')).toBeCloseTo(1.008, 12);
  // Day 400 is 5 February 2019; from March there are three: 0.4167, in hundredths 0.42.
  expect(read('dosis|traject||aandeel@2019-03')).toBe(0.42);
});

test('a team that only serves is used for the part of its working time that it works', () => {
  // 7.5 hours a day of 24 and 365.25 days; work of 75 hours takes 10 days of all time.
  const read = run({
    ...followed,
    pools: { team: { kind: 'hours', fte: 1, productiveHoursPerYear: 7.5 * 365.25, share: 1 } },
    stations: {
      ...followed.stations,
      loket: {
        kind: 'service',
        pools: [{ pool: 'team' }],
        hours: 75,
        outcomes: [{ rest: true, to: 'traject', grant: 0 }],
      },
    },
  });
  // Day 10 to 20 and 20 to 30 of 31 in January.
  expect(read('benutting|team||aandeel@2018-01')).toBeCloseTo(20 / 31, 10);
  expect(read('benutting|team||aandeel@2018-02')).toBe(0);
  // And once more, after a year without work: day 400 to 410 of February 2019.
  expect(read('benutting|team||aandeel@2019-01')).toBe(0);
  expect(read('benutting|team||aandeel@2019-02')).toBeCloseTo(10 / 28, 10);
});
