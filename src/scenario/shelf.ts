// What a scenario says about itself on the shelf: how well its effect is known, which lever it pulls, what should move, and its break-even.
import type { Change, Operation } from './change.js';

/** A: an effect with a causal study. B: none, so only a break-even can be told. C: not calculable. */
export const evidenceClasses = ['A', 'B', 'C'] as const;
export type EvidenceClass = (typeof evidenceClasses)[number];

export const directions = ['omlaag', 'omhoog', 'onbekend'] as const;
export type Direction = (typeof directions)[number];

/** How the value of a break-even is told: as a percentage of what it was, or in the unit of the parameter. */
export const tellings = ['procent', 'waarde'] as const;
export type Telling = (typeof tellings)[number];

/** One number turned from `from` to `to`, to find where it brings `goalPersons` fewer persons. */
export interface Sweep {
  readonly parameter: string;
  readonly operation: Operation;
  /** Operands of the operation: a factor, an addition or the value itself. */
  readonly from: number;
  readonly to: number;
  /** First day, in days since the chain's start; null: the whole run. */
  readonly day: number | null;
  readonly goalPersons: number;
  /** What must happen, with `{x}` where the value comes: "de herinstroom na werk met {x} verlagen". */
  readonly sentence: string;
  readonly telling: Telling;
}

export interface Pilot {
  readonly station: string;
  readonly question: string;
  /** First and last day, ISO. */
  readonly begin: string;
  readonly end: string;
  /** Stop when the net effect after so many months is below a share of the participants; null: none was written. */
  readonly stopRule: { readonly afterMonths: number; readonly netBelow: number } | null;
  /** What counts as success, in the author's words; '' where she does not say. */
  readonly norm: string;
}

export interface Shelf {
  /** Null: the author did not say. */
  readonly evidence: EvidenceClass | null;
  readonly evidenceReason: string;
  /** Free ids, such as `L4`. */
  readonly levers: readonly string[];
  /** The series that the lever should move, `maat|plaats|groep|eenheid`, and where to. */
  readonly measure: { readonly selector: string; readonly direction: Direction } | null;
  /** Why this model shows nothing; '' where there is a measure or the author does not say. */
  readonly noMeasure: string;
  readonly sweep: Sweep | null;
  readonly pilot: Pilot | null;
}

/** The change that puts the sweep at one value of its range. */
export function sweepChange({ parameter, operation, day }: Sweep, value: number): Change {
  return { parameter, operation, value, from: day, through: null, ramp: 0 };
}
