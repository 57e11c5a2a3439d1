// What the stroomschema shows: stations, arrows with their calculated and printed numbers, exits and returns.
import type { IjkpuntResult } from '../../analysis/ijkpunt.js';
import type { Estimate, ScenarioSummary } from '../../analysis/summary.js';
import type { ReportInput, ReportStation } from '../input.js';
import { number } from '../words.js';
import { reasonLabel } from '../labels.js';

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
  /** Printed figures about several arrows together, which end or start here. */
  checks: readonly Check[];
  /** Arrows out of the process: label and number per year. */
  exits: readonly { label: string; perYear: number; check: Check | null }[];
}

export interface FlowModel {
  stations: readonly FlowStation[];
  arrows: readonly FlowArrow[];
  entry: string;
  applications: number;
  applicationsCheck: Check | null;
  returns: number;
  outflow: readonly { label: string; perYear: number }[];
}

function checkOf({ ijkpunt, interval, outcome }: IjkpuntResult): Check | null {
  if (interval === null) return null;
  return { value: interval.mean, unit: ijkpunt.unit, low: ijkpunt.low, high: ijkpunt.high, outcome };
}

/** A check on one arrow stands at the arrow, one on several at the station that they share; others only in the table. */
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

export function flowModel({ process, ijkpunten }: ReportInput, scenario: ScenarioSummary): FlowModel {
  const known = new Set(process.stations.map(({ id }) => id));
  const visible = scenario.stromen.filter(({ aanvragenPerJaar }) => aanvragenPerJaar.gemiddelde >= VISIBLE);
  const find = (arrow: string): Check | null => {
    const found = ijkpunten.find(({ arrows }) => arrows.length === 1 && arrows[0] === arrow);
    return found === undefined ? null : checkOf(found);
  };
  const several = ijkpunten.filter(({ arrows }) => arrows.length > 1);
  const inside = visible.filter(({ van, naar }) => known.has(van) && known.has(naar));
  const into = (id: string): number =>
    inside
      .filter(({ naar }) => naar === id)
      .reduce((sum, { aanvragenPerJaar }) => sum + aanvragenPerJaar.gemiddelde, 0);
  const outOf = (id: string): number =>
    visible.filter(({ van }) => van === id).reduce((sum, { aanvragenPerJaar }) => sum + aanvragenPerJaar.gemiddelde, 0);

  const sources = scenario.aanvragenPerJaar;
  const applications =
    sources.length > 0 ? sources.reduce((sum, { gemiddelde }) => sum + gemiddelde, 0) : outOf(process.entry);
  const total = ijkpunten.find(({ ijkpunt, arrows }) => {
    const isEntry =
      arrows.length === 1 &&
      arrows[0]?.endsWith(`>${process.entry}`) === true &&
      !known.has(arrows[0].split('>')[0] ?? '');
    return isEntry || (ijkpunt.operation === 'som' && ijkpunt.numerator.trim() === 'aanvragen');
  });
  const reached = new Set(visible.flatMap(({ van, naar }) => [van, naar]));
  return {
    stations: process.stations
      .filter(({ id }) => id === process.entry || reached.has(id))
      .map((station) => ({
        ...station,
        perYear: station.id === process.entry ? applications : into(station.id),
        checks: several.flatMap((result) => {
          const check = sharedStation(result.arrows) === station.id ? checkOf(result) : null;
          return check === null ? [] : [check];
        }),
        exits: visible
          .filter(({ van, naar }) => van === station.id && !known.has(naar))
          .map(({ van, naar, aanvragenPerJaar }) => ({
            label: reasonLabel(naar),
            perYear: aanvragenPerJaar.gemiddelde,
            check: find(`${van}>${naar}`),
          })),
      })),
    arrows: inside.map(({ van, naar, aanvragenPerJaar, personenPerJaar }) => ({
      from: van,
      to: naar,
      perYear: aanvragenPerJaar.gemiddelde,
      persons: personenPerJaar,
      check: find(`${van}>${naar}`),
    })),
    entry: process.entry,
    applications,
    applicationsCheck: total === undefined ? null : checkOf(total),
    returns: sources.find(({ bron }) => bron === 'herinstroom')?.gemiddelde ?? 0,
    outflow: scenario.uitstroomPerJaar.map(({ reden, gemiddelde }) => ({
      label: reasonLabel(reden),
      perYear: gemiddelde,
    })),
  };
}

/** `270–280`, with the unit when it is not applications. */
export function bandText({ low, high, unit }: Check): string {
  return `${number(low)}–${number(high)}${unit === 'personen' ? ' pers.' : ''}`;
}

/** A sign in front of a number that does not agree with its source, so that colour is not the only difference. */
export function markText({ outcome }: Check): string {
  return { binnen: '', buiten: '▲ ', 'te onzeker': '? ' }[outcome];
}
