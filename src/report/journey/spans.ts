// Days and spans of days in words, with their spread over the draws.
import type { Band } from '../../analysis/bands.js';
import { number, plural } from '../words.js';

const units = [
  { from: 120, days: 365.25 / 12, one: 'maand', many: 'maanden' },
  { from: 14, days: 7, one: 'week', many: 'weken' },
  { from: 0, days: 1, one: 'dag', many: 'dagen' },
] as const;

/** `6 dagen (5 tot 8)`, `7 weken`, `minder dan een dag`: the median in the unit that reads well, and 10 to 90 % where they differ from it. */
export function spanText({ p10, p50, p90 }: Band): string {
  const unit = units.find(({ from }) => p50 >= from) ?? units[2];
  if (p50 < 0.5) return p90 < 0.5 ? 'minder dan een dag' : `minder dan een dag (tot ${plural(p90, 'dag', 'dagen')})`;
  const shown = plural(p50 / unit.days, unit.one, unit.many);
  const [low, high] = [p10, p90].map((value) => number(value / unit.days));
  return low === high ? shown : `${shown} (${low ?? ''} tot ${high ?? ''})`;
}

/** `6`, `6 (5 tot 8)`: a day, and 10 to 90 % of the draws. */
export function dayText({ p10, p50, p90 }: Band): string {
  const [low, middle, high] = [p10, p50, p90].map((value) => number(value));
  return low === high ? (middle ?? '') : `${middle ?? ''} (${low ?? ''} tot ${high ?? ''})`;
}

/** Whether all draws say the same day. */
export function isOneDay({ p10, p90 }: Band): boolean {
  return Math.round(p10) === Math.round(p90);
}
