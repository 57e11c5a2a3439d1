// toestand: the time average of who is in a state, and how often it begins.
import { expect, test } from 'vitest';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { halfYear, run } from './support.js';

/**
 * Applications on day 10 and 40, decisions 50 days later (day 60 and 90), out by route after 100 days (day 110 and 140). The state begins as good
 * as at once for whoever is on bijstand from day 20 on, and never ends of itself: so on day 20 and day 40.
 */
const partTime: ChainInput = {
  organisation: 'proef',
  label: 'Proef',
  run: halfYear,
  roles: { entry: 'loket' },
  stations: {
    loket: { kind: 'router', outcomes: [{ rest: true, to: 'traject', grant: 50 }] },
    traject: { kind: 'delay', duration: 100, outcomes: [{ rest: true, to: 'exit', mark: 'klaar' }] },
  },
  arrivals: { balie: { times: [10, 40] } },
  spells: {
    risks: { werk: { kind: 'hazard', label: 'werk', perMonth: 0, destination: 'werk' } },
    states: {
      deeltijd: {
        label: 'werkt in deeltijd',
        begins: {
          perMonth: 1e12,
          series: {
            timed: [
              { at: 20, value: 0 },
              { at: 20, value: 1 },
            ],
          },
        },
        ends: { perMonth: 0 },
      },
    },
    marks: { klaar: { label: 'klaar', destination: 'overig' } },
  },
};

test('a state counts from the decision until the spell ends, as a time average per month', () => {
  const read = run(partTime);
  // March is days 59-90: one client from day 60. April is 90-120: one until 110, the other throughout. May is 120-151: one until 140.
  expect(read('toestand||deeltijd|uitkeringen@2019-02')).toBe(0);
  expect(read('toestand||deeltijd|uitkeringen@2019-03')).toBeCloseTo(30 / 31, 9);
  expect(read('toestand||deeltijd|uitkeringen@2019-04')).toBeCloseTo(50 / 30, 9);
  expect(read('toestand||deeltijd|uitkeringen@2019-05')).toBeCloseTo(20 / 31, 9);
  expect(read('toestand||deeltijd|uitkeringen@2019-06')).toBe(0);
});

test('every beginning counts, also before the decision', () => {
  expect(run(partTime)('toestand-begonnen||deeltijd|uitkeringen@2019-01..2019-06')).toBe(2);
});
