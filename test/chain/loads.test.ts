// Expected traffic, against sums that a reader can make by heart.
import { expect, it } from 'vitest';
import { parseChain } from '../../src/chain/check.js';
import { loads, type Loads } from '../../src/chain/loads.js';
import { benefit, counter, put, type Tree } from './check-support.js';

function loadsOf(tree: Tree): Loads {
  const parsed = parseChain(tree);
  if (parsed.state !== 'ok') throw new Error(JSON.stringify(parsed.issues));
  return loads(parsed.spec);
}
const visits = (found: Loads, id: string): number | undefined =>
  found.stations.find((station) => station.id === id)?.visits;
const rho = (found: Loads, id: string): number | undefined => found.pools.find((pool) => pool.id === id)?.rho;

it('a counter of two servers with 100 visits a year of one day is busy 100 / 365.25 / 2 of the time', () => {
  const found = loadsOf(counter());
  expect(visits(found, 'loket')).toBeCloseTo(100, 9);
  expect(rho(found, 'balie')).toBeCloseTo(100 / 365.25 / 2, 9);
  expect(found.warnings).toEqual([]);
});

it('a team of 2 fte of 1400 hours, half of them for clients, gives 1400 hours; 100 talks of 2 hours ask a seventh', () => {
  const found = loadsOf(benefit());
  expect(rho(found, 'team')).toBeCloseTo(200 / 1400, 9);
  expect(visits(found, 'bestand')).toBeCloseTo(70, 9);
});

it('a room beside the team is held as long as one of the team works: two sevenths of a room, and of four rooms a fourteenth', () => {
  const tree = put(benefit(), 'pools.kamers', { kind: 'places', capacity: 4 });
  put(tree, 'stations.loket.pools', [{ pool: 'team' }, { pool: 'kamers' }]);
  const found = loadsOf(tree);
  expect(rho(found, 'team')).toBeCloseTo(1 / 7, 9);
  expect(rho(found, 'kamers')).toBeCloseTo(1 / 14, 9);
  expect(found.warnings).toEqual([]);
});

it('a loop with a chance p to come back gives 1 / (1 - p) visits', () => {
  const tree = put(counter(), 'stations.loket.outcomes', [
    { share: 0.75, to: 'loket' },
    { rest: true, to: 'exit' },
  ]);
  expect(visits(loadsOf(tree), 'loket')).toBeCloseTo(400, 4);
});

it('a condition takes the clients for whom it holds: the same as the share of its category', () => {
  const tree = put(benefit(), 'stations.loket.outcomes.0', {
    when: { attribute: 'wijk', is: 'noord' },
    to: 'exit',
    mark: 'geen-recht',
  });
  expect(visits(loadsOf(tree), 'bestand')).toBeGreaterThan(59);
  expect(visits(loadsOf(tree), 'bestand')).toBeLessThan(61);
});

it('a rank takes its share of those whom a share before it leaves', () => {
  const tree = put(benefit(), 'stations.loket.outcomes', [
    { share: 0.2, to: 'exit', mark: 'geen-recht' },
    { rank: { by: 'kracht', accuracy: 0.9, share: 0.25 }, to: 'traject' },
    { rest: true, to: 'bestand' },
  ]);
  put(tree, 'stations.traject', { kind: 'delay', duration: 1, outcomes: [{ rest: true, to: 'bestand' }] });
  expect(visits(loadsOf(tree), 'traject')).toBeCloseTo(20, 9);
  expect(visits(loadsOf(tree), 'bestand')).toBeCloseTo(80, 9);
});

it('a pool that is asked more than it has is a warning, unless the queue has an end', () => {
  const tree = put(counter(), 'stations.loket.duration', 14.61);
  expect(loadsOf(tree).warnings).toEqual([
    "pool 'balie' kan het werk niet aan: er wordt 200 % van de capaciteit gevraagd, dus de wachtrij blijft groeien",
  ]);
  put(tree, 'stations.loket.patience', 3);
  put(tree, 'stations.loket.impatient', 'exit');
  expect(loadsOf(tree).warnings).toEqual([]);
});
