// Where the trend that a volume is laid beside is flat: outside the figures of its series, or everywhere because that was asked.
import { dayNumber, isoDate } from '../chain/civil-date.js';
import { type Trend, volumeSpan } from '../scenario/trend.js';
import type { Ambition } from './ambition.js';

/** Keys are Dutch: this is part of the published document. */
export interface FlatTrend {
  deel: 'geheel' | 'deels';
  /** The first and the last month at whose first day the series knows the volume; null when a flat trend was asked. */
  reeks: { begin: string; eind: string } | null;
}

/** Null when the series knows the volume from the start of the ambition to its end. */
export function flatTrend(trend: Trend, { start, end }: Ambition): FlatTrend | null {
  const span = volumeSpan(trend);
  if (span === null) return { deel: 'geheel', reeks: null };
  const [from, to] = [dayNumber(`${start}-01`), dayNumber(`${end}-01`)];
  if (span.first <= from && to <= span.last) return null;
  const month = (day: number): string => isoDate(day).slice(0, 7);
  return {
    deel: to <= span.first || from >= span.last ? 'geheel' : 'deels',
    reeks: { begin: month(span.first), eind: month(span.last) },
  };
}
