// Checks on stations: that every name they use exists and is of the right sort, and that pools can give what is asked.
import { placesAt } from '../capacity.js';
import { shapeOf, type StationSpec } from '../registry.js';
import { breakpoints } from '../spec/amount.js';
import type { EffectSpec } from '../spec/effect.js';
import { exit } from '../spec/outcome.js';
import type { DemandSpec, PoolSpec } from '../spec/pool.js';
import { extremes } from './amounts.js';
import { checkCondition, checkOrdered } from './attributes.js';
import { exists, listed, riskIds, shown, stateIds, stationIds, type Check, type Path } from './context.js';
import { checkJudges } from './judges.js';
import { checkObserve } from './looking.js';
import { waysOut } from './ways.js';

export function checkStations(check: Check): void {
  const stations = stationIds(check);
  if (stations.ids.includes(exit)) {
    check.report(['stations', exit], `'${exit}' is al de naam van de uitgang; kies een andere naam`);
  }
  for (const [id, station] of Object.entries(check.spec.stations)) {
    const at = ['stations', id];
    for (const way of waysOut(id, station)) {
      const leaves = way.to === exit && (way.kind === 'outcome' || way.kind === 'target');
      if (!leaves) exists(check, stations, way.to, way.path);
    }
    checkPools(check, station, at);
    checkEffects(check, station.effects ?? [], [...at, 'effects'], station.contact === undefined ? 'bare' : 'contact');
    for (const [index, outcome] of station.outcomes.entries()) {
      const path = [...at, 'outcomes', index];
      if (outcome.when !== undefined) checkCondition(check, outcome.when, [...path, 'when']);
      if (outcome.rank !== undefined) checkOrdered(check, outcome.rank.by, [...path, 'rank', 'by']);
      if (outcome.odds !== undefined) checkOrdered(check, outcome.odds.by, [...path, 'odds', 'by']);
      checkEffects(check, outcome.effects ?? [], [...path, 'effects'], 'outcome');
      const { handover } = outcome;
      if (handover?.kind === 'cold' && (handover.lost === undefined) !== (handover.lostTo === undefined)) {
        check.report([...path, 'handover'], '`lost` (welk deel) en `lostTo` (waarheen) horen bij elkaar');
      }
    }
    checkJudges(check, id, station, at);
    checkNorm(check, station, at);
    checkObserve(check, station.observe ?? [], [...at, 'observe']);
    checkOwn(check, station, at);
  }
}

/** A norm counts from something that can be seen: coming here, the application, or leaving another station. */
function checkNorm(check: Check, { norm }: StationSpec, at: Path): void {
  if (norm === undefined) return;
  const { noun, ids } = stationIds(check);
  exists(check, { noun, ids: ['arrival', 'application', ...ids] }, norm.since, [...at, 'norm', 'since']);
}

/** What only one kind of station has. */
function checkOwn(check: Check, station: StationSpec, at: Path): void {
  if (
    (station.kind === 'service' || station.kind === 'place' || station.kind === 'course') &&
    station.priorityBy !== undefined
  ) {
    checkOrdered(check, station.priorityBy, [...at, 'priorityBy']);
  }
  if (station.kind === 'course') {
    const { minimum, maximum, starts } = station;
    const wrong = extremes([minimum, maximum]).find(([least = 0, most = 0]) => least > most);
    if (wrong !== undefined) {
      check.report(
        [...at, 'minimum'],
        `het minimum van een groep (${shown(wrong[0] ?? 0)}) mag niet groter zijn dan het maximum (${shown(wrong[1] ?? 0)})`,
      );
    }
    if (starts === 'when-enough' && extremes([minimum]).some(([least = 0]) => least < 1)) {
      check.report([...at, 'minimum'], 'een groep die start zodra er genoeg zijn, vraagt een minimum van 1 of meer');
    }
    if (extremes([maximum]).some(([most = 0]) => most < 1)) {
      check.report([...at, 'maximum'], 'in een groep moet minstens 1 inwoner passen');
    }
    if (typeof starts === 'object' && starts.first < 0) {
      check.report(
        [...at, 'starts', 'first'],
        `de eerste groep kan niet voor het begin starten, gevonden ${shown(starts.first)}`,
      );
    }
  }
  if (station.kind === 'stay') {
    for (const [index, call] of (station.calls ?? []).entries()) {
      const path = [...at, 'calls', index];
      if (call.when !== undefined) checkCondition(check, call.when, [...path, 'when']);
      if (typeof call.by === 'object') {
        const way = 'highest' in call.by ? 'highest' : 'lowest';
        checkOrdered(check, 'highest' in call.by ? call.by.highest : call.by.lowest, [...path, 'by', way]);
      }
      for (const [turn, time] of (call.at ?? []).entries()) {
        if (time < 0) {
          check.report([...path, 'at', turn], `een oproep kan niet voor het begin vallen, gevonden ${shown(time)}`);
        }
      }
    }
    if (station.outcomes.length > 0) {
      check.report(
        [...at, 'outcomes'],
        'een stay heeft geen uitkomsten: alleen een oproep (`calls`) of het einde van de bijstand leidt eruit',
      );
    }
  }
}

const hoursOnly = ['hours'] as const;
const placesOnly = ['caseload', 'places'] as const;

function checkPools(check: Check, station: StationSpec, at: Path): void {
  for (const { pool, path } of shapeOf(station).pools) poolAt(check, pool, [...at, ...path], allowed(station, path));
  if (station.contact !== undefined) poolAt(check, station.contact.pool, [...at, 'contact', 'pool'], hoursOnly);
  if (station.kind !== 'service' && station.kind !== 'course') return;
  const fixed = (station.pools ?? []).flatMap((demand, index) => (demand.fixed === true ? [index] : []));
  for (const [turn, index] of fixed.entries()) {
    const path = [...at, 'pools', index, 'fixed'];
    if (station.kind === 'course') {
      check.report(path, 'een groep heeft geen vaste medewerker per cliënt; dat kan bij een service');
    } else if (turn > 0) check.report(path, 'een cliënt houdt bij een station hoogstens één vaste medewerker');
    else if ((station.pools[index]?.units ?? 1) !== 1) {
      check.report(path, 'een vaste medewerker is er één: geef geen `units`');
    }
  }
  for (const [index, demand] of (station.pools ?? []).entries()) {
    const pool = poolNamed(check, demand.pool);
    if (pool !== undefined) checkDemand(check, demand, pool, [...at, 'pools', index]);
  }
}

function allowed(station: StationSpec, path: Path): readonly PoolSpec['kind'][] | undefined {
  if (station.kind === 'place') return placesOnly;
  return station.kind === 'service' && station.hours !== undefined && path[1] === 0 ? hoursOnly : undefined;
}

function poolNamed({ spec }: Check, id: string): PoolSpec | undefined {
  return Object.hasOwn(spec.pools, id) ? spec.pools[id] : undefined;
}

function poolAt(check: Check, id: string, path: Path, kinds: readonly PoolSpec['kind'][] | undefined): void {
  if (!exists(check, { noun: 'pool', ids: Object.keys(check.spec.pools) }, id, path)) return;
  const kind = poolNamed(check, id)?.kind;
  if (kind !== undefined && kinds !== undefined && !kinds.includes(kind)) {
    check.report(path, `hier hoort een pool van soort ${listed(kinds)}; '${id}' is een pool van soort ${kind}`);
  }
}

/** More units than there will ever be, or a skill that nobody has, would mean waiting for ever. */
function checkDemand(check: Check, { pool: id, units = 1, skill }: DemandSpec, pool: PoolSpec, at: Path): void {
  const amounts =
    pool.kind === 'hours' ? [pool.fte] : pool.kind === 'caseload' ? [pool.fte, pool.norm] : [pool.capacity];
  const most = Math.max(...[0, ...amounts.flatMap(breakpoints)].map((time) => placesAt(pool, time)));
  // No capacity at all may be meant: a pilot that is closed in the base.
  if (most > 0 && units > most) {
    check.report(
      [...at, 'units'],
      `er zijn ${units} eenheden tegelijk nodig, maar pool '${id}' heeft er nooit meer dan ${most}`,
    );
  }
  if (skill === undefined) return;
  const skills = pool.kind === 'places' ? [...new Set((pool.skills ?? []).flat())] : [];
  exists(check, { noun: `vaardigheid in pool '${id}':`, ids: skills }, skill, [...at, 'skill']);
}

function checkEffects(
  check: Check,
  effects: readonly EffectSpec[],
  at: Path,
  where: 'bare' | 'contact' | 'outcome',
): void {
  for (const [index, effect] of effects.entries()) {
    const path = [...at, index];
    const states = stateIds(check).ids;
    if (!states.includes(effect.risk) && exists(check, riskIds(check), effect.risk, [...path, 'risk'])) {
      if (check.spec.spells?.risks[effect.risk]?.kind === 'age') {
        check.report([...path, 'risk'], `'${effect.risk}' is een leeftijdsgrens; daar verandert een effect niets aan`);
      }
    }
    if (effect.during === undefined && effect.after === undefined) {
      check.report(path, 'een effect heeft `during`, `after` of beide');
    }
    if (where === 'outcome' && effect.during !== undefined) {
      check.report(
        [...path, 'during'],
        '`during` geldt tijdens een verblijf; zet het bij het station, niet bij een uitkomst',
      );
    }
    if (where !== 'contact' && effect.dose === true) {
      check.report([...path, 'dose'], '`dose` vraagt om `contact` bij hetzelfde station');
    }
  }
}
