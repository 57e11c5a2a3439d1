// What a comparison says of scenarios by their class: whether the named series moved, how far a number must go, and what was not computed.
import type { Direction, EvidenceClass } from '../scenario/shelf.js';
import type { Movement } from './moved.js';
import type { Estimate } from './summary.js';

/** Keys are Dutch: this is part of the published document. */
export interface MovementSummary {
  meetpunt: string;
  richting: Direction;
  uitkomst: Movement;
  /** Scenario less base; null when there was nothing to observe. */
  verschil: Estimate | null;
  basis: number | null;
  eenheid: string;
  periode: string;
}

/** Class B: never a volume. */
export interface BreakEvenSummary {
  id: string;
  naam: string;
  klasse: 'B';
  reden: string;
  hefboom: readonly string[];
  parameter: string;
  van: number;
  tot: number;
  doelPersonen: number;
  /** Values of the parameter's operation; null: beyond the end of the range. `p10` is the easy side. */
  nodig: { mediaan: number | null; p10: number | null; p90: number | null };
  doorrekeningen: number;
  /** Draws that miss the goal, also at the end of the range. */
  nietGehaald: number;
  /** "moet … om 100 te halen (…)" */
  tekst: string;
  /** At the end of the range; null when the author names no meetpunt. */
  beweging: MovementSummary | null;
}

/** Class C. */
export interface NotComputed {
  id: string;
  naam: string;
  klasse: 'C';
  reden: string;
  hefboom: readonly string[];
}

/** What a scenario that was computed says beside its volume. */
export interface ShelfOfScenario {
  /** Null: not filled in. */
  klasse: EvidenceClass | null;
  beweging: MovementSummary | null;
}
