// A small chain without mistakes, and ways to break it: what checkChain says, as `path: message`.
import { expect, it } from 'vitest';
import { checkChain, parseChain } from '../../src/chain/check.js';

/** A plain tree that may be changed at will. */
export type Tree = Record<string, unknown>;

/** One counter, everyone leaves. */
export function counter(): Tree {
  return {
    organisation: 'voorbeeld',
    label: 'Loket',
    run: { start: '2020-01-01', end: '2021-01-01' },
    roles: { entry: 'loket' },
    pools: { balie: { kind: 'places', capacity: 2 } },
    stations: {
      loket: { kind: 'service', pools: [{ pool: 'balie' }], duration: 1, outcomes: [{ rest: true, to: 'exit' }] },
    },
    arrivals: { bron: { rate: { perYear: 100 } } },
  };
}

/** Bijstand: two risks, a stock, a route that leaves with a mark. */
export function benefit(): Tree {
  return {
    ...counter(),
    attributes: {
      kracht: { kind: 'number', dist: { dist: 'normal', mean: 0, sd: 1 } },
      leeftijd: { kind: 'age', dist: { dist: 'uniform', low: 18, high: 66 } },
      wijk: { kind: 'category', shares: { noord: 0.4, zuid: 0.6 } },
      partner: { kind: 'flag', share: 0.1 },
    },
    pools: {
      team: { kind: 'hours', fte: 2, productiveHoursPerYear: 1400, share: 0.5 },
      plaatsen: { kind: 'caseload', fte: 2, norm: 30 },
    },
    stations: {
      loket: {
        kind: 'service',
        pools: [{ pool: 'team' }],
        hours: 2,
        outcomes: [
          { share: 0.3, to: 'exit', mark: 'geen-recht' },
          { rest: true, to: 'bestand', grant: 25 },
        ],
      },
      bestand: { kind: 'stay' },
    },
    spells: {
      risks: {
        werk: { kind: 'hazard', label: 'werk', perMonth: 0.01, load: { kracht: 1 }, destination: 'werk' },
        aow: { kind: 'age', label: 'AOW', attribute: 'leeftijd', years: 67, destination: 'overig' },
      },
      marks: { 'geen-recht': { label: 'geen recht', destination: 'geen-recht' } },
      stock: { count: 100, station: 'bestand', elapsed: 'stationary' },
      returns: {
        horizonMonths: 12,
        after: { default: [{ perMonth: 0.01 }] },
        never: ['aow'],
        endedBy: [],
        former: true,
      },
    },
  };
}

/** The tree with `value` at `path` (undefined takes it away), as `a.b.0`; the tree itself is changed. */
export function put(tree: Tree, path: string, value: unknown): Tree {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place: object = tree;
  for (const key of keys) {
    const inner: unknown = Reflect.get(place, key);
    if (typeof inner === 'object' && inner !== null) place = inner;
    else {
      const fresh: Tree = {};
      Reflect.set(place, key, fresh);
      place = fresh;
    }
  }
  if (value === undefined) Reflect.deleteProperty(place, last);
  else Reflect.set(place, last, value);
  return tree;
}

/** What is wrong, of shape or, when the shape is right, of meaning. */
export function mistakes(tree: unknown): string[] {
  const parsed = parseChain(tree);
  const issues = parsed.state === 'ok' ? checkChain(parsed.spec) : parsed.issues;
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

export const router = (...outcomes: unknown[]): unknown => ({ kind: 'router', outcomes });
export const rest = (to: string): unknown => ({ rest: true, to });

/** Sentence, chain, what to put where, and all that is said about it. */
export type Case = [string, () => Tree, [string, unknown][], string[]];

/** One test for every case: the chain is right but for what is put there. */
export function holds(cases: Case[]): void {
  it.each(cases)('%s', (_sentence, chain, changes, expected) => {
    const tree = chain();
    for (const [path, value] of changes) put(tree, path, value);
    expect(mistakes(tree)).toEqual(expected);
  });
}
