// Weener XL ('s-Hertogenbosch) as data: what the description of 2015 states, and one doorrekening that keeps to it.
import { describe, expect, test } from 'vitest';
import { amountAt } from '../../src/chain/spec/amount.js';
import { daysPerMonth } from '../../src/chain/spec/duration.js';
import { cameIn, follow, station, studyOf } from './one-run.js';

const { spec } = studyOf('weener-xl');

/** How often a room opens from day `from` up to day `until`. */
function openings(pool: string, from: number, until: number): number {
  const declared = spec.pools[pool];
  if (declared?.kind !== 'places' || typeof declared.capacity === 'number') throw new Error(`${pool} has no timetable`);
  let count = 0;
  for (let quarter = from * 96; quarter < until * 96; quarter += 1) {
    const isOpen = (step: number): boolean => amountAt(declared.capacity, step / 96 + 1 / 1000) > 0;
    if (isOpen(quarter) && !isOpen(quarter - 1)) count += 1;
  }
  return count;
}

describe('the description says of Weener XL', () => {
  test('a talk of ten minutes first, and an application form at the groepsvoorlichting only', () => {
    expect(spec.roles.entry).toBe('receptie');
    const talk = station(spec, 'tienminutengesprek', 'service').hours as { value: number };
    expect(talk.value * 60).toBeCloseTo(10, 6);
    const granting = Object.entries(spec.stations).filter(([, { outcomes }]) => outcomes.some(({ grant }) => grant));
    expect(granting.map(([id]) => id)).toEqual(['individueel-poortgesprek', 'groepsvoorlichting']);
  });

  test.each(['voorlichtingszaal', 'computerzaal'])('two or three times a week in the %s, on working days', (pool) => {
    // Day 0 is a Wednesday, so days 3 and 4 are a weekend.
    for (let week = 1; week < 20; week += 1) {
      expect([2, 3]).toContain(openings(pool, week * 7 + 5, week * 7 + 12));
      expect(openings(pool, week * 7 + 3, week * 7 + 5)).toBe(0);
    }
  });

  test('a quick scan of fifteen at once, a startgesprek with a werkconsulent of her own, and a start on Monday', () => {
    expect(station(spec, 'quick-scan', 'course').maximum).toBe(15);
    expect(station(spec, 'startgesprek', 'service').pools).toEqual([{ pool: 'werkconsulenten', fixed: true }]);
    expect(spec.run.start).toBe('2014-10-01');
    const { starts } = station(spec, 'aan-de-slag', 'course');
    expect(starts).toEqual({ every: { value: 1, unit: 'weeks' }, first: 5.375 });
    expect(new Date(Date.UTC(2014, 9, 1 + 5)).getUTCDay()).toBe(1);
  });

  test('another way below a loonwaarde of 30 procent, and Aan de slag of six months for everybody above', () => {
    const [lowest, ...others] = station(spec, 'directe-match', 'router').outcomes;
    expect(lowest).toMatchObject({ when: { attribute: 'loonwaarde', is: '0-30' }, to: 'werk-en-participatie' });
    expect(others.at(-1)).toMatchObject({ rest: true, to: 'aan-de-slag' });
    const months = (id: string, kind: 'course' | 'delay'): number =>
      (station(spec, id, kind).duration as { value: number }).value;
    for (const id of ['aan-de-slag-30-80', 'aan-de-slag-80-plus']) {
      expect(months('aan-de-slag', 'course') + months(id, 'delay')).toBeCloseTo(6, 9);
    }
  });

  test('140 werkervaringsplaatsen of six months, 50 Bossche Banen of two years, and beschut werk for 5 and then 15', () => {
    expect(spec.pools['wep-plaatsen']).toMatchObject({ capacity: 140 });
    for (const id of ['wep', 'wep-direct']) {
      expect(station(spec, id, 'place').term).toEqual({ value: 6, unit: 'months' });
    }
    // Of 50 jobs of two years 25 come free in a year of 365.25 days.
    const weekly = station(spec, 'bossche-baan-match', 'stay').calls?.[0]?.take ?? NaN;
    expect((amountAt(weekly, 0) * 365.25) / 7).toBeCloseTo(25, 3);
    const monthly = station(spec, 'kandidaat-beschut', 'stay').calls?.[0]?.take ?? NaN;
    expect([0, 100, 500].map((day) => amountAt(monthly, day) * 12)).toEqual([
      0,
      expect.closeTo(5, 6),
      expect.closeTo(10, 6),
    ]);
  });

  test('paid work that Weener XL arranges is no longer bijstand', () => {
    for (const id of ['bossche-baan', 'nieuw-beschut', 'groepsdetachering']) {
      expect(station(spec, id, 'router').outcomes).toEqual([{ rest: true, to: 'exit', mark: 'basisbaan' }]);
    }
  });

  test('a specialist diagnosis of one week, or of four to six with experts from outside', () => {
    expect(station(spec, 'diagnose-intern', 'delay').duration).toEqual({ dist: 'constant', value: 1, unit: 'weeks' });
    expect(station(spec, 'diagnose-extern', 'delay').duration).toEqual({
      dist: 'uniform',
      low: 4,
      high: 6,
      unit: 'weeks',
    });
  });
});

describe('one doorrekening', () => {
  const run = follow(spec);

  test('loses nobody: who came in went out or is inside, and nobody is in two places at once', () => {
    expect(run.astray).toBe(0);
    expect(cameIn(run)).toBe(run.wentOut + run.inside);
    expect([...run.cameInAt.keys()].sort()).toEqual(['bestand', 'receptie']);
    expect(run.cameInAt.get('bestand')).toBe(3700);
  });

  test('fills the 140 werkervaringsplaatsen and never one more, for six months at most', () => {
    expect(run.most.get('wep-plaatsen')).toBe(140);
    expect((run.longest.get('wep') ?? NaN) / daysPerMonth).toBeCloseTo(6, 6);
  });

  test('tests fifteen at once at most, and sees everybody in Werk en Participatie within a year', () => {
    expect(run.groups.get('quick-scan')).toBeLessThanOrEqual(15);
    expect(run.longest.get('werk-en-participatie')).toBeLessThan(365);
  });
});
