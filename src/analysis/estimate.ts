// A mean with its margin as the published documents write it.
import type { Interval } from './interval.js';

/** A mean over draws and the half width of its 95 % interval (null with one draw). Keys are Dutch: this is the published document. */
export interface Estimate {
  gemiddelde: number;
  marge: number | null;
}

/** NaN where there was nothing to observe. */
export function estimate(found: Interval | null): Estimate {
  return found === null ? { gemiddelde: NaN, marge: null } : { gemiddelde: found.mean, marge: found.halfWidth };
}
