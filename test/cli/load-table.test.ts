// What controleer says of the load before anything is calculated: a table, and sentences about queues that grow.
import { expect, it } from 'vitest';
import { parseChain } from '../../src/chain/check.js';
import { loadCourse } from '../../src/chain/load/course.js';
import type { ChainSpec } from '../../src/chain/spec/chain.js';
import { loadFacts } from '../../src/cli/load-facts.js';
import { changedFrom, loadTable } from '../../src/cli/load-table.js';
import { warningsOf } from '../../src/cli/warnings.js';
import { counter, put, rest, router, type Tree } from '../chain/check-support.js';

function parsed(tree: Tree): ChainSpec {
  const found = parseChain(tree);
  if (found.state !== 'ok') throw new Error(JSON.stringify(found.issues));
  return found.spec;
}
const factsOf = (tree: Tree) => {
  const spec = parsed(tree);
  return loadFacts(spec, loadCourse(spec));
};
const saidOf = (tree: Tree): string[] => warningsOf({ spec: parsed(tree), specs: new Map() });
const halved = { timed: [2, 1].map((value) => ({ at: 182, value })) };

/** Two at the counter, one from 1 July 2020; 1.25 clients a day of a day each. */
function shrinking(): Tree {
  return put(put(counter(), 'pools.balie.capacity', halved), 'arrivals.bron.rate.perYear', 365.25 * 1.25);
}

it('the table has each pool with its stations: load, visits, peak, from when it is full, and the wait', () => {
  const lines = (loadTable(factsOf(shrinking()), true) ?? '').split('\n');
  expect(lines.slice(3).map((line) => line.trim().split(/ {2,}/))).toEqual([
    // A fixed time of a day at two servers, 0.625: Erlang C gives 0.64 days for exponential ones, half of that for these.
    ['balie', '63 %', '125 %', '1-7-2020', '1-7-2020', '0,3 dagen', '46 dagen'],
    ['- loket', '457', '457', '1-1-2020'],
  ]);
});

it('a queue that grows is said with its dates, its speed and what it comes to', () => {
  // 0.25 a day too many: 7.6 a month, and 46 after the 184 days that are left; whoever comes then waits until they have been served, one a day.
  expect(saidOf(shrinking())).toEqual([
    "pool 'balie' kan het werk niet aan vanaf 1 juli 2020: er wordt tot 125 % van de capaciteit gevraagd, dus de wachtrij " +
      'groeit met 7,61 cliënten per maand; aan het eind wachten er 46 en duurt het wachten 46 dagen',
  ]);
});

it('a loop that nobody leaves is named', () => {
  const tree = put(counter(), 'stations.loket.outcomes', [{ share: 0.1, to: 'rond' }, rest('exit')]);
  put(tree, 'stations.rond', { kind: 'delay', duration: 1, outcomes: [rest('rond')] });
  expect(saidOf(tree)).toEqual(["wie bij station 'rond' komt, komt er niet meer weg: elke uitkomst leidt terug"]);
});

it('a scenario shows only what it changes', () => {
  const base = put(counter(), 'pools.kamer', { kind: 'places', capacity: 1 });
  put(base, 'stations.loket.outcomes', [rest('kamer')]);
  put(base, 'stations.kamer', {
    kind: 'place',
    pool: 'kamer',
    stay: 1,
    whenFull: { to: 'elders' },
    outcomes: [rest('exit')],
  });
  put(base, 'stations.elders', router(rest('exit')));
  const known = factsOf(base);
  expect(changedFrom(known, known).pools).toEqual([]);
  const other = factsOf(put(base, 'pools.kamer.capacity', 2));
  expect(changedFrom(other, known).pools.map(({ pool }) => pool)).toEqual(['kamer']);
  // 100 / 365.25 erlang: 21.5 % of them find one room taken.
  expect(known.pools[1]).toMatchObject({ wachttijdBegin: 0, groei: 0 });
  expect(known.pools[1]?.nietTerechtBegin).toBeCloseTo(100 / 465.25, 9);
});
