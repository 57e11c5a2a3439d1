// Queueing theory as declared chains: the exact answers of Erlang, Pollaczek and Khinchine, Jackson and others. Fixed seeds; 3.5 standard errors.
import { test } from 'vitest';
import { chain, onwards, out } from './helpers.js';
import { queueOf, steadily, within } from './theory.js';

const exponential = (mean: number) => ({ dist: 'exponential' as const, mean });
const places = (capacity: number) => ({ kind: 'places' as const, capacity });

function single(
  rate: number,
  duration: object | number,
  servers: number,
  parts: object = {},
  length = 150_000,
): ReturnType<typeof chain> {
  return chain({
    run: { unit: 'own', end: length },
    pools: { loket: places(servers) },
    stations: {
      in: {
        kind: 'service',
        pools: [{ pool: 'loket' }],
        duration,
        outcomes: out,
        ...parts,
      },
    },
    arrivals: { bron: { rate: { perUnit: rate } } },
  });
}

test.each([
  ['M/M/1 with λ = ½, μ = 1 (A4)', 1, 1, single(0.5, exponential(1), 1)],
  ['M/M/1 with λ = 5, μ = 8 (A5)', 0.208333, 1.666667, single(5, exponential(1 / 8), 1, {}, 40_000)],
  ['M/M/3 with λ = 0.2, μ = 0.1 (A6)', 4.444444, 2.888889, single(0.2, exponential(10), 3, {}, 1_000_000)],
  ['M/M/4 with λ = 0.2, μ = 0.1 (A7)', 0.869565, 2.173913, single(0.2, exponential(10), 4, {}, 1_000_000)],
  ['M/M/3 with λ = 10, μ = 4 (A8)', 0.351124, 6.011236, single(10, exponential(0.25), 3, {}, 40_000)],
])('%s: mean wait %d and mean number %d', (_name, wait, number, spec) => {
  const seen = steadily(spec);
  within(seen.wait, wait);
  within(seen.number, number);
});

test('Pollaczek and Khinchine (A13): λ = 0.8 and a mean of 1 wait 2, 3, 2.6667 or 10 as the service varies more', () => {
  const wait = (duration: object | number, length: number) => steadily(single(0.8, duration, 1, {}, length)).wait;
  within(wait(1, 200_000), 2);
  within(wait({ dist: 'erlang', k: 2, mean: 1 }, 200_000), 3);
  within(wait({ dist: 'uniform', low: 0, high: 2 }, 200_000), 8 / 3);
  within(wait({ dist: 'lognormal', mean: 1, sd: 2 }, 1_200_000), 10, 0.05);
});

test('M/M/2 with room for one (A9): 0.7623 inside, and 4.936 % go away', () => {
  const seen = steadily(single(3, exponential(0.25), 2, { queueLimit: 1, full: 'exit' }, 30_000));
  within(seen.number, 0.76234);
  within(seen.refused, 0.04936);
});

test('M/M/1 with room for five (A10): 8.882 % go away and 1.8683 are inside', () => {
  const seen = steadily(single(0.8, exponential(1), 1, { queueLimit: 4, full: 'exit' }, 200_000));
  within(seen.refused, 0.088819);
  within(seen.number, 1.868332);
});

test('Erlang B (A12): with 5 servers and a load of 4, 19.91 % are lost, whatever the shape of the service', () => {
  for (const duration of [exponential(1), 1]) {
    within(steadily(single(4, duration, 5, { queueLimit: 0, full: 'exit' }, 30_000)).refused, 0.199067);
  }
});

test('Erlang C (A12): with 5 servers and a load of 4, 55.41 % wait', () => {
  within(steadily(single(4, exponential(1), 5, {}, 50_000)).waiting, 0.554113);
});

test('the gas station of simmer (A11): two sorts of customers, one pump, no queue: 0.5031 there', () => {
  const pump = (mean: number) => ({
    kind: 'service' as const,
    pools: [{ pool: 'pomp' }],
    duration: exponential(mean),
    queueLimit: 0,
    full: 'exit',
    outcomes: out,
  });
  const seen = steadily(
    chain({
      run: { unit: 'own', end: 400_000 },
      roles: { entry: 'auto' },
      pools: { pomp: places(1) },
      stations: { auto: pump(8), motor: pump(3) },
      arrivals: { a: { rate: { perUnit: 0.15 * 0.75 } }, b: { rate: { perUnit: 0.15 * 0.25 }, to: 'motor' } },
    }),
  );
  within(seen.number, 0.503106);
});

test('two classes at one reception (A15): both wait 0.2833', () => {
  const desk = (mean: number) => ({
    kind: 'service' as const,
    pools: [{ pool: 'balie' }],
    duration: exponential(mean),
    outcomes: out,
  });
  const spec = chain({
    run: { unit: 'own', end: 50_000 },
    roles: { entry: 'a' },
    pools: { balie: places(1) },
    stations: { a: desk(1 / 4), b: desk(1 / 6) },
    arrivals: { a: { rate: { perUnit: 1 } }, b: { rate: { perUnit: 2 }, to: 'b' } },
  });
  within(steadily(spec, 'a').wait, 0.283333);
  within(steadily(spec, 'b').wait, 0.283333);
});

test('priority without interruption (A16): those with priority are there 2 on average, the others 6', () => {
  const desk = (priority: number) => ({
    kind: 'service' as const,
    pools: [{ pool: 'balie' }],
    duration: exponential(1),
    priority,
    outcomes: out,
  });
  const spec = chain({
    run: { unit: 'own', end: 250_000 },
    roles: { entry: 'eerst' },
    pools: { balie: places(1) },
    stations: { eerst: desk(0), gewoon: desk(1) },
    arrivals: { a: { rate: { perUnit: 0.2 } }, b: { rate: { perUnit: 0.6 }, to: 'gewoon' } },
  });
  within(steadily(spec, 'eerst').sojourn, 2);
  within(steadily(spec, 'gewoon').sojourn, 6);
});

test('batches of four (A17): ten are there on average', () => {
  const spec = single(0.2, exponential(1), 1, {}, 600_000);
  const seen = steadily({ ...spec, arrivals: { bron: { rate: { perUnit: 0.2 }, batch: 4 } } });
  within(seen.number, 10);
});

test.each([
  [1, 1.26843],
  [4, 1.18252],
])('group sessions for at least %d and at most four (A18): wait %d', (minimum, wait) => {
  const seen = steadily(
    chain({
      run: { unit: 'own', end: 60_000 },
      pools: { zaal: places(1) },
      stations: {
        in: {
          kind: 'course',
          minimum,
          maximum: 4,
          starts: 'when-enough',
          pools: [{ pool: 'zaal' }],
          duration: exponential(1),
          outcomes: out,
        },
      },
      arrivals: { bron: { rate: { perUnit: 2 } } },
    }),
  );
  within(seen.wait, wait);
});

test.each([
  [10, 0.5, 0.103913, 2.078264],
  [12, 0.25, 0.181083, 8.691961],
])(
  'Erlang A (A19) with λ = %d and patience rate %d: %d lose patience, %d queue',
  (rate, impatience, abandon, queue) => {
    const seen = steadily(
      single(rate, exponential(1), 10, { patience: exponential(1 / impatience), impatient: 'exit' }, 15_000),
    );
    within(seen.refused, abandon);
    within(seen.queue, queue);
  },
);

test('a network of Jackson (A20): cold food, hot food and tills together hold 2.5966', () => {
  const work = (pool: string, mean: number, outcomes: typeof out | { share: number; to: string }[]) => ({
    kind: 'service' as const,
    pools: [{ pool }],
    duration: exponential(mean),
    outcomes,
  });
  const seen = steadily(
    chain({
      run: { unit: 'own', end: 250_000 },
      roles: { entry: 'koud' },
      pools: { koud: places(1), warm: places(2), kassa: places(2) },
      stations: {
        koud: work('koud', 1, [{ share: 0.3, to: 'warm' }, ...onwards('kassa')] as typeof out),
        warm: work('warm', 2.5, onwards('kassa')),
        kassa: work('kassa', 2, out),
      },
      arrivals: { a: { rate: { perUnit: 0.3 } }, b: { rate: { perUnit: 0.2 }, to: 'warm' } },
    }),
  );
  within(seen.number, 2.596587);
});

test('one in four comes back (A21): four are there on average', () => {
  const spec = single(0.6, exponential(1), 1, { outcomes: [{ share: 0.25, to: 'in' }, ...out] }, 500_000);
  within(steadily(spec).number, 4);
});

test('from 100 clients who stay 24 months, and 1.5 new a month (A24): 85.84, 74.82, 59.54 and 41.25 after 6, 12, 24 and 60', () => {
  const spec = chain({
    run: { unit: 'own', end: 60 },
    stations: { in: { kind: 'delay', duration: exponential(24), outcomes: out } },
    initial: [{ station: 'in', count: 100 }],
    arrivals: { bron: { rate: { perUnit: 1.5 } } },
  });
  const seen = queueOf(spec, [6, 12, 24, 60], 300);
  [85.8433, 74.818, 59.5443, 41.2534].forEach((mean, index) => {
    within(seen[index], mean);
  });
});

test('an M/M/1 that starts with ten (A26): 9.0022, 8.0699, 6.7008 and 4.9889 after 5, 10, 20 and 50', () => {
  const spec = { ...single(0.8, exponential(1), 1, {}, 50), initial: [{ station: 'in', count: 10 }] };
  const seen = queueOf(spec, [5, 10, 20, 50], 3000);
  [9.0022, 8.0699, 6.7008, 4.9889].forEach((mean, index) => {
    within(seen[index], mean);
  });
});

test('a rush hour at five counters (A27): 2.0181 just before, 12.8431 at its end, 2.6199 seven hours later', () => {
  const rate = {
    timed: [
      { at: 5, value: 2 },
      { at: 5, value: 8 },
      { at: 8, value: 8 },
      { at: 8, value: 2 },
    ],
  };
  const spec = { ...single(0, exponential(1), 5, {}, 15), arrivals: { bron: { rate: { perUnit: rate } } } };
  const seen = queueOf(spec, [2, 5, 6, 8, 10, 15], 2000);
  [1.7355, 2.0181, 6.4, 12.8431, 7.7274, 2.6199].forEach((mean, index) => {
    within(seen[index], mean);
  });
});

test('infinitely many counters in a daily tide (A29): 46.41, 68.65, 73.59 and 51.35 after ten days', () => {
  const tide = Array.from({ length: 259 }, (_, at) => ({ at, value: 10 + 5 * Math.sin((2 * Math.PI * at) / 24) }));
  const spec = chain({
    run: { unit: 'own', end: 258 },
    stations: { in: { kind: 'delay', duration: exponential(6), outcomes: out } },
    arrivals: { bron: { rate: { perUnit: { timed: tide } } } },
  });
  const seen = queueOf(spec, [240, 246, 252, 258], 400);
  [46.4094, 68.652, 73.5906, 51.348].forEach((mean, index) => {
    within(seen[index], mean);
  });
});
