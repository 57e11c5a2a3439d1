// What a comparison holds once it is computed, and what a further computation may add to it.
import type { Ambition } from '../../analysis/ambition.js';
import type { Summary } from '../../analysis/summary.js';
import type { Plan, PlannedScenario } from '../../experiment/plan.js';
import type { NationalSeries } from '../../files/load-trend.js';
import type { Results } from '../../measure/series.js';
import type { ReportInput } from '../../report/input.js';
import type { CheckedIjkpunten } from '../ijkpunten.js';
import type { Study } from '../study.js';
import type { CompareOptions } from './options.js';

export interface Comparison {
  readonly study: Study;
  readonly options: CompareOptions;
  /** The series in the place of the national trend; null: the national one. */
  readonly own: NationalSeries | null;
  /** The base stands first. */
  readonly plan: Plan;
  readonly ambition: Ambition;
  readonly results: Results;
  readonly ijkpunten: CheckedIjkpunten;
  /** With what earlier additions put in it. */
  readonly summary: Summary;
  /**
   * Computes other scenarios with the same draws, startgetal, trend and parameters, so that draw n may be laid beside draw n of `results`.
   * `what` is said while it runs; `other` draws without uncertainty, or fewer of them, or counts only some measures.
   */
  readonly run: (
    scenarios: readonly PlannedScenario[],
    what: string,
    other?: Partial<Pick<Plan, 'uncertainty' | 'draws' | 'measures'>>,
  ) => Promise<Results>;
}

/** What one computation adds; all of it optional. */
export interface Addition {
  /** Fields of the `--json` document; `scenarios` only as a copy in which each scenario keeps what it had. */
  readonly summary?: Partial<Summary>;
  /** What the report needs and the document does not. */
  readonly report?: Partial<ReportInput>;
  /** Files of the run's folder, by name: the same bytes for the same input. */
  readonly files?: ReadonlyMap<string, string | Uint8Array>;
  /** Paragraphs for the terminal, under the table. */
  readonly lines?: readonly string[];
}

export type Extra = (comparison: Comparison) => Promise<Addition> | Addition;

export interface Extended {
  readonly summary: Summary;
  readonly report: Partial<ReportInput>;
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly lines: readonly string[];
}
