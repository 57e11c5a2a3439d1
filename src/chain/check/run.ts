// Checks on the frame of a run: its dates, its calendar, its roles, and names that would share their luck.
import { stationKey } from '../../random/keys.js';
import { lookKey } from '../look.js';
import { dayNumber } from '../civil-date.js';
import { exists, shown, stationIds, type Check, type Path } from './context.js';

export function checkRun(check: Check): void {
  const { spec, report } = check;
  const { start, end, measureFrom, unit } = spec.run;
  const day = (time: string | number): number => (typeof time === 'number' ? time : dayNumber(time) - dayNumber(start));
  if (day(end) <= 0) report(['run', 'end'], `het einde (${end}) moet na het begin (${start}) liggen`);
  else if (measureFrom !== undefined && (day(measureFrom) < 0 || day(measureFrom) >= day(end))) {
    report(['run', 'measureFrom'], `het meten moet beginnen tussen ${start} en ${end}, gevonden ${measureFrom}`);
  }
  checkOwnUnit(check);
  if (unit === 'own' && typeof end === 'string') {
    report(['run', 'end'], 'een keten met een eigen tijdseenheid (unit: own) eindigt op een getal, niet op een datum');
  }
  if (spec.calendar !== 'none') {
    const { opens, closes } = spec.calendar;
    if (closes <= opens) {
      report(['calendar', 'closes'], `sluiten (${shown(closes)} uur) moet na openen (${shown(opens)} uur) komen`);
    }
    if (unit === 'own') {
      report(
        ['calendar'],
        'een werkweek rekent in dagen; een keten met een eigen tijdseenheid (unit: own) heeft `calendar: none`',
      );
    }
  }
  const stations = stationIds(check);
  exists(check, stations, spec.roles.entry, ['roles', 'entry']);
  if (spec.roles.stock !== undefined) exists(check, stations, spec.roles.stock, ['roles', 'stock']);
  for (const [source, to] of Object.entries(spec.roles.sources ?? {})) {
    exists(check, stations, to, ['roles', 'sources', source]);
  }
  for (const [index, { station }] of (spec.initial ?? []).entries()) {
    exists(check, stations, station, ['initial', index, 'station']);
  }
  checkKeys(check);
}

/** What only a chain with its own unit of time may ask for; and instants must lie within the run. */
function checkOwnUnit({ spec, report }: Check): void {
  const { unit, end, instants = [] } = spec.run;
  if (unit !== 'own') {
    for (const key of ['instants', 'levels', 'moments'] as const) {
      if (spec.run[key] === undefined) continue;
      report(['run', key], `\`${key}\` is alleen voor een keten met een eigen tijdseenheid (unit: own)`);
    }
    return;
  }
  for (const [index, time] of instants.entries()) {
    if (typeof end === 'number' && time > end) {
      report(['run', 'instants', index], `het moment ${shown(time)} ligt na het einde (${shown(end)})`);
    }
    if (instants.indexOf(time) !== index) {
      report(['run', 'instants', index], `het moment ${shown(time)} staat er twee keer`);
    }
  }
}

/** Luck hangs on a 16-bit key of a name, so two names with one key would have the same luck. */
function checkKeys({ spec, report }: Check): void {
  const taken = new Map<number, string>([
    [stationKey('herinstroom'), 'de herinstroom'],
    [stationKey('voorraad/duur'), 'de voorraad'],
  ]);
  const claim = (key: string, name: string, path: Path): void => {
    const number = stationKey(key);
    const other = taken.get(number);
    if (other === undefined) taken.set(number, name);
    else report(path, `${name} zou hetzelfde toeval krijgen als ${other}; kies een andere naam`);
  };
  for (const id of Object.keys(spec.stations)) claim(id, `station '${id}'`, ['stations', id]);
  for (const id of Object.keys(spec.attributes)) claim(`attribute/${id}`, `kenmerk '${id}'`, ['attributes', id]);
  for (const [id, { observe = [] }] of Object.entries(spec.stations)) {
    for (const name of new Set(observe)) {
      claim(lookKey(id, name), `'${name}' bij station '${id}'`, ['stations', id, 'observe']);
    }
  }
  for (const id of Object.keys(spec.spells?.risks ?? {})) claim(id, `risico '${id}'`, ['spells', 'risks', id]);
  // A state with the name of a risk is told as such.
  const states = Object.keys(spec.spells?.states ?? {}).filter((id) => spec.spells?.risks[id] === undefined);
  for (const id of states) claim(id, `toestand '${id}'`, ['spells', 'states', id]);
}
