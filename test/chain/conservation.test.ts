// Conservation over random chains: nobody is lost, nobody is in two places, no pool is over its capacity, and Little holds as an identity.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simulateChain } from '../../src/chain/simulate-chain.js';
import { chainSchema, type ChainInput, type ChainSpec } from '../../src/chain/spec/chain.js';
import { rank } from '../../src/kernel/ranks.js';
import { dice } from './helpers.js';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
type Station = ChainInput['stations'][string];
const target = fc.constantFrom(...ids);
const days = fc.integer({ min: 0, max: 40 });
const duration = fc.oneof(
  days,
  fc.record({ dist: fc.constant('exponential' as const), mean: fc.integer({ min: 1, max: 40 }) }),
);
const capacity = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.record({
    timed: fc.constant([
      { at: 100, value: 3 },
      { at: 100, value: 1 },
      { at: 200, value: 1 },
      { at: 300, value: 4 },
    ]),
  }),
);
/** At least a quarter of those who leave a station leave the chain: every loop has an exit. */
const outcomes = fc
  .tuple(fc.integer({ min: 1, max: 3 }), target, target, fc.boolean())
  .map(([quarters, one, other, cold]) => [
    {
      share: quarters / 8,
      to: one,
      ...(cold ? { handover: { kind: 'cold' as const, delay: 5, lost: 0.2, lostTo: 'exit', repeatHours: 2 } } : {}),
    },
    {
      share: quarters / 8,
      to: other,
      side: ['zijde'],
      effects: [{ risk: 'werk', after: { factor: 2, months: 3, steps: 2 } }],
    },
    { rest: true as const, to: 'exit', mark: 'weg' },
  ]);
const effects = fc.constantFrom(undefined, [
  { risk: 'werk', during: 0.5, dose: true, after: { factor: 3, months: 2 } },
]);
const contact = fc.constantFrom(undefined, { pool: 'team', hoursPerMonth: 3 });

const stations: fc.Arbitrary<Station> = fc.tuple(outcomes, effects, contact).chain(([next, effect, need]) => {
  const common = {
    outcomes: next,
    ...(effect === undefined ? {} : { effects: effect }),
    ...(need === undefined ? {} : { contact: need }),
  };
  return fc
    .oneof(
      fc.record({ kind: fc.constant('router' as const) }),
      fc.record({ kind: fc.constant('delay' as const), duration: fc.integer({ min: 1, max: 40 }) }),
      fc.record({
        kind: fc.constant('service' as const),
        pools: fc.constant([{ pool: 'plekken' }, { pool: 'kamers' }]),
        duration,
      }),
      fc.record({
        kind: fc.constant('service' as const),
        pools: fc.constant([{ pool: 'team' }]),
        hours: fc.integer({ min: 1, max: 40 }),
        queueLimit: fc.integer({ min: 0, max: 5 }),
        full: target.map((to) => (to === 'a' ? 'wacht' : 'exit')),
        patience: fc.integer({ min: 1, max: 30 }),
        impatient: fc.constantFrom('wacht', 'exit'),
      }),
      fc.record({
        kind: fc.constant('service' as const),
        pools: fc.constantFrom([{ pool: 'plekken' }], [{ pool: 'kamers', fixed: true }]),
        duration,
        priority: fc.integer({ min: 0, max: 2 }),
        preempt: fc.constantFrom('resume' as const, 'repeat' as const, 'redraw' as const),
        queueLimit: fc.integer({ min: 0, max: 2 }),
        full: fc.constant('exit'),
        blocking: fc.constant(true),
        balk: fc.constant({ to: 'exit', chances: [{ from: 2, share: 0.5 }] }),
        after: fc.constant(['zijde']),
      }),
      fc.record({
        kind: fc.constant('course' as const),
        minimum: fc.integer({ min: 1, max: 4 }),
        maximum: fc.integer({ min: 4, max: 8 }),
        starts: fc.constantFrom('when-enough' as const, { every: { value: 2, unit: 'weeks' as const }, first: 3 }),
        duration: fc.integer({ min: 1, max: 20 }),
        noShow: fc.constantFrom(0, 0.3),
        pools: fc.constantFrom([], [{ pool: 'kamers' }]),
      }),
      fc.record({
        kind: fc.constant('place' as const),
        pool: fc.constantFrom('plekken', 'kamers'),
        stay: duration,
        term: fc.constant({ value: 1, unit: 'months' as const }),
        whenFull: fc.constantFrom('wait' as const, { to: 'wacht' }),
      }),
      fc.record({
        kind: fc.constant('stay' as const),
        calls: fc.constantFrom(
          [{ every: { value: 1, unit: 'weeks' as const }, take: 1.5, to: 'wacht' }],
          [{ every: { value: 1, unit: 'months' as const }, share: 0.4, to: 'exit' }],
        ),
      }),
    )
    .map((own) => ({ ...own, ...common }) as unknown as Station);
});

const spells: NonNullable<ChainInput['spells']> = {
  risks: {
    werk: { kind: 'hazard', label: '', perMonth: 0.05, load: { z: 0.8 }, destination: 'werk' },
    aow: { kind: 'age', label: '', attribute: 'leeftijd', years: 67, destination: 'overig' },
  },
  marks: { weg: { label: '', destination: 'overig' } },
  returns: { horizonMonths: 24, after: { default: [{ perMonth: 0.1 }] }, never: ['aow'], endedBy: [], former: true },
  stock: { count: 30, station: 'wacht', elapsed: 'stationary' },
};

const chains = fc
  .record({
    declared: fc.tuple(...ids.map(() => stations)),
    plekken: capacity,
    kamers: capacity,
    withSpells: fc.boolean(),
  })
  .map(({ declared, plekken, kamers, withSpells }): ChainSpec =>
    chainSchema.parse({
      organisation: 'toets',
      label: 'toets',
      run: { start: '2018-01-01', end: 500, deadlock: 'swap' },
      calendar: { kind: 'workweek', opens: 9, closes: 17, holidays: 'nl' },
      roles: { entry: 'a' },
      pools: {
        team: { kind: 'hours', fte: 2.5, productiveHoursPerYear: 1400, share: 0.4 },
        plekken: { kind: 'places', capacity: plekken },
        kamers: { kind: 'places', capacity: kamers, shrink: 'interrupt' },
      },
      attributes: {
        z: { kind: 'number', dist: { dist: 'normal', mean: 0, sd: 1 } },
        leeftijd: { kind: 'age', dist: { dist: 'uniform', low: 20, high: 68 } },
      },
      stations: {
        ...Object.fromEntries(ids.map((id, index) => [id, declared[index]])),
        wacht: {
          kind: 'delay',
          duration: 50,
          outcomes: [
            { share: 0.5, to: 'a' },
            { rest: true, to: 'exit' },
          ],
        },
        zijde: { kind: 'place', pool: 'plekken', stay: 60, outcomes: [{ rest: true, to: 'exit' }] },
      },
      arrivals: { bron: { rate: { perYear: 150 } }, golf: { times: [10, 10, 200], batch: 5, to: 'b' } },
      ...(withSpells ? { spells } : {}),
    } satisfies ChainInput),
  );

/** A check that costs nothing while it holds: it is asked at every event. */
function demand(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

test('in any chain the accounts are in balance, every visit is in one place, and no pool is over its capacity', () => {
  fc.assert(
    fc.property(chains, (spec) => {
      const at = new Map<unknown, string>();
      const onBenefit = new Set<unknown>();
      const inFlight = new Set<unknown>();
      let applied = 0;
      let placed = 0;
      let ended = 0;
      let area = 0;
      let spent = 0;
      let since = 0;
      simulateChain(spec, dice('behoud'), (run) => {
        const { simulation } = run;
        const pass = (): void => {
          area += at.size * (simulation.now - since);
          since = simulation.now;
        };
        simulation.schedule(500, rank.observe, pass, 0, 0);
        const shrunk = new Map<number, number>();
        return {
          applied: (client) => {
            applied += 1;
            demand(!inFlight.has(client), 'applies while she is inside');
            inFlight.add(client);
          },
          spellStarted: (client) => {
            if (!inFlight.has(client)) placed += 1;
            inFlight.add(client);
            demand(!onBenefit.has(client), 'two spells at once');
            onBenefit.add(client);
          },
          spellEnded: (client) => {
            ended += 1;
            demand(onBenefit.delete(client), 'ended without a spell');
            inFlight.delete(client);
          },
          entered: (visit, station) => {
            pass();
            demand(!at.has(visit), 'in two places');
            demand(inFlight.has(visit.client), 'visits without an application');
            at.set(visit, station.id);
          },
          started: (visit, station, waited) => {
            demand(at.get(visit) === station.id, 'seen where she is not');
            demand(waited >= 0, 'waited less than nothing');
          },
          left: (visit, station, to, now) => {
            pass();
            demand(at.get(visit) === station.id, 'seen where she is not');
            at.delete(visit);
            spent += now - visit.enteredAt;
            if (to === undefined && visit.main && spec.spells === undefined) {
              ended += 1;
              inFlight.delete(visit.client);
            }
          },
          withdrawn: (visit, station, _reason, now) => {
            pass();
            demand(at.get(visit) === station.id, 'seen where she is not');
            at.delete(visit);
            spent += now - visit.enteredAt;
          },
          poolChanged: (pool, inUse, waiting, size) => {
            // Work in hand may outlast a capacity that shrank, but no more than was in hand before.
            const allowed = Math.max(size, shrunk.get(pool) ?? 0);
            demand(inUse <= allowed, 'a pool over its capacity');
            demand(inUse >= 0 && waiting >= 0, 'less than nobody');
            shrunk.set(pool, inUse);
          },
        };
      });
      for (const visit of at.keys()) spent += 500 - (visit as { enteredAt: number }).enteredAt;
      expect(applied + placed).toBe(ended + inFlight.size);
      // Little as an identity: the integral of N over time is the sum of the time spent.
      expect(Math.abs(area - spent)).toBeLessThan(1e-7 * Math.max(1, area));
    }),
    { numRuns: 150, seed: 2 },
  );
});
