// What the stroomschema shows: stations, arrows with their calculated and printed numbers, exits and returns.
import type { IjkpuntResult } from '../../analysis/ijkpunt.js';
import type { Estimate, FlowSummary } from '../../analysis/summary.js';
import type { ReportInput, ReportStation } from '../input.js';
import { reasonLabel } from '../labels.js';
import { number } from '../words.js';

/** A printed figure that belongs to an arrow or a station. */
export interface Check {
  /** Calculated, as it is compared: in the unit of the ijkpunt. */
  value: number;
  unit: string;
  low: number;
  high: number;
  outcome: IjkpuntResult['outcome'];
}

export interface FlowArrow {
  from: string;
  to: string;
  perYear: number;
  persons: Estimate | null;
  check: Check | null;
}

export interface FlowStation extends ReportStation {
  /** Applications that arrive in a year. */
  perYear: number;
  /** The printed figure for that number itself. */
  own: Check | null;
  /** Printed figures about several arrows together, which end or start here. */
  checks: readonly Check[];
  /** Ways out of the process: label and number per year, largest first. */
  exits: readonly { label: string; perYear: number; check: Check | null }[];
}

export interface FlowModel {
  /** The first is where applications come from. */
  stations: readonly FlowStation[];
  arrows: readonly FlowArrow[];
  applications: number;
  returns: number;
  outflow: readonly { label: string; perYear: number }[];
}

/** Where all arrows start; its id in a chain's arrows is any name that is not a station. */
export const SOURCE = '';

function checkOf({ ijkpunt, interval, outcome }: IjkpuntResult): Check | null {
  if (interval === null) return null;
  return { value: interval.mean, unit: ijkpunt.unit, low: ijkpunt.low, high: ijkpunt.high, outcome };
}

/** A check on one arrow stands at the arrow, one on several at the station that they share; others only in the table of ijkpunten. */
function sharedStation(arrows: readonly string[]): string | null {
  const ends = arrows.map((arrow) => arrow.split('>'));
  for (const side of [1, 0]) {
    const ids = new Set(ends.map((end) => end[side]));
    if (ids.size === 1) return ends[0]?.[side] ?? null;
  }
  return null;
}

/** Flows below half a client a year are not drawn. */
const VISIBLE = 0.5;

const total = (items: readonly { perYear: number }[]): number => items.reduce((sum, { perYear }) => sum + perYear, 0);

export function flowModel(
  { process, ijkpunten }: Pick<ReportInput, 'process' | 'ijkpunten'>,
  flows: FlowSummary,
): FlowModel {
  const known = new Set(process.stations.map(({ id }) => id));
  const one = (arrow: string): Check | null => {
    const found = ijkpunten.find(({ arrows: named }) => named.length === 1 && named[0] === arrow);
    return found === undefined ? null : checkOf(found);
  };
  const several = (id: string): Check[] => {
    const found = ijkpunten.filter(({ arrows: named }) => named.length > 1 && sharedStation(named) === id);
    return found.flatMap((result) => checkOf(result) ?? []);
  };
  const all = flows.stromen
    .map(({ van, naar, aanvragenPerJaar, personenPerJaar }) => ({
      from: known.has(van) ? van : SOURCE,
      to: naar,
      perYear: aanvragenPerJaar.gemiddelde,
      persons: personenPerJaar,
      check: one(`${van}>${naar}`),
    }))
    .filter(({ perYear }) => perYear >= VISIBLE);
  const onward = all.filter(({ to }) => known.has(to));

  const counted = flows.aanvragenPerJaar.reduce((sum, { gemiddelde }) => sum + gemiddelde, 0);
  const applications = counted > 0 ? counted : total(all.filter(({ from }) => from === process.entry));
  const way = { from: SOURCE, to: process.entry, perYear: applications, persons: null, check: null };
  const arrows = onward.some(({ from }) => from === SOURCE) ? onward : [way, ...onward];
  const drawn = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  const printed = ijkpunten.find(
    ({ ijkpunt }) => ijkpunt.operation === 'som' && ijkpunt.numerator.trim() === 'aanvragen',
  );
  const source = { id: SOURCE, label: 'Aanvragen', letter: null, kind: 'router', owner: null, pools: [] };
  return {
    stations: [
      { ...source, perYear: applications, own: printed === undefined ? null : checkOf(printed), checks: [], exits: [] },
      ...process.stations
        .filter(({ id }) => drawn.has(id))
        .map((station) => ({
          ...station,
          perYear: total(arrows.filter(({ to }) => to === station.id)),
          own: null,
          checks: several(station.id),
          exits: all
            .filter(({ from, to }) => from === station.id && !known.has(to))
            .map(({ to, perYear, check }) => ({ label: reasonLabel(to), perYear, check }))
            .sort((a, b) => b.perYear - a.perYear),
        })),
    ],
    arrows,
    applications,
    returns: flows.aanvragenPerJaar.find(({ bron }) => bron === 'herinstroom')?.gemiddelde ?? 0,
    outflow: flows.uitstroomPerJaar
      .map(({ reden, gemiddelde }) => ({ label: reasonLabel(reden), perYear: gemiddelde }))
      .filter(({ perYear }) => perYear >= VISIBLE),
  };
}

/** `270–280`, with the unit when it is not applications. */
export function bandText({ low, high, unit }: Check): string {
  return `${number(low)}–${number(high)}${unit === 'personen' ? ' pers.' : ''}`;
}

/** The calculated value, with a sign in front when it does not agree with its source, so that colour is not the only difference. */
export function valueText({ value, unit, outcome }: Check): string {
  const sign = { binnen: '', buiten: '▲ ', 'te onzeker': '? ' }[outcome];
  return `${sign}${number(value)}${unit === 'personen' ? ' pers.' : ''}`;
}
