// All meters of a chain together: one catalogue, one observer, one row of values.
import { together, type Observer } from '../chain/observer.js';
import type { Run } from '../chain/simulate-chain.js';
import type { ChainSpec } from '../chain/spec/chain.js';
import { frameOf } from './frame.js';
import type { MeasureKind, MeasureText, Recorder } from './kind.js';
import { measureKinds } from './registry.js';
import type { Series } from './series.js';

export interface Meters {
  /** Depends on the declared structure of the chain only (names and dates), so it is the same for all scenarios and draws. */
  readonly catalogue: readonly Series[];
  /** To be handed to `simulateChain`; starts all counts anew. */
  readonly prepare: (run: Run) => Observer;
  /** A value for every series of the catalogue, once the run is over; NaN where there was nothing to observe. Throws before any run. */
  values(): Float64Array;
}

/** `kinds` are the measures that are on; by default all of them. */
export function createMeters(spec: ChainSpec, kinds: readonly MeasureKind[] = measureKinds): Meters {
  const frame = frameOf(spec);
  const meters = kinds.flatMap((kind) => kind.open(frame) ?? []);
  const catalogue = meters.flatMap(({ series }) => series);
  let recorders: readonly Recorder[] | undefined;
  return {
    catalogue,
    prepare(run) {
      recorders = meters.map((meter) => meter.record(run));
      return together(recorders.map(({ observer }) => observer));
    },
    values() {
      if (recorders === undefined) throw new Error('these meters have not seen a run');
      const values = new Float64Array(catalogue.length);
      let at = 0;
      for (const [index, recorder] of recorders.entries()) {
        recorder.write(values, at);
        at += meters[index]!.series.length;
      }
      return values;
    },
  };
}

/** What every measure means, in Dutch, for the report and the list of data. */
export function describeMeasures(): readonly MeasureText[] {
  return measureKinds.flatMap(({ texts }) => texts);
}
