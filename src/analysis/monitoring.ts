// The volgkaart: what every quarter should bring if the model is right, and what the quarters that came say about it.
import { binomialDistribution } from 'simple-statistics';
import type { Plan } from '../experiment/plan.js';
import type { Results } from '../measure/series.js';
import { band } from './bands.js';
import type { DestinationOf } from './destinations.js';
import { drawnIn } from './drawn.js';
import { rankInfluences } from './influence.js';
import { Lookup, type Selection } from './lookup.js';
import { addMonths, monthRange } from './month.js';

/** What is followed: a sum of selections over the months of a quarter, or a stand on the first day after it. */
export interface CardSeries {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly parts: readonly Selection[];
  readonly stand: boolean;
}

export interface CardRow {
  /** `2018-K4`. */
  readonly quarter: string;
  readonly series: string;
  readonly scenario: string;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** What is worth following of any chain: applications, inflow, grants, what comes to each followed station, exits to work, and the volume. */
export function cardSeries(
  lookup: Lookup,
  destinationOf: DestinationOf,
  stations: readonly { readonly id: string; readonly label: string }[],
): CardSeries[] {
  const total = (measure: string, unit: string): Selection => ({ measure, place: null, group: null, unit });
  const exits = [...destinationOf].filter(([, destination]) => destination === 'werk').map(([reason]) => reason);
  const arrows = lookup.all('stroom').map(({ series }) => series);
  const into = (station: string): string[] => [
    ...new Set(arrows.flatMap(({ place }) => (place?.endsWith(`>${station}`) === true ? [place] : []))),
  ];
  const flow = (id: string, label: string, unit: string, parts: readonly Selection[]): CardSeries => {
    return { id, label, unit, parts, stand: false };
  };
  const all = [
    flow('aanvragen', 'Aanvragen', 'aanvragen', [total('aanvragen', 'aanvragen')]),
    flow('instroom', 'Toegekende uitkeringen, in het kwartaal van de melding', 'uitkeringen', [
      total('instroom', 'uitkeringen'),
    ]),
    flow('toekenningen', 'Toegekende uitkeringen, in het kwartaal van het besluit', 'uitkeringen', [
      total('toekenningen', 'uitkeringen'),
    ]),
    ...stations.map(({ id, label }) =>
      flow(
        `naar:${id}`,
        `Naar ${label}`,
        'aanvragen',
        into(id).map((place) => ({ ...total('stroom', 'aanvragen'), place })),
      ),
    ),
    flow(
      'uitstroom:werk',
      'Uitstroom naar werk',
      'uitkeringen',
      exits.map((group) => ({ ...total('uitstroom', 'uitkeringen'), group })),
    ),
    {
      id: 'volume',
      label: 'Uitkeringen op de eerste dag na het kwartaal',
      unit: 'uitkeringen',
      parts: [total('volume', 'uitkeringen')],
      stand: true,
    },
  ];
  const isThere = ({ measure, place, group }: Selection): boolean =>
    lookup
      .all(measure)
      .some(({ series }) => (place === null || series.place === place) && (group === null || series.group === group));
  return all
    .map((series) => ({ ...series, parts: series.parts.filter(isThere) }))
    .filter(({ parts }) => parts.length > 0);
}

/** The whole calendar quarters from the first of one month to the first of another. */
export function quartersBetween(start: string, end: string): string[] {
  return monthRange(start, addMonths(end, -3))
    .filter((month) => ['01', '04', '07', '10'].includes(month.slice(5)))
    .map((month) => `${month.slice(0, 4)}-K${Math.ceil(Number(month.slice(5)) / 3)}`);
}

function firstMonth(quarter: string): string {
  return `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}`;
}

/** The series in a quarter, one number per draw. */
function valuesIn(lookup: Lookup, scenario: number, { parts, stand }: CardSeries, quarter: string): number[] {
  const first = firstMonth(quarter);
  const months = stand ? [addMonths(first, 3)] : monthRange(first, addMonths(first, 2));
  const columns = parts.map((part) => months.map((month) => lookup.sum(scenario, part, month)));
  const draws = lookup.results.draws;
  return Array.from({ length: draws }, (_, draw) =>
    columns.flat().reduce((sum, values) => sum + (values?.[draw] ?? NaN), 0),
  );
}

/** A row for every scenario, series and quarter: the points below which 10, 50 and 90 of 100 draws lie. */
export function cardRows(lookup: Lookup, series: readonly CardSeries[], quarters: readonly string[]): CardRow[] {
  return lookup.results.scenarios.flatMap(({ id: scenario }, index) =>
    series.flatMap((one) =>
      quarters.flatMap((quarter) => {
        const values = valuesIn(lookup, index, one, quarter);
        if (values.some(Number.isNaN)) return [];
        const { p10, p50, p90 } = band(values);
        return [{ quarter, series: one.id, scenario, low: p10, middle: p50, high: p90 }];
      }),
    ),
  );
}

export interface FilledCard {
  readonly rows: readonly CardRow[];
  /** Series -> quarter -> what was counted. */
  readonly counted: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** A count of real people below this is not shown. */
export const SMALL = 10;

/** Keys are Dutch: this is part of the published document. */
export interface CardVerdict {
  reeks: string;
  omschrijving: string;
  scenario: string;
  ingevuld: number;
  /** Quarters outside the band; `gerealiseerd` is null for a count under ten. */
  buiten: { kwartaal: string; gerealiseerd: number | null; laag: number; hoog: number; kant: 'lager' | 'hoger' }[];
  /** So many may lie outside by chance. */
  toegestaan: number;
  spreektTegen: boolean;
  /** What that contradicts: numbers that move this series beyond chance, and which way they then lie; or else the group of the likeliest. */
  getallen: { naam: string; richting: 'lager' | 'hoger' }[];
  groep: string | null;
}

/** The smallest k such that chance gives more than k in at most `level`, for `n` quarters that each fall outside in one of five. */
export function allowedOutside(n: number, level: number): number {
  if (n === 0) return 0;
  const chances = binomialDistribution(n, 0.2) ?? [];
  let left = 1;
  for (let k = 0; k < n; k += 1) {
    left -= chances[k] ?? 0;
    if (left <= level) return k;
  }
  return n;
}

/**
 * Lays what was counted beside the bands that the card was given. With a band of 80 %, one quarter in five falls outside by chance, so the
 * binomial distribution says how many are too many; because quarters of one future go together, more are allowed when the draws themselves
 * show more. The level of 5 % is divided by the number of series that were filled in.
 */
export function judgeCard(
  card: FilledCard,
  series: readonly CardSeries[],
  plan: Plan,
  results: Results,
): CardVerdict[] {
  const lookup = new Lookup(results);
  const level = 0.05 / Math.max(1, card.counted.size);
  const drawn = drawnIn(plan);
  return results.scenarios.flatMap(({ id: scenario }, index) =>
    series.flatMap((one): CardVerdict[] => {
      const counted = card.counted.get(one.id);
      const rows = card.rows.filter(
        (row) => row.series === one.id && row.scenario === scenario && counted?.has(row.quarter) === true,
      );
      if (counted === undefined || rows.length === 0) return [];
      const value = (quarter: string): number => counted.get(quarter) ?? NaN;
      const outside = rows.filter(({ quarter, low, high }) => value(quarter) < low || value(quarter) > high);
      const perQuarter = rows.map((row) => ({ row, values: valuesIn(lookup, index, one, row.quarter) }));
      const allowed = Math.max(allowedOutside(rows.length, level), drawsOutside(perQuarter, level));
      const sums = Array.from({ length: results.draws }, (_, draw) =>
        perQuarter.reduce((sum, { values }) => sum + (values[draw] ?? NaN), 0),
      );
      const contradicts = outside.length > allowed;
      const gap = rows.reduce((sum, { quarter, middle }) => sum + value(quarter) - middle, 0);
      return [
        {
          reeks: one.id,
          omschrijving: one.label,
          scenario,
          ingevuld: rows.length,
          buiten: outside.map(({ quarter, low, high }) => ({
            kwartaal: quarter,
            gerealiseerd: value(quarter) < SMALL ? null : value(quarter),
            laag: low,
            hoog: high,
            kant: value(quarter) < low ? 'lager' : 'hoger',
          })),
          toegestaan: allowed,
          spreektTegen: contradicts,
          ...(contradicts ? suspects(plan, rankInfluences(drawn, sums), gap) : { getallen: [], groep: null }),
        },
      ];
    }),
  );
}

/** In how many of these quarters a draw lies outside the bands; the number that only a part `level` of the draws passes. */
function drawsOutside(
  perQuarter: readonly { readonly row: CardRow; readonly values: readonly number[] }[],
  level: number,
): number {
  const draws = perQuarter[0]?.values.length ?? 0;
  const counts = Array.from(
    { length: draws },
    (_, draw) => perQuarter.filter(({ row, values }) => values[draw]! < row.low || values[draw]! > row.high).length,
  ).sort((a, b) => a - b);
  return counts[Math.min(draws - 1, Math.ceil((1 - level) * draws) - 1)] ?? 0;
}

function suspects(
  plan: Plan,
  { found, largest }: ReturnType<typeof rankInfluences>,
  gap: number,
): Pick<CardVerdict, 'getallen' | 'groep'> {
  const getallen = found.slice(0, 3).flatMap(({ name, correlation }) => {
    if (correlation === null) return [];
    return [{ naam: name, richting: gap * correlation > 0 ? ('hoger' as const) : ('lager' as const) }];
  });
  if (getallen.length > 0) return { getallen, groep: null };
  return { getallen, groep: plan.parameters.find(({ name }) => name === largest?.name)?.group ?? null };
}

/** In words which assumption a series contradicts. */
export function contradictionText(
  { omschrijving, buiten, ingevuld, toegestaan, getallen, groep }: CardVerdict,
  /** How the id of a number is written for readers. */
  written: (name: string) => string,
): string {
  const what = `${omschrijving}: ${buiten.length} van ${ingevuld} kwartalen buiten de band, meer dan de ${toegestaan} die toeval geeft.`;
  if (getallen.length > 0) {
    const names = getallen.map(({ naam, richting }) => `${written(naam)} (waarschijnlijk ${richting})`);
    return `${what} Dat spreekt tegen: ${names.join(', ')}.`;
  }
  const where = groep === null || groep === '' ? '' : ` Zoek in de groep '${groep}'.`;
  return `${what} Geen enkel getal beweegt deze reeks meer dan toeval.${where}`;
}
