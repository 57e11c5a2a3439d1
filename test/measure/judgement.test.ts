// oordeel: a gate judged afterwards, on a chain in which everybody's way and end are known beforehand.
import { expect, test } from 'vitest';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { run } from './support.js';

type Source = ChainInput['arrivals'][string];
const is = (share: 0 | 1) => ({ kind: 'flag' as const, share });
/** `number` clients on 1 February 2018 (day 31), judged well or not, who leave after 100 or after 500 days. */
function source(number: number, well: 0 | 1, quick: 0 | 1, age = 40): Source {
  return {
    times: [31],
    batch: number,
    attributes: { gunstig: is(well), snel: is(quick), leeftijd: { kind: 'age', dist: age } },
  };
}

/** The gate sends whoever looks well to `actief` and the others to `bestand`; both lead to 100 or 500 days and then out as `gelukt`. */
const judged: ChainInput = {
  organisation: 'proef',
  label: 'Proef',
  run: { start: '2018-01-01', end: '2020-06-01' },
  roles: { entry: 'poort' },
  attributes: { gunstig: is(0), snel: is(0), leeftijd: { kind: 'age', dist: 40 } },
  stations: {
    poort: {
      kind: 'router',
      judges: { months: 12, reasons: ['gelukt'], positive: ['actief'], negative: ['bestand'] },
      outcomes: [
        { when: { attribute: 'gunstig', is: true }, to: 'actief' },
        { rest: true, to: 'bestand' },
      ],
    },
    actief: { kind: 'router', outcomes: [{ rest: true, to: 'verder' }] },
    bestand: { kind: 'router', outcomes: [{ rest: true, to: 'verder' }] },
    verder: {
      kind: 'router',
      outcomes: [
        { when: { attribute: 'snel', is: true }, to: 'kort' },
        { rest: true, to: 'lang' },
      ],
    },
    kort: { kind: 'delay', duration: 100, outcomes: [{ rest: true, to: 'exit', mark: 'gelukt' }] },
    lang: { kind: 'delay', duration: 500, outcomes: [{ rest: true, to: 'exit', mark: 'gelukt' }] },
  },
  arrivals: {
    a: source(3, 1, 1),
    b: source(2, 1, 0),
    c: source(4, 0, 1),
    d: source(5, 0, 0),
    // 67 at day 31 + 36.5.
    e: source(1, 1, 0, 66.9),
  },
  spells: {
    risks: { aow: { kind: 'age', label: 'AOW', attribute: 'leeftijd', years: 67, destination: 'overig' } },
    marks: { gelukt: { label: 'gelukt', destination: 'werk' } },
  },
};
const first = '2018-01..2018-12';

test('right and wrong, well and not, and the AOW apart', () => {
  const read = run(judged);
  const count = (group: string) => read(`oordeel|poort|${group}|aanvragen@${first}`);
  expect(count('terecht-positief')).toBe(3);
  expect(count('onterecht-positief')).toBe(2);
  expect(count('natuurlijk-positief')).toBe(1);
  expect(count('onterecht-negatief')).toBe(4);
  expect(count('terecht-negatief')).toBe(5);
  expect(count('natuurlijk-negatief')).toBe(0);
});

test('an end by a reason that does not count proves nothing, and neither does one after the months', () => {
  const { poort } = judged.stations;
  if (poort === undefined) throw new Error('no gate');
  const within = (months: number, reasons: string[]) => {
    const judges = { months, reasons, positive: ['actief'], negative: ['bestand'] };
    const read = run({ ...judged, stations: { ...judged.stations, poort: { ...poort, judges } } });
    return (group: string) => read(`oordeel|poort|${group}|aanvragen@${first}`);
  };
  // Three months are 91 days: the AOW falls within them, the quick 100 days do not.
  expect(within(3, ['gelukt'])('terecht-positief')).toBe(0);
  expect(within(3, ['gelukt'])('onterecht-positief')).toBe(5);
  expect(within(3, ['gelukt'])('terecht-negatief')).toBe(9);
  // When the AOW is what counts, it is a proof and no longer apart.
  expect(within(12, ['aow'])('terecht-positief')).toBe(1);
  expect(within(12, ['aow'])('natuurlijk-positief')).toBe(0);
});

test('a year whose months do not fit in the run has no value', () => {
  expect(run(judged)('oordeel|poort|terecht-positief|aanvragen@2019-01..2019-12')).toBeNaN();
});
