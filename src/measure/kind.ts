// A measure by name: what it means, which series it has for a chain, and how it counts them in one run.
import type { Observer } from '../chain/observer.js';
import type { Run } from '../chain/simulate-chain.js';
import type { Frame } from './frame.js';
import type { Series } from './series.js';

/** What people read about a measure. */
export interface MeasureText {
  readonly id: string;
  /** Units in which it is given. */
  readonly unit: string;
  readonly label: string;
  readonly better: 'hoger' | 'lager' | 'geen oordeel';
  readonly explanation: string;
}

/** Counts one run. It looks and never touches: its only events are observations at rank `observe`. */
export interface Recorder {
  readonly observer: Observer;
  /** Writes the values of its series from position `at` on, once the run is over. */
  write(into: Float64Array, at: number): void;
}

export interface Meter {
  readonly series: readonly Series[];
  record(run: Run): Recorder;
}

/** `open` gives undefined for a chain that has nothing of the kind. */
export interface MeasureKind {
  readonly texts: readonly MeasureText[];
  open(frame: Frame): Meter | undefined;
}
