// Bands of time on bijstand.
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

/** The instant at which a spell begun at `start` leaves a band; Infinity for the last. */
export function bandEnd(start: number, band: number): number {
  return band + 1 < starts.length ? start + starts[band + 1]! : Infinity;
}
