// The load before anything is calculated as a Dutch table: how busy, when most, from when too busy, how long people wait.
import { longDate } from '../scenario/dates.js';
import { dayNumber } from '../chain/civil-date.js';
import type { LoadFacts, PoolFacts, StationFacts } from './load-facts.js';
import { textTable, type Column } from './text-table.js';

const columns = (unit: string): readonly Column[] => [
  { title: `wat (belasting; komst per ${unit})`, width: 38 },
  { title: 'begin', align: 'right' },
  { title: 'hoogste', align: 'right' },
  { title: 'op', align: 'right' },
  { title: 'vol vanaf', align: 'right' },
  { title: 'wachten begin', align: 'right', width: 10 },
  { title: 'wachten hoogste', align: 'right', width: 10 },
];

const oneDecimal = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });
const threeFigures = new Intl.NumberFormat('nl-NL', { maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 });

/** `3-7-2019`, or the instant itself. */
function short(when: string | number): string {
  if (typeof when === 'number') return threeFigures.format(when);
  const [year = '', month = '', day = ''] = when.split('-');
  return `${String(Number(day))}-${String(Number(month))}-${year}`;
}

/** `1 juli 2019`, or `tijdstip 12`. */
export function long(when: string | number): string {
  return typeof when === 'number' ? `tijdstip ${threeFigures.format(when)}` : longDate(dayNumber(when));
}

/** A length of time in a chain of days (`dagen` below two months), or a bare number in a unit of its own. */
export function lengthOf(time: number, inDays: boolean): string {
  if (!inDays) return threeFigures.format(time);
  return time < 61 ? `${oneDecimal.format(time)} dagen` : `${oneDecimal.format((time * 12) / 365.25)} maanden`;
}

export function part(load: number | null): string {
  return load === null ? 'geen capaciteit' : `${whole.format(load * 100)} %`;
}

function waiting(wait: number | null, away: number, { zonderFormule, groei }: PoolFacts, inDays: boolean): string {
  if (away >= 0.0005) return `${oneDecimal.format(away * 100)} % elders`;
  if (wait !== null) return lengthOf(wait, inDays);
  return zonderFormule === null && groei > 0 ? 'groeit' : '-';
}

function poolRow(facts: PoolFacts, inDays: boolean): string[] {
  return [
    facts.naam,
    part(facts.belastingBegin),
    part(facts.belastingHoogst),
    short(facts.hoogstOp),
    facts.volVanaf === null ? '-' : short(facts.volVanaf),
    waiting(facts.wachttijdBegin, facts.nietTerechtBegin, facts, inDays),
    waiting(facts.wachttijdHoogst, facts.nietTerechtHoogst, facts, inDays),
  ];
}

function stationRow({ naam, bezoekenBegin, bezoekenHoogst, hoogstOp }: StationFacts, inDays: boolean): string[] {
  const visits = (rate: number | null): string =>
    rate === null ? 'geen eind' : inDays ? whole.format(rate) : threeFigures.format(rate);
  return [`- ${naam}`, visits(bezoekenBegin), visits(bezoekenHoogst), short(hoogstOp)];
}

/** Pools with the stations that use them; undefined when nobody comes to any pool. */
export function loadTable({ pools, stations }: LoadFacts, inDays: boolean): string | undefined {
  if (pools.length === 0) return undefined;
  const rows = pools.flatMap((pool) => [
    poolRow(pool, inDays),
    ...stations
      .filter(({ station, bezoekenHoogst }) => pool.stations.includes(station) && bezoekenHoogst !== 0)
      .map((station) => stationRow(station, inDays)),
  ]);
  return textTable(columns(inDays ? 'jaar' : 'tijdseenheid'), rows);
}

/** Pools that are visibly different from those of `base`: half a point of load, or a tenth of the wait. */
export function changedFrom(facts: LoadFacts, base: LoadFacts): LoadFacts {
  const differs = (one: number | null, other: number | null, least: number): boolean =>
    one === null || other === null ? one !== other : Math.abs(one - other) >= least;
  const pools = facts.pools.filter((pool) => {
    const known = base.pools.find(({ pool: id }) => id === pool.pool);
    return (
      known === undefined ||
      differs(pool.belastingHoogst, known.belastingHoogst, 0.005) ||
      differs(pool.belastingBegin, known.belastingBegin, 0.005) ||
      differs(pool.nietTerechtHoogst, known.nietTerechtHoogst, 0.005) ||
      differs(pool.wachttijdHoogst, known.wachttijdHoogst, (known.wachttijdHoogst ?? 0) / 10 + 0.05)
    );
  });
  return { ...facts, pools };
}

/** `leaving`: spells can end on the way, which the arithmetic leaves out. */
export const legend = (leaving: boolean): string =>
  [
    ...(leaving
      ? ['Gerekend alsof niemand tussentijds vertrekt, bijvoorbeeld naar werk; in het echt is het dus iets rustiger.']
      : []),
    'Belasting is het deel van de capaciteit dat het werk gemiddeld vraagt; vanaf 100 % komt er meer dan er weg kan.',
    'Wachten is een gemiddelde uit een formule, als de drukte lang gelijk blijft; "elders" is wie het vol vindt of te lang wacht en ergens anders heen gaat.',
    'Begeleiding telt niet mee: die krijgt de uren die overblijven.',
  ].join(' ');
