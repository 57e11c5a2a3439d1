// Alphen aan den Rijn as data: what the description of 2015 states, and one doorrekening that keeps to it.
import { describe, expect, test } from 'vitest';
import { daysPerMonth } from '../../src/chain/spec/duration.js';
import { cameIn, follow, station, studyOf } from './one-run.js';

const { spec } = studyOf('alphen');
const intakes = ['wijk-1', 'wijk-2', 'wijk-3', 'wijk-4', 'wijk-5', 'eerste-vrije'].map((name) => `intake-${name}`);

describe('the description says of Alphen aan den Rijn', () => {
  test('five districts, each with intakers of its own; who has no address takes any intaker', () => {
    const skills = intakes.map(
      (id) => station(spec, id, 'service').pools.find(({ pool }) => pool === 'wijkteams')?.skill,
    );
    expect(skills).toEqual(['wijk-1', 'wijk-2', 'wijk-3', 'wijk-4', 'wijk-5', undefined]);
    expect(station(spec, 'wijk', 'router').outcomes[0]).toMatchObject({
      when: { attribute: 'zonder-adres', is: true },
      to: 'intake-eerste-vrije',
    });
  });

  test('a second talk within five working days of the first, of at most an hour and a half', () => {
    for (const id of intakes) {
      const { norm, hours, meets } = station(spec, id, 'service');
      expect(norm).toMatchObject({ within: { value: 5, unit: 'workdays' }, since: 'eerste-lijn' });
      expect(hours).toMatchObject({ high: 1.5 });
      expect(meets?.who).toBe('integraal intaker');
    }
  });

  test('re-integratie for groups 2 and 3 only, once bed, bad and brood are in order', () => {
    const ways = station(spec, 'doelgroep', 'router').outcomes.filter(({ to }) => to === 're-integratieplan');
    expect(ways.map(({ when }) => when)).toEqual([
      {
        any: [
          { attribute: 'groep', is: 'groep-2' },
          { attribute: 'groep', is: 'groep-3' },
        ],
      },
    ]);
    expect(station(spec, 're-integratieplan', 'service').after).toEqual(['bed-bad-brood']);
  });

  test('three workshops, 4 weeks of diagnoseplek, a leerwerkplek of 6 months that is extended once, a proefplaatsing of 2 months', () => {
    expect(station(spec, 'workshops', 'course').duration).toEqual({ dist: 'constant', value: 3, unit: 'weeks' });
    expect(station(spec, 'diagnoseplek', 'place').term).toEqual({ value: 4, unit: 'weeks' });
    expect(station(spec, 'leerwerkplek', 'place')).toMatchObject({
      term: { value: 6, unit: 'months' },
      extension: { term: { value: 6, unit: 'months' } },
    });
    expect(station(spec, 'proefplaatsing', 'place').term).toEqual({ value: 2, unit: 'months' });
  });

  test('workshops for whoever can be placed within two years, and a diagnoseplek for the others', () => {
    expect(station(spec, 'instrument', 'router').outcomes).toMatchObject([
      { when: { attribute: 'termijn-tot-werk', is: '0-2-jaar' }, to: 'workshops' },
      { rest: true, to: 'diagnoseplek' },
    ]);
  });

  test('a traject of two years at most: all instruments one after another', () => {
    const wsp = station(spec, 'bemiddeling-wsp', 'delay').duration as { value: number };
    const weeks = 7 / daysPerMonth;
    expect(3 * weeks + 4 * weeks + 6 + 6 + 2 + wsp.value).toBeCloseTo(24, 2);
  });

  test('a participatieplaats of two years, and no nieuw beschut werk', () => {
    expect(station(spec, 'participatieplaats', 'place').term).toEqual({ value: 2, unit: 'years' });
    const way = station(spec, 'niet-bemiddelbaar', 'router').outcomes.find(({ to }) => to === 'nieuw-beschut');
    expect(way?.share).toBe(0);
  });
});

describe('one doorrekening', () => {
  let together = 0;
  let plans = 0;
  const run = follow(spec, (places) => ({
    started: ({ client }, { id }) => {
      if (id !== 're-integratieplan') return;
      plans += 1;
      if (places(client).includes('bed-bad-brood')) together += 1;
    },
  }));

  test('loses nobody: who came in went out or is inside, and nobody is in two places at once', () => {
    expect(run.astray).toBe(0);
    expect(cameIn(run)).toBe(run.wentOut + run.inside);
    expect([...run.cameInAt.keys()].sort()).toEqual(['bestand', 'melding']);
    expect(run.cameInAt.get('bestand')).toBe(2000);
  });

  test('begins no plan before bed, bad and brood are in order, and opens no beschut werk', () => {
    expect(plans).toBeGreaterThan(300);
    expect(together).toBe(0);
    expect(run.longest.has('nieuw-beschut')).toBe(false);
  });

  test('lets no stay go beyond its term', () => {
    const months = (id: string): number => (run.longest.get(id) ?? NaN) / daysPerMonth;
    expect(months('leerwerkplek')).toBeCloseTo(12, 6);
    expect(months('proefplaatsing')).toBeCloseTo(2, 6);
    expect(months('participatieplaats')).toBeCloseTo(24, 6);
    expect(run.longest.get('diagnoseplek')).toBeCloseTo(28, 6);
  });
});
