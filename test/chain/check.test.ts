// What checkChain refuses: nothing that is right, and all mistakes at once.
import { expect, it } from 'vitest';
import { benefit, counter, mistakes, put, rest, router } from './check-support.js';

it('has nothing to say about a chain that is right', () => {
  expect(mistakes(counter())).toEqual([]);
  expect(mistakes(benefit())).toEqual([]);
});

it('tells ten mistakes at once', () => {
  const tree = benefit();
  put(tree, 'run.end', '2019-01-01');
  put(tree, 'roles.entry', 'lokket');
  put(tree, 'stations.loket.pools.0.pool', 'teem');
  put(tree, 'stations.loket.hours', -1);
  put(tree, 'stations.loket.outcomes.0.mark', 'geenrecht');
  put(tree, 'stations.loket.outcomes.1.to', 'bestan');
  put(tree, 'stations.eiland', router(rest('bestand')));
  put(tree, 'attributes.wijk.shares.noord', 0.5);
  put(tree, 'spells.risks.werk.load', { krcht: 1 });
  put(tree, 'calendar', { kind: 'workweek', opens: 17, closes: 9, holidays: 'nl' });
  expect(mistakes(tree).map((line) => line.slice(0, line.indexOf(':')))).toEqual([
    'run.end',
    'calendar.closes',
    'roles.entry',
    'stations.loket.outcomes.1.to',
    'stations.loket.pools.0.pool',
    'stations.loket.outcomes.0.mark',
    'stations.eiland',
    'attributes.wijk.shares',
    'stations.loket.hours',
    'spells.risks.werk.load.krcht',
  ]);
});
