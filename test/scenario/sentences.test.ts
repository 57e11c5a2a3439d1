// The changes of a scenario, read aloud.
import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../src/scenario/dates.js';
import { changeSentences, formatValue } from '../../src/scenario/sentences.js';
import { changeOf } from './change-of.js';
import { parameterOf, tableOf } from './parameter-of.js';

const span = { start: '2017-10-01', end: '2023-01-01' };
const table = tableOf(
  parameterOf({ name: 'bap.aandeel', value: 0.194, unit: 'aandeel van toekenningen' }),
  parameterOf({ name: 'bap.fte', value: 6, unit: 'fte' }),
  parameterOf({ name: 'nazorg.effect', value: 0.8, unit: 'factor' }),
);
const july = daysBetween('2017-10-01', '2019-07-01');
const share = { parameter: 'bap.aandeel', value: 0.4, from: july };
const fte = { parameter: 'bap.fte', operation: 'add' as const, value: 4, from: july };
const sentence = (...changes: Parameters<typeof changeOf>[0][]): string =>
  changeSentences(changes.map(changeOf), table, span).join('\n');

describe('the sentence of a change', () => {
  it('names both days of a ramp of six months', () => {
    expect(sentence({ ...share, ramp: 184 })).toBe(
      'bap.aandeel gaat van 19,4 % naar 40 % tussen 1 juli 2019 en 31 december 2019 en blijft zo tot en met 31 december 2022 (einde van de doorrekening).',
    );
  });

  it('puts the label before the id, and a colon in the place of the verb', () => {
    const labelled = tableOf(parameterOf({ name: 'bap.fte', label: 'bezetting van de BAP', value: 6, unit: 'fte' }));
    expect(changeSentences([changeOf({ ...fte, from: null })], labelled, span)).toEqual([
      'bezetting van de BAP (bap.fte): 10 fte in plaats van 6 fte (plus 4 fte), van 1 oktober 2017 tot en met 31 december 2022 (de hele doorrekening).',
    ]);
  });

  it('says how much is added and until which day', () => {
    expect(sentence({ ...fte, through: daysBetween('2017-10-01', '2020-06-30') })).toBe(
      'bap.fte gaat van 6 fte naar 10 fte (plus 4 fte) op 1 juli 2019, tot en met 30 juni 2020; daarna is het weer 6 fte.',
    );
  });

  it('names the days of the run when a change holds throughout', () => {
    expect(sentence({ parameter: 'nazorg.effect', operation: 'multiply', value: 0.5 })).toBe(
      'nazorg.effect is 0,4 in plaats van 0,8 (maal 0,5), van 1 oktober 2017 tot en met 31 december 2022 (de hele doorrekening).',
    );
  });

  it('starts from what the changes before it made', () => {
    expect(sentence(fte, { ...fte, value: -1, from: july + 31 }).split('\n')[1]).toBe(
      'bap.fte gaat van 10 fte naar 9 fte (min 1 fte) op 1 augustus 2019 en blijft zo tot en met 31 december 2022 (einde van de doorrekening).',
    );
  });

  it('gives the value that a ramp has reached when its last day breaks it off', () => {
    // 92 of 184 days: half of 19,4 -> 40 %.
    expect(sentence({ ...share, ramp: 184, through: july + 91 })).toBe(
      'bap.aandeel gaat van 19,4 % naar 29,7 % tussen 1 juli 2019 en 30 september 2019, tot en met 30 september 2019; daarna is het weer 19,4 %.',
    );
  });

  it('says so when a change comes after the run', () => {
    expect(sentence({ ...fte, from: daysBetween('2017-10-01', '2024-01-01') })).toBe(
      'bap.fte verandert pas op 1 januari 2024, na de laatste dag van de doorrekening (31 december 2022): geen gevolg.',
    );
  });

  it('adds points, not percentages, to a share', () => {
    expect(sentence({ ...share, operation: 'add', value: 0.05 })).toContain('naar 24,4 % (plus 5 procentpunt)');
  });
});

describe('a value in words', () => {
  it('has a decimal comma, points between thousands and its unit', () => {
    expect(formatValue(2110, 'per jaar')).toBe('2.110 per jaar');
    expect(formatValue(0.008, 'per maand')).toBe('0,008 per maand');
    expect(formatValue(1.25, 'factor')).toBe('1,25');
    expect(formatValue(0.9, 'correlatie')).toBe('0,9');
  });
});
