// A comparison of ways of working as one document: what --json gives, and what the tables and the report are made from.
import type { KeptTerm, StationWait, WayOutcome } from './ways.js';

export interface WaySummary extends Omit<WayOutcome, 'termijnen' | 'wachttijden'> {
  id: string;
  naam: string;
  beschrijving: string | null;
  /** By how much the capacity is multiplied: the applications of the population over those it has at home, per year. */
  schaal: number;
  aanvragenThuis: number;
  aanvragenHier: number;
  termijnen: (KeptTerm & { naam: string; termijn: string; bron: string })[];
  wachttijden: (StationWait & { naam: string })[];
  /** How many numbers of the process there are, per status. */
  statussen: Record<string, number>;
  /** Numbers of status aanname that decide who goes where or what a step does; because of them the volume is a range. */
  volumeAannames: string[];
  /** Teams that by arithmetic on averages cannot carry the work of these clients. */
  teDruk: string[];
}

export interface WaysSummary {
  bevolking: { id: string; naam: string };
  startgetal: string;
  doorrekeningen: number;
  onzekerheidMeegerekend: boolean;
  /** The year of the measures, `2018-10..2019-09`, and the month of the volume. */
  stroomvenster: string;
  eind: string;
  /** In the order in which they were asked for; nothing is ranked. */
  werkwijzen: WaySummary[];
}
