// The value of a break-even in words: as a percentage of what it was, or in the unit of the parameter.
import { dutch, isShare, type Parameter } from './parameter.js';
import { formatValue } from './sentences.js';
import type { Sweep } from './shelf.js';

/** Three figures: a break-even is never known better than that. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** `35 %` (how much it changes), `4 fte`, `12,5 procentpunt`, `0,36`. Never with a sign: the sentence says which way. */
export function sweepValueText({ operation, telling }: Sweep, value: number, { value: base, unit }: Parameter): string {
  if (telling === 'procent') {
    const change = operation === 'multiply' ? value - 1 : operation === 'set' ? value / base - 1 : value / base;
    const percentage = 100 * Math.abs(change);
    return `${dutch(Number(percentage.toFixed(percentage < 10 ? 1 : 0)))} %`;
  }
  if (operation === 'set') return formatValue(rounded(value), unit);
  if (operation === 'multiply') return formatValue(rounded(base * value), unit);
  const size = rounded(Math.abs(value));
  return isShare(unit) ? `${dutch(100 * size)} procentpunt` : formatValue(size, unit);
}

/** The sentence with its value in it: "de herinstroom na werk met 35 % verlagen". */
export function sweepSentence(sweep: Sweep, value: number, parameter: Parameter): string {
  return sweep.sentence.replaceAll('{x}', sweepValueText(sweep, value, parameter));
}
