// What a report on ways of working is made from: plain data, gathered by the command line.
import type { WaysSummary } from '../../analysis/ways-summary.js';
import type { Parameter } from '../../scenario/parameter.js';
import type { ReportInput, ReportRun } from '../input.js';

/** Of one way, in the order of the summary. */
export interface WayDetails {
  readonly process: ReportInput['process'];
  /** The numbers that the process itself names. */
  readonly parameters: readonly Parameter[];
}

export interface WaysInput {
  readonly summary: WaysSummary;
  readonly details: readonly WayDetails[];
  readonly trendLabel: string;
  readonly run: ReportRun;
}
