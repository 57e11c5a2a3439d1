// Sentences about one step of a client: whom she meets, how long she waits and why, how long it lasts, what is seen, which term was stated.
import type { CourseStep } from '../../analysis/course.js';
import type { ChainSpec } from '../../chain/spec/chain.js';
import { stepNames } from '../../chain/spec/population.js';
import { capital, number, plural } from '../words.js';
import { spanText } from './spans.js';
import { stationLabel } from './timeline.js';

/** From this part of a day on a wait is worth a reason. */
const noticeable = 1 / 8;

const how = { personal: 'persoonlijk', group: 'in een groep', phone: 'telefonisch', writing: 'schriftelijk' } as const;

export function whoText(spec: ChainSpec, station: string): string {
  const { meets } = spec.stations[station] ?? {};
  return meets === undefined ? '' : `${meets.who} (${how[meets.how]})`;
}

/** `in 3 van de 20 doorrekeningen` */
export function partOf(times: number, of: number): string {
  return `in ${number(times)} van de ${plural(of, 'doorrekening', 'doorrekeningen')}`;
}

/** Why she waited: who was there before her and how many could help, or when the next group starts. Empty where nobody waits. */
export function waitText(spec: ChainSpec, step: CourseStep): string {
  const { waited, group } = step;
  const station = spec.stations[step.station];
  if (station === undefined || waited === null) return '';
  if (station.kind === 'delay' || station.kind === 'stay') return '';
  if (station.kind === 'router') {
    return waited.p50 < noticeable ? '' : `Wacht ${spanText(waited)} tot een andere stap klaar is.`;
  }
  const size = group === null ? '' : ` In een groep van ${number(group)}.`;
  if (waited.p90 < noticeable) return `Meteen aan de beurt.${size}`;
  if (waited.p50 < noticeable) {
    const { p90 } = waited;
    return `Meestal meteen aan de beurt, soms pas na ${spanText({ ...waited, p10: p90, p50: p90 })}.${size}`;
  }
  const reason = station.kind === 'course' ? groupText(step, station.starts) : queueText(spec, step, station.after);
  return `Wacht ${spanText(waited)}${reason}.${size}`;
}

type Starts = Extract<ChainSpec['stations'][string], { kind: 'course' }>['starts'];
const unitNames = {
  hours: ['uur', 'uur'],
  days: ['dag', 'dagen'],
  weeks: ['week', 'weken'],
  months: ['maand', 'maanden'],
} as const;

function groupText({ waitingHere }: CourseStep, starts: Starts): string {
  const here =
    waitingHere === 0
      ? 'er stond nog niemand'
      : `er ${waitingHere === 1 ? 'stond' : 'stonden'} al ${plural(waitingHere, 'inwoner', 'inwoners')}`;
  if (starts === 'when-enough') return ` tot er genoeg deelnemers zijn; ${here}`;
  const { value, unit } = starts.every;
  const [one, many] = unitNames[unit];
  return ` op de volgende groep, die ${value === 1 ? `elke ${one}` : `elke ${number(value, 1)} ${many}`} begint; ${here}`;
}

function queueText(spec: ChainSpec, { queue }: CourseStep, after: readonly string[] | undefined): string {
  if (queue === null) return '';
  const { ahead, busy, capacity, pool } = queue;
  if (ahead === 0 && busy < capacity) return after === undefined ? '' : ' tot een andere stap klaar is';
  const before = ahead === 0 ? 'niemand' : plural(ahead, 'inwoner', 'inwoners');
  const label = spec.pools[pool]?.label ?? pool;
  const taken = busy >= capacity ? 'alle bezet' : `${number(busy)} bezet`;
  return `: er ${ahead > 1 ? 'stonden' : 'stond'} ${before} voor, en bij ${label} ${capacity === 1 ? 'was' : 'waren'} er ${number(capacity)} (${taken})`;
}

export function againText({ again }: CourseStep): string {
  return again === 0 ? '' : `Daarna nog ${number(again)} keer.`;
}

export function lastText(spec: ChainSpec, { station, lasted, left, came }: CourseStep, draws: number): string {
  if (spec.stations[station]?.kind === 'router') return '';
  const time = lasted === null || lasted.p90 < noticeable ? '' : `Duurt ${spanText(lasted)}.`;
  const still = came - left;
  if (still === 0) return time;
  const open =
    draws === 1
      ? 'Loopt door als de doorrekening stopt.'
      : `${capital(partOf(still, came))} loopt dit nog als de doorrekening stopt.`;
  return time === '' ? open : `${time} ${open}`;
}

/** What a look found: an observation or a finding; what only writes it in other words is left out. */
export function seenText(
  spec: ChainSpec,
  { attribute, value, times }: CourseStep['seen'][number],
  { came }: CourseStep,
): string {
  const declared = spec.attributes[attribute];
  if (declared === undefined || declared.kind === 'mapping' || Number.isNaN(value)) return '';
  const found = value === 1 ? 'ja' : 'nee';
  const shown = stepNames(declared)?.[value] ?? (declared.kind === 'finding' ? found : number(value, 2));
  return `Gezien: ${declared.label ?? attribute}: ${shown}${times < came ? ` (${partOf(times, came)})` : ''}.`;
}

const termUnits = {
  workdays: ['werkdag', 'werkdagen'],
  days: ['dag', 'dagen'],
  weeks: ['week', 'weken'],
  months: ['maand', 'maanden'],
} as const;

/** `binnen 5 werkdagen na aankomst` */
export function normText(spec: ChainSpec, { norm: { within, since } }: NonNullable<CourseStep['term']>): string {
  const from = since === 'arrival' ? 'aankomst' : since === 'application' ? 'de aanvraag' : stationLabel(spec, since);
  const [one, many] = termUnits[within.unit];
  return `binnen ${plural(within.value, one, many)} na ${from}`;
}

export function termText(spec: ChainSpec, { term }: CourseStep): string {
  if (term === null) return '';
  const { compared, kept, lastDay, norm } = term;
  const single = kept === 1 ? 'gehaald' : 'niet gehaald';
  const times =
    compared === 0 ? 'nog niet te vergelijken' : compared === 1 ? single : `gehaald ${partOf(kept, compared)}`;
  return `Gestelde termijn: ${normText(spec, term)}, dus uiterlijk dag ${number(lastDay)}; ${times} (${norm.source}).`;
}
