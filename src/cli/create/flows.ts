// How large a new organisation is: its volume and what comes and goes in a year, from its own counts or from what was given.
import type { Counted } from '../../analysis/backtest.js';
import { addMonths, monthsBetween } from '../../analysis/month.js';
import { season } from '../../scenario/trend.js';
import { UsageError } from '../failure.js';

export interface Flows {
  /** First month that was counted, and the last. */
  readonly first: string;
  readonly last: string;
  /** Uitkeringen on the first day of `first`; granted and ended ones per year, in its first twelve months. */
  readonly volume: number;
  readonly inflow: number;
  readonly outflow: number;
  /** Where the three come from, for people. */
  readonly sources: { readonly volume: string; readonly inflow: string; readonly outflow: string };
  readonly counted: boolean;
}

export interface Given {
  readonly volume: number | undefined;
  readonly instroom: number | undefined;
}

/** Inflow per year as a part of the volume, when nobody says it: CBS StatLine 82662NED, 2019 to 2023, 19 to 26 percent. */
const usualInflow = 0.2;
const usualVolume = 3200;
const usualSource = 'CBS StatLine 82662NED: een vijfde van het volume per jaar (2019-2023: 19 tot 26 procent)';
const madeMonths = 36;

/** From what was given, or else an example; three years that end with last December. */
export function givenFlows({ volume, instroom }: Given, thisYear: number): Flows {
  const size = volume ?? usualVolume;
  const inflow = instroom ?? Math.round(size * usualInflow);
  const first = `${String(thisYear - madeMonths / 12)}-01`;
  return {
    first,
    last: addMonths(first, madeMonths - 1),
    volume: size,
    inflow,
    outflow: inflow,
    sources: {
      volume: volume === undefined ? 'voorbeeld, vul het eigen volume in' : 'opgegeven bij het aanmaken (--volume)',
      inflow: instroom === undefined ? usualSource : 'opgegeven bij het aanmaken (--instroom)',
      outflow: 'gelijkgesteld aan de instroom: het volume blijft gelijk',
    },
    counted: false,
  };
}

/** Of the first year, because the national trend is 1 on average in it; an empty cell is not counted. */
export function countedFlows(counts: readonly Counted[]): Flows {
  const [head] = counts;
  const tail = counts.at(-1);
  if (head === undefined || tail === undefined) throw new RangeError('there are no counts');
  const volume = head.volume;
  const months = Math.max(1, monthsBetween(head.month, tail.month));
  const growth = ((tail.volume - volume) * 12) / months;
  const counted = { inflow: yearly(counts, 'inflow'), outflow: yearly(counts, 'outflow') };
  const inflow = counted.inflow ?? (counted.outflow === null ? volume * usualInflow : counted.outflow + growth);
  const outflow = counted.outflow ?? inflow - growth;
  const own = (what: string): string => `eigen tellingen (tellingen.csv, ${what})`;
  return {
    first: head.month,
    last: tail.month,
    volume,
    inflow,
    outflow,
    sources: {
      volume: own(head.month),
      inflow:
        counted.inflow !== null
          ? own('eerste twaalf maanden')
          : counted.outflow !== null
            ? own('uitstroom en verloop van het volume')
            : usualSource,
      outflow: own(counted.outflow === null ? 'instroom en verloop van het volume' : 'eerste twaalf maanden'),
    },
    counted: true,
  };
}

function yearly(counts: readonly Counted[], name: 'inflow' | 'outflow'): number | null {
  const known = counts.slice(0, 12).flatMap((row) => row[name] ?? []);
  return known.length === 0 ? null : (12 * known.reduce((sum, value) => sum + value, 0)) / known.length;
}

/** A model of nobody, or of a stock that turns over in a few months, is not what was meant: most often counts of a year in the place of a month. */
export function checkFlows({ volume, inflow, outflow }: Flows): void {
  if (volume < 50) {
    throw new UsageError(
      `een volume van ${round(volume)} uitkeringen is te klein om door te rekenen; vanaf 50 kan het.`,
    );
  }
  for (const [what, perYear] of [
    ['instroom', inflow],
    ['uitstroom', outflow],
  ] as const) {
    const part = perYear / volume;
    if (part >= 0.08 && part <= 0.6) continue;
    throw new UsageError(
      `een ${what} van ${round(perYear)} per jaar past niet bij een volume van ${round(volume)}: dat is ${round(100 * part)} procent; tussen 8 en 60 procent kan het beginmodel aan. Landelijk is het ongeveer 20. Zijn het tellingen per maand, en van uitkeringen?`,
    );
  }
}

function round(value: number): string {
  return new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 }).format(value);
}

/** Months to practise on, without chance: the flows of a year with the national season, and the volume that follows from them. */
export function exampleCounts({ first, last, volume, inflow, outflow }: Flows): Counted[] {
  const counts: Counted[] = [];
  let now = volume;
  for (let month = first; month <= last; month = addMonths(month, 1)) {
    const quarter = Math.floor((Number(month.slice(5)) - 1) / 3);
    const came = Math.round(((inflow / 12) * (season.inflow[quarter] ?? 100)) / 100);
    const went = Math.round(((outflow / 12) * (season.outflow[quarter] ?? 100)) / 100);
    counts.push({ month, volume: now, inflow: came, outflow: went });
    now += came - went;
  }
  return counts;
}
