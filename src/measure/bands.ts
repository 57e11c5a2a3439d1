// Bands of time on bijstand, and the arithmetic by which a spell passes through them.
import { daysPerMonth } from '../chain/spec/duration.js';

const edges = [0, 6, 12, 24, 36, 60] as const;

/** `duur:0-6` … `duur:60+`, in rate-months since the melding. */
export const bandNames: readonly string[] = edges.map((from, band) => {
  const to = edges[band + 1];
  return to === undefined ? `duur:${from}+` : `duur:${from}-${to}`;
});

const starts = edges.map((months) => months * daysPerMonth);

/** The band in which a spell is after `elapsed` days. */
export function bandAt(elapsed: number): number {
  let band = starts.length - 1;
  while (band > 0 && elapsed < starts[band]!) band -= 1;
  return band;
}

/** Calls `visit` for each band that a spell begun at `start` passes through between `from` and `until`. */
export function throughBands(
  start: number,
  from: number,
  until: number,
  visit: (band: number, from: number, to: number) => void,
): void {
  for (let band = bandAt(from - start), at = from; at < until && band < starts.length; band += 1) {
    const end = Math.min(until, band + 1 < starts.length ? start + starts[band + 1]! : Infinity);
    visit(band, at, end);
    at = end;
  }
}
