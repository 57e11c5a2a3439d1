// What stands in the box of a declared station: its name, its kind and owner, its capacity, its term and its norm.
import type { StationSpec } from '../../chain/registry.js';
import { shapeOf } from '../../chain/registry.js';
import { amountAt, largest, type Amount } from '../../chain/spec/amount.js';
import type { ChainSpec } from '../../chain/spec/chain.js';
import { daysPer, expectedDuration, type DurationSpec } from '../../chain/spec/duration.js';
import { wrapText } from '../text-width.js';
import { number } from '../words.js';
import { everyText } from './ways.js';

export const WIDTH = 176;
export const TITLE = 13.5;
export const SMALL = 12;
/** Letters on the reader's machine may be wider than those in the table of widths. */
export const SLACK = 1.15;

export interface BoxText {
  readonly title: readonly string[];
  readonly lines: readonly string[];
}

export const kindNames = {
  router: 'keuze',
  service: 'wachtrij',
  course: 'groep',
  place: 'plaats',
  delay: 'duur',
  stay: 'voorraad',
} as const;

/** As it is at the start of the run. */
const atStart = (amount: Amount): number => amountAt(amount, 0);

/** A length of time in the unit that reads best: `4 weken`, `1,5 jaar`. */
function lengthText(days: number): string {
  if (days < 1 / 12) return `${number(days * 24 * 60)} minuten`;
  if (days < 2) return `${number(days * 24, 1)} uur`;
  if (days < 21) return `${number(days, 1)} dagen`;
  if (days < 70) return `${number(days / daysPer.weeks, 1)} weken`;
  return days < 2 * daysPer.years
    ? `${number(days / daysPer.months, 1)} maanden`
    : `${number(days / daysPer.years, 1)} jaar`;
}

function durationText(spec: ChainSpec, duration: DurationSpec): string {
  const time = expectedDuration(duration, 0);
  const isSure = typeof duration === 'number' || ('dist' in duration && duration.dist === 'constant');
  const text = spec.run.unit === 'own' ? number(time, 2) : lengthText(time);
  return isSure ? text : `gemiddeld ${text}`;
}

/** A rhythm of places may begin at none. */
function placesText(capacity: Amount): string {
  const [first, most] = [atStart(capacity), largest(capacity)];
  return first === 0 && most > 0 ? `0 tot ${number(most)}` : number(first);
}

/** What a team or a number of places can do, as it is declared. */
function poolText({ pools }: ChainSpec, id: string): string {
  const pool = pools[id];
  if (pool === undefined) return id;
  const label = pool.label ?? id;
  if (pool.kind === 'places') return `${label}: ${placesText(pool.capacity)}`;
  if (pool.kind === 'hours') return `${label}: ${number(atStart(pool.fte), 1)} fte`;
  return `${label}: ${number(atStart(pool.fte), 1)} fte × ${number(atStart(pool.norm))}`;
}

const termUnits = { workdays: 'werkdagen', days: 'dagen', weeks: 'weken', months: 'maanden' } as const;

/** What the kind of station says of time and size. */
function termLines(spec: ChainSpec, station: StationSpec): string[] {
  switch (station.kind) {
    case 'router':
    case 'stay':
      return [];
    case 'delay':
      return [durationText(spec, station.duration)];
    case 'service': {
      if (station.duration !== undefined) return [durationText(spec, station.duration)];
      return [`gemiddeld ${number(expectedDuration(station.hours ?? NaN, 0), 1)} uur werk`];
    }
    case 'place': {
      const stay = station.stay === undefined ? [] : [durationText(spec, station.stay)];
      if (station.term === undefined) return stay;
      const { value, unit } = station.term;
      return [...stay, `hoogstens ${lengthText(atStart(value) * daysPer[unit])}`];
    }
    case 'course': {
      const [least, most] = [number(atStart(station.minimum)), number(atStart(station.maximum))];
      const size = least === most ? least : `${least} tot ${most}`;
      const starts = station.starts === 'when-enough' ? 'bij genoeg deelnemers' : everyText(station.starts.every);
      return [`${size} deelnemers, ${starts}`, durationText(spec, station.duration)];
    }
  }
}

/** A queue that is bounded says so. */
function queueLines(station: StationSpec): string[] {
  const limit = 'queueLimit' in station ? station.queueLimit : undefined;
  const blocks = 'blocking' in station && station.blocking === true ? ['vol: blijft waar zij is'] : [];
  return [...(limit === undefined ? [] : [`hoogstens ${number(atStart(limit))} wachtend`]), ...blocks];
}

/** `width` is that of the box, which is wider where many ways come together. */
export function stationText(spec: ChainSpec, id: string, station: StationSpec, width: number): BoxText {
  const pools = station.kind === 'stay' ? [] : [...new Set(shapeOf(station).pools.map(({ pool }) => pool))];
  const { norm, meets } = station;
  const stock = spec.spells?.stock;
  const lines = [
    [kindNames[station.kind], ...(station.owner === undefined ? [] : [station.owner])].join(' · '),
    ...termLines(spec, station),
    ...pools.map((pool) => poolText(spec, pool)),
    ...queueLines(station),
    ...(norm === undefined ? [] : [`norm: binnen ${number(norm.within.value, 1)} ${termUnits[norm.within.unit]}`]),
    ...(meets === undefined || meets.who === station.owner ? [] : [`spreekt: ${meets.who}`]),
    ...(station.after === undefined ? [] : ['wacht op andere bezoeken']),
    ...(stock?.station === id ? [`bij de start: ${number(atStart(stock.count))} uitkeringen`] : []),
  ];
  return {
    title: wrapText(station.label ?? id, TITLE * SLACK * 1.05, width - 30),
    lines: lines.flatMap((line) => wrapText(line, SMALL * SLACK, width - 12)),
  };
}

export const boxHeight = ({ title, lines }: BoxText): number => 12 + 16 * title.length + 14 * lines.length;
