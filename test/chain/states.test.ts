// States within a spell: entered and left by hazards of their own, and factors on the risks while they last.
import { expect, test } from 'vitest';
import { checkChain } from '../../src/chain/check.js';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { daysPerMonth } from '../../src/chain/spec/duration.js';
import { chain, dice, luck, times, watch } from './helpers.js';
import type { Streams } from '../../src/random/streams.js';

type Spells = NonNullable<ChainInput['spells']>;
const half = Math.LN2;
const werk = { kind: 'hazard', label: '', perMonth: 0.05, destination: 'werk' } as const;
const deeltijd = { label: 'werkt in deeltijd', begins: { perMonth: 0.1 }, ends: { perMonth: 0.2 } };

function withStates(states: Spells['states'], parts: Partial<ChainInput> = {}, risks: Spells['risks'] = { werk }) {
  return chain({
    run: { start: '2018-01-01', end: 20_000 },
    roles: { entry: 'bestand' },
    stations: { bestand: { kind: 'stay' } },
    arrivals: { bron: { times: [100] } },
    spells: { risks, ...(states === undefined ? {} : { states }) },
    ...parts,
  });
}

/** When she went in and out of the first state: positive in, negative out. */
function turns(spec: ReturnType<typeof chain>, streams: Streams = luck()): { turns: number[]; ended: number[] } {
  const seen: number[] = [];
  const moments = watch(spec, streams, () => ({
    stateChanged: (_client, _state, isIn, now) => seen.push(isIn ? now : -now),
  }));
  return { turns: seen, ended: times(moments, 'ended') };
}

test('a state begins and ends when its own hazards reach their thresholds, for as long as the spell lasts', () => {
  // Thresholds are ln 2: in after 6.93 months at 0.1, out after 3.47 at 0.2; work ends it all after 13.86 months.
  const { turns: seen, ended } = turns(withStates({ deeltijd }));
  const [into, out] = [(half / 0.1) * daysPerMonth, (half / 0.2) * daysPerMonth];
  expect(ended[0]).toBeCloseTo(100 + (half / 0.05) * daysPerMonth, 9);
  expect(seen).toHaveLength(2);
  expect(seen[0]).toBeCloseTo(100 + into, 9);
  expect(seen[1]).toBeCloseTo(-(100 + into + out), 9);
});

test('while it lasts, its factor multiplies the hazard of a risk', () => {
  // Off 6.93 months at 0.05 uses half of ln 2; then at 0.15, three times as fast, the other half takes 2.31 months: before the state would end.
  const faster = { ...deeltijd, effects: [{ risk: 'werk', factor: 3 }] };
  const { turns: seen, ended } = turns(withStates({ deeltijd: faster }));
  expect(seen).toHaveLength(1);
  expect(ended[0]).toBeCloseTo(100 + (half / 0.1 + half / 0.3) * daysPerMonth, 9);
});

test('afterwards the hazard is what it was', () => {
  // Doubled from 6.93 to 10.40 months: 0.3466 + 0.3466 would be ln 2, so at 1.5 it is 0.3466 + 0.2599; the rest, 0.0866, takes 1.73 months.
  const faster = { ...deeltijd, effects: [{ risk: 'werk', factor: 1.5 }] };
  const { ended } = turns(withStates({ deeltijd: faster }));
  expect(ended[0]).toBeCloseTo(100 + (half / 0.1 + half / 0.2 + half / 4 / 2 / 0.05) * daysPerMonth, 6);
});

test('a factor 1 leaves every end of a spell where it was, to the bit', () => {
  const many = { arrivals: { bron: { times: Array.from({ length: 200 }, (_, n) => n) } } };
  const neutral = { ...deeltijd, effects: [{ risk: 'werk', factor: 1 }] };
  const [without, beside] = [undefined, { deeltijd: neutral }].map((states) => turns(withStates(states, many), dice()));
  expect(beside?.turns.length).toBeGreaterThan(200);
  expect(beside?.ended).toEqual(without?.ended);
});

test('a load makes it begin sooner for some', () => {
  const loaded = { ...deeltijd, begins: { perMonth: 0.1, load: { z: 0.8 } } };
  const { turns: seen } = turns(withStates({ deeltijd: loaded }, { attributes: { z: { kind: 'number', dist: 1 } } }));
  expect(seen[0]).toBeCloseTo(100 + (half / (0.1 * Math.exp(0.8))) * daysPerMonth, 9);
});

test('a programme may work on how often a state begins, and not on how it ends', () => {
  // Three months at 0.2 use 0.6 of 0.6931; out of the programme the rest, 0.0931, takes 0.931 months at 0.1; the way out is at 0.2 as always.
  const spec = withStates(
    { deeltijd },
    {
      roles: { entry: 'programma' },
      stations: {
        programma: {
          kind: 'delay',
          duration: { dist: 'constant', value: 3, unit: 'months' },
          effects: [{ risk: 'deeltijd', during: 2 }],
          outcomes: [{ rest: true, to: 'bestand' }],
        },
        bestand: { kind: 'stay' },
      },
    },
  );
  expect(checkChain(spec)).toEqual([]);
  const { turns: seen } = turns(spec);
  const into = (3 + (half - 0.6) / 0.1) * daysPerMonth;
  expect(seen[0]).toBeCloseTo(100 + into, 1);
  expect((seen[1] ?? 0) + (seen[0] ?? 0)).toBeCloseTo(-(half / 0.2) * daysPerMonth, 6);
});

test('of a stock that has run for long, b/(b+e) are in the state at the start', () => {
  // b = 0.1, e = 0.3: a quarter. 4000 clients, so the standard error is 0.7 of a hundredth.
  const spec = withStates(
    { deeltijd: { ...deeltijd, ends: { perMonth: 0.3 } } },
    {
      run: { start: '2018-01-01', end: 1 },
      spells: {
        risks: { werk: { ...werk, perMonth: 0.002 } },
        states: { deeltijd: { ...deeltijd, ends: { perMonth: 0.3 } } },
        stock: { count: 4000, station: 'bestand', elapsed: 'stationary' },
      },
    },
  );
  let placed = 0;
  watch(spec, dice(), () => ({
    stateChanged: (_client, _state, isIn, now) => {
      if (now === 0 && isIn) placed += 1;
    },
  }));
  expect(Math.abs(placed / 4000 - 0.25)).toBeLessThan(0.021);
});

test('mistakes in a state are named with their place', () => {
  const wrong = withStates(
    { werk: { ...deeltijd, begins: { perMonth: 0.1, load: { zz: 1 } }, effects: [{ risk: 'werkk', factor: 2 }] } },
    { attributes: { z: { kind: 'number', dist: 1 } } },
  );
  expect(checkChain(wrong).map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
    expect.stringContaining("spells.states.werk: 'werk' is al de naam van een risico"),
    expect.stringContaining("spells.states.werk.begins.load.zz: kenmerk 'zz' bestaat niet"),
    expect.stringContaining("spells.states.werk.effects.0.risk: risico 'werkk' bestaat niet. Bedoelde u 'werk'?"),
  ]);
});
