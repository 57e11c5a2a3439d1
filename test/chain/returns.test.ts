// Herinstroom: former clients who apply again, by hand. With luck() every draw is ½, so every unit exponential is ln 2.
import { expect, test } from 'vitest';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { daysPerMonth } from '../../src/chain/spec/duration.js';
import { chain, dice, luck, out, times, told, watch } from './helpers.js';

type Spells = NonNullable<ChainInput['spells']>;
const threshold = Math.LN2;
const work = { kind: 'hazard' as const, label: '', perMonth: 0.5, destination: 'werk' as const };
const returns = { horizonMonths: 60, after: { default: [{ perMonth: 0.02 }] }, never: [], endedBy: [] };
const spell = (threshold / 0.5) * daysPerMonth;

function again(parts: Partial<Spells>, rest: Partial<ChainInput> = {}, streams = luck()) {
  return watch(
    chain({
      run: { start: '2018-01-01', end: 3000 },
      roles: { entry: 'bestand' },
      stations: { bestand: { kind: 'stay' } },
      arrivals: { bron: { times: [100] } },
      spells: { risks: { werk: work }, returns, ...parts },
      ...rest,
    }),
    streams,
  );
}

test('a former client applies again when the hazard since her exit has reached her threshold', () => {
  const applied = times(again({}), 'applied');
  const back = (threshold / 0.02) * daysPerMonth;
  expect(applied[1]).toBeCloseTo(100 + spell + back, 9);
  expect(applied[2]).toBeCloseTo(100 + 2 * (spell + back), 9);
});

test('the hazard runs through its pieces by months since the exit, and its reason has pieces of its own', () => {
  const after = { default: [{ perMonth: 9 }], werk: [{ untilMonths: 12, perMonth: 0.04 }, { perMonth: 0.01 }] };
  // 12 months use 0.48; the remaining 0.2131 takes 21.31 months.
  const applied = times(again({ returns: { ...returns, after } }), 'applied');
  expect(applied[1]).toBeCloseTo(100 + spell + (12 + (threshold - 0.48) / 0.01) * daysPerMonth, 6);
});

test('beyond the horizon nobody comes back', () => {
  expect(times(again({ returns: { ...returns, horizonMonths: 34 } }), 'applied')).toHaveLength(1);
  expect(times(again({ returns: { ...returns, horizonMonths: 35 } }), 'applied').length).toBeGreaterThan(1);
});

test('nor after a reason after which nobody returns', () => {
  expect(times(again({ returns: { ...returns, never: ['werk'] } }), 'applied')).toHaveLength(1);
});

test('moving away during the absence ends it for good', () => {
  const moving = { kind: 'hazard' as const, label: '', perMonth: 0.03, destination: 'overig' as const };
  // Moves after ln 2 / 0.03 = 23.1 months, would come back after 34.7.
  expect(
    times(
      again({ risks: { werk: work, verhuizing: moving }, returns: { ...returns, endedBy: ['verhuizing'] } }),
      'applied',
    ),
  ).toHaveLength(1);
  const later = { ...moving, perMonth: 0.019 };
  expect(
    times(
      again({ risks: { werk: work, verhuizing: later }, returns: { ...returns, endedBy: ['verhuizing'] } }),
      'applied',
    ).length,
  ).toBeGreaterThan(1);
});

test('and so does the AOW age', () => {
  const risks: Spells['risks'] = {
    werk: work,
    aow: { kind: 'age', label: '', attribute: 'leeftijd', years: 67, destination: 'overig' },
  };
  const aged = (years: number) => ({ attributes: { leeftijd: { kind: 'age' as const, dist: years } } });
  // Back after 1.386 + 34.66 months, which is 3.004 years.
  expect(times(again({ risks }, aged(63.99)), 'applied')).toHaveLength(2);
  expect(times(again({ risks }, aged(64.01)), 'applied')).toHaveLength(1);
});

test('nazorg multiplies the hazard during its months', () => {
  const aftercare = { factor: 0.5, months: 6, reasons: ['werk'] };
  const applied = times(again({ returns: { ...returns, aftercare } }), 'applied');
  expect(applied[1]).toBeCloseTo(100 + spell + (6 + (threshold - 6 * 0.01) / 0.02) * daysPerMonth, 6);
});

test('a returner comes with her own luck of the next spell, and not with hours left from a handover that was cut short', () => {
  const moments = again(
    { risks: { werk: { ...work, perMonth: 0.2 } } },
    {
      roles: { entry: 'in' },
      pools: { team: { kind: 'hours', fte: 1, productiveHoursPerYear: 365.25 * 8, share: 1 } },
      stations: {
        in: {
          kind: 'service',
          pools: [{ pool: 'team' }],
          hours: 8,
          outcomes: [{ rest: true, to: 'bestand', handover: { kind: 'cold', delay: 900, repeatHours: 80 } }],
        },
        bestand: { kind: 'stay' },
      },
    },
  );
  // Every time one day of service; both times she leaves while she is on her way to the stock.
  const left = times(moments, 'left', 'in');
  const began = times(moments, 'started', 'in');
  expect(left.length).toBeGreaterThanOrEqual(2);
  left.forEach((time, index) => {
    expect(time - (began[index] ?? NaN)).toBeCloseTo(1, 9);
  });
});

test('who was refused may apply again as well', () => {
  const moments = again(
    { marks: { 'geen-recht': { label: '', destination: 'geen-recht' } } },
    { stations: { bestand: { kind: 'router', outcomes: [{ rest: true, to: 'exit', mark: 'geen-recht' }] } } },
  );
  expect(told(moments, 'ended')[0]).toBe('100 0 geen-recht');
  expect(times(moments, 'applied')[1]).toBeCloseTo(100 + (threshold / 0.02) * daysPerMonth, 9);
});

test('a chain without spells never sees anybody twice', () => {
  const moments = watch(
    chain({ stations: { in: { kind: 'delay', duration: 1, outcomes: out } }, arrivals: { bron: { interval: 2 } } }),
  );
  const who = moments.filter(({ what }) => what === 'applied').map((moment) => moment.who);
  expect(new Set(who).size).toBe(who.length);
});

test('of many who found work the share that is back within a year is 1 - exp(-12 x hazard)', () => {
  const moments = again({}, { arrivals: { bron: { times: [1], batch: 4000 } } }, dice());
  const exits = new Map<number, number>();
  let back = 0;
  for (const { what, who, time } of moments) {
    if (what === 'ended' && !exits.has(who)) exits.set(who, time);
    else if (what === 'applied' && exits.has(who) && time > 0) {
      if (time - (exits.get(who) ?? 0) <= 12 * daysPerMonth) back += 1;
      exits.set(who, -Infinity);
    }
  }
  const expected = 1 - Math.exp(-0.24);
  expect(Math.abs(back / 4000 - expected)).toBeLessThan(3.5 * Math.sqrt((expected * (1 - expected)) / 4000));
});
