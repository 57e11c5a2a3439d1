// What is told and drawn of one client: a timeline per organisation or scenario, all on one page.
import type { Course } from '../../analysis/course.js';
import type { ChainSpec } from '../../chain/spec/chain.js';

/** What a source settles at a station, for the reader. */
export interface Prescribed {
  readonly station: string;
  /** Attributes of which it says what is seen. */
  readonly sees: readonly string[];
  readonly text: string;
  readonly source: string;
}

export interface Timeline {
  /** Made by the program or the name of a folder or scenario; it becomes an HTML id. */
  readonly id: string;
  readonly title: string;
  readonly spec: ChainSpec;
  readonly course: Course;
  /** The weekday of the application (0 = Monday), where it is the same in all draws. */
  readonly weekday: number | null;
  readonly prescribed: readonly Prescribed[];
  /** From which step on the source says no more. */
  readonly open: { readonly after: string; readonly source: string } | null;
  /** Sentences above the story. */
  readonly remarks: readonly string[];
}

export interface JourneyPage {
  readonly title: string;
  /** Sentences on top of the page; the first is its lead. */
  readonly lead: readonly string[];
  readonly timelines: readonly Timeline[];
  /** Sentences under the timelines: what they are not. */
  readonly remarks: readonly string[];
}

export function stationLabel({ stations }: ChainSpec, id: string): string {
  return stations[id]?.label ?? id;
}

/** A station, a reason why bijstand ends, or that the run ended first. */
export function destinationLabel(spec: ChainSpec, id: string): string {
  if (id === 'loopt') return 'loopt nog als de doorrekening stopt';
  if (id === 'exit') return 'verlaat de keten';
  const reason = spec.spells?.risks[id] ?? spec.spells?.marks?.[id];
  return reason?.label ?? stationLabel(spec, id);
}
