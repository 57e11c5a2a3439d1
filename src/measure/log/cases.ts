// An event log as its readers see it: cases with their events in order, in the words of the chain. Made one case at a time.

/** Steps of the standard life cycle of XES that a run has. `withdraw`: ended before it began; `ate_abort`: broken off. */
export type Transition = 'schedule' | 'start' | 'complete' | 'withdraw' | 'ate_abort';

export interface LoggedEvent {
  readonly activity: string;
  readonly transition: Transition;
  /** Days since the start of the run. */
  readonly time: number;
  /** Which visit of the case it belongs to, from 1; undefined for what is no visit to a station. */
  readonly visit: number | undefined;
  readonly station: string | undefined;
  /** A visit beside the main one. */
  readonly isSide: boolean;
  /** Who does it: whom the client meets, or the team. Undefined as long as nobody does. */
  readonly resource: string | undefined;
  /** The part of the organisation that owns the station. */
  readonly group: string | undefined;
  /** Where the client goes next; `exit` out of the chain. */
  readonly to: string | undefined;
  /** Id of a risk or a mark. */
  readonly reason: string | undefined;
  readonly destination: string | undefined;
  /** Euro. */
  readonly cost: number | undefined;
}

/** One application of one client, who is fictitious. */
export interface LoggedCase {
  readonly id: string;
  readonly client: string;
  /** Which application of this client it is, from 1. */
  readonly application: number;
  readonly source: string;
  /** Days since the start of the run at which she reported; below 0 for who was there before it. */
  readonly reported: number;
  /** Euro until the end of the case or of the run; undefined for a chain without money. */
  readonly cost: number | undefined;
  readonly events: readonly LoggedEvent[];
}

/** Months of applications: from `from` until before `to`, in days since the start of the run. */
export interface LogPeriod {
  readonly from: number;
  readonly to: number;
}
