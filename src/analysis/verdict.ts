// How a difference may be worded: by its size and by how many draws agree on its sign.
import { mean } from 'simple-statistics';

export interface Verdict {
  outcome: 'geen verschil' | 'verwaarloosbaar' | 'richting onzeker' | 'lager' | 'hoger';
  /** Draws in which the difference is below, or above, zero. */
  lower: number;
  higher: number;
  draws: number;
}

/**
 * `threshold`: mean differences smaller than this (in the unit of the differences) are negligible, whatever their sign.
 * `agreement`: the share of draws that must have the sign of the mean before a direction is named.
 */
export function verdict(
  differences: ArrayLike<number>,
  { threshold = 25, agreement = 0.9 }: { threshold?: number; agreement?: number } = {},
): Verdict {
  const values = Array.from(differences);
  const lower = values.filter((value) => value < 0).length;
  const higher = values.filter((value) => value > 0).length;
  const counts = { lower, higher, draws: values.length };
  if (lower === 0 && higher === 0) return { outcome: 'geen verschil', ...counts };
  const centre = mean(values);
  if (Math.abs(centre) < threshold) return { outcome: 'verwaarloosbaar', ...counts };
  // Counted in whole draws, because 0.9 · 10 is not exactly 9 in binary.
  const needed = Math.ceil(agreement * values.length - 1e-9);
  if ((centre < 0 ? lower : higher) < needed) return { outcome: 'richting onzeker', ...counts };
  return { outcome: centre < 0 ? 'lager' : 'hoger', ...counts };
}

/** The verdict in words: `lager in 97 van de 100 doorrekeningen`. */
export function verdictText({ outcome, lower, higher, draws }: Verdict): string {
  const times = (count: number): string => `in ${count} van de ${draws} doorrekeningen`;
  switch (outcome) {
    case 'geen verschil':
      return 'geen verschil';
    case 'verwaarloosbaar':
      return 'verwaarloosbaar';
    case 'richting onzeker':
      return `richting onzeker: lager ${times(lower)}, hoger in ${higher}`;
    case 'lager':
      return `lager ${times(lower)}`;
    case 'hoger':
      return `hoger ${times(higher)}`;
  }
}
