// What the report is made from: plain data, gathered by the command line.
import type { Bottlenecks } from '../analysis/bottlenecks.js';
import type { IjkpuntResult } from '../analysis/ijkpunt.js';
import type { SwingRow } from '../analysis/sensitivity.js';
import type { FlowSummary, Summary } from '../analysis/summary.js';
import type { GroupDimension } from '../analysis/volume-groups.js';
import type { Parameter } from '../scenario/parameter.js';
import type { EvidenceClass } from '../scenario/shelf.js';

export interface ReportStation {
  id: string;
  label: string;
  /** The letter by which the source calls it, `d`. */
  letter: string | null;
  /** The mechanism: router, service, course, place, delay, stay. */
  kind: string;
  /** Who runs it. */
  owner: string | null;
  pools: readonly string[];
}

export interface ReportScenario {
  id: string;
  name: string;
  explanation: string;
  source: string;
  /** Each change as a Dutch sentence with its first and last day. */
  changes: readonly string[];
  /** What its author says of its class; not there for what no file declares. */
  shelf?: {
    klasse: EvidenceClass | null;
    reason: string;
    levers: readonly string[];
    noMeasure: string;
    /** A sentence about the range of a break-even; '' without one. */
    range: string;
  };
  /** The decision that the author asks for, what the law says, and who wrote it; '' where she does not say. */
  decision?: string;
  legal?: string;
  author?: string;
  /** Fte that teams gain or lose by the end of the ambition; a loan is a plus and a minus. */
  staff?: readonly { team: string; fte: number }[];
  /** Names of the parameters that it changes. */
  touches?: readonly string[];
}

/** What only the author can say; null is printed as "niet ingevuld". */
export interface AuthorNotes {
  purpose: string | null;
  dataSources: string | null;
  cleaning: string | null;
  missingData: string | null;
  availability: string | null;
}

export interface ReportRun {
  /** The command that makes this file again. */
  command: string;
  version: string;
  startDate: string;
  measureFrom: string;
  endDate: string;
  /** A sentence about the stock and former clients placed at the start; null when the run starts empty. */
  initial: string | null;
  inputs: readonly { path: string; sha256: string }[];
  software: readonly { name: string; version: string }[];
}

/** `other`: a table was given that is not about this comparison; `reason` finishes a sentence about it. */
export type ReportTornado =
  | {
      readonly state: 'fits';
      readonly file: string;
      readonly swings: readonly SwingRow[];
      readonly dead: readonly string[];
    }
  | { readonly state: 'other'; readonly file: string; readonly reason: string };

export interface ReportInput {
  summary: Summary;
  organisation: { id: string; name: string };
  /** Where the trend comes from: `gerealiseerd (achteraf)`, `raming` or `vlak`. */
  trendLabel: string;
  process: {
    stations: readonly ReportStation[];
    entry: string;
    pools: readonly { id: string; label: string; description: string }[];
    attributes: readonly string[];
    sources: readonly string[];
  };
  ijkpunten: readonly IjkpuntResult[];
  /**
   * Flows of the runs in which the ijkpunten were evaluated (a flat trend), so that calculated and printed numbers in the stroomschema are
   * about the same year. Without these it shows the flows of ongewijzigd beleid in this comparison.
   */
  checkedFlows?: FlowSummary;
  parameters: readonly Parameter[];
  scenarios: readonly ReportScenario[];
  author: AuthorNotes;
  run: ReportRun;
  /** Where work piles up: the base, then the scenario that differs most. */
  bottlenecks?: readonly (Bottlenecks & { scenario: string })[];
  /** The difference in volume per group of clients, for each scenario but the base. */
  groups?: readonly { scenario: string; dimensions: readonly GroupDimension[] }[];
  /** Every number alone on laag and on hoog; not there when nobody asked for it. */
  tornado?: ReportTornado;
  /** Days within which the law wants a decision. */
  termDays?: number;
}
