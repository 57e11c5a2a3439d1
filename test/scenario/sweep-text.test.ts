// The value of a break-even in words, and where the ends of a sweep are judged.
import { describe, expect, it } from 'vitest';
import type { Sweep } from '../../src/scenario/shelf.js';
import { sweepSentence, sweepValueText } from '../../src/scenario/sweep-text.js';
import { parameterOf } from './parameter-of.js';

const share = parameterOf({ name: 'aandeel', value: 0.2, unit: 'aandeel van toekenningen' });
const staff = parameterOf({ name: 'fte', value: 4, unit: 'fte' });

function sweep(given: Partial<Sweep>): Sweep {
  const rest = { parameter: '', from: 1, to: 0, day: null, goalPersons: 100, sentence: 'x met {x} verlagen' };
  return { ...rest, operation: 'multiply', telling: 'procent', ...given };
}

describe('sweepValueText', () => {
  it('as a percentage says how much the parameter changes, whatever the operation', () => {
    expect(sweepValueText(sweep({}), 0.64, staff)).toBe('36 %');
    expect(sweepValueText(sweep({}), 1.055, staff)).toBe('5,5 %');
    expect(sweepValueText(sweep({ operation: 'set' }), 5, staff)).toBe('25 %');
    expect(sweepValueText(sweep({ operation: 'add' }), -1, staff)).toBe('25 %');
  });

  it('as a value stands in the unit of the parameter, in three figures', () => {
    const value = (operation: Sweep['operation'], x: number, of = staff) =>
      sweepValueText(sweep({ operation, telling: 'waarde' }), x, of);
    expect(value('set', 5.4321)).toBe('5,43 fte');
    expect(value('multiply', 1.5)).toBe('6 fte');
    expect(value('add', -1.25)).toBe('1,25 fte');
    expect(value('add', 0.125, share)).toBe('12,5 procentpunt');
    expect(value('set', 0.4, share)).toBe('40 %');
  });

  it('comes in the place of {x} in the sentence', () => {
    expect(sweepSentence(sweep({}), 0.5, staff)).toBe('x met 50 % verlagen');
  });
});
