// Checks on going round in circles: loops that take no time and cannot end, and loops that nobody ever leaves.
import type { StationSpec } from '../registry.js';
import { amountAt, type Amount } from '../spec/amount.js';
import { exit, type OutcomeSpec } from '../spec/outcome.js';
import { everPositive, stretches, sum } from './amounts.js';
import { listed, meant, type Check } from './context.js';
import { reachable } from './routes.js';
import { waysOut } from './ways.js';

/** `chance`: a draw decides, each time anew. `certain`: whoever comes here and meets the condition goes this way every time. */
interface Step {
  readonly to: string;
  readonly kind: 'chance' | 'condition' | 'certain';
}

export function checkLoops(check: Check): void {
  const circling = withoutTime(check);
  for (const ids of groups(circling)) {
    check.report(
      ['stations', ids[0] ?? '', ...(check.spec.stations[ids[0] ?? '']?.outcomes.length === 0 ? [] : ['outcomes'])],
      `hier kan iemand eindeloos rondgaan zonder dat er tijd verstrijkt (${ids.join(' > ')}); geef een uitkomst met een aandeel of \`rest\` die eruit leidt`,
    );
  }
  if (hasRisk(check)) return;
  const inCircle = new Set(circling.keys());
  const coming = comingIn(check);
  const stuck = withoutWayOut(check).filter((id) => coming.has(id));
  if (stuck.length > 0 && !stuck.some((id) => inCircle.has(id))) {
    check.report(
      ['stations', stuck[0] ?? ''],
      `wie hier komt, komt nooit meer weg: uit ${listed(stuck)} leidt niets naar exit of naar een stay`,
    );
  }
}

/** Who is there at the start may go round for ever; who keeps coming may not. */
function comingIn(check: Check): ReadonlySet<string> {
  const { arrivals, roles } = check.spec;
  return reachable(
    check,
    Object.values(arrivals).map(({ to }) => to ?? roles.entry),
  );
}

function hasRisk({ spec }: Check): boolean {
  return Object.values(spec.spells?.risks ?? {}).some(
    (risk) =>
      risk.kind === 'age' ||
      [...(risk.pieces ?? []).map(({ perMonth }) => perMonth), risk.perMonth ?? 0].some(everPositive),
  );
}

/** Stations from which neither exit nor a stay can be reached, at any moment of the run. */
function withoutWayOut(check: Check): string[] {
  const stations = Object.entries(check.spec.stations);
  const out = new Set(stations.filter(([, { kind }]) => kind === 'stay').map(([id]) => id));
  const leads = ([id, station]: [string, StationSpec]): boolean =>
    waysOut(id, station).some(({ to, kind, outcome }) => {
      if (kind === 'side' || (outcome !== undefined && !possible(outcome))) return false;
      return to === exit || out.has(meant(check, to) ?? '');
    });
  for (let before = -1; before !== out.size;) {
    before = out.size;
    for (const entry of stations) if (leads(entry)) out.add(entry[0]);
  }
  return stations.map(([id]) => id).filter((id) => !out.has(id));
}

function possible({ share, rank }: OutcomeSpec): boolean {
  return everPositive(share ?? rank?.share ?? 1);
}

/**
 * Stations on a loop of routers (and of queues that are full) that never ends, with the stations of that loop. Two ways to get there: every step is
 * certain for some client, since attributes do not change while no time passes; or no draw ever leads out, conditions aside. Share by share this
 * may differ over time, so it is looked at within every stretch.
 */
function withoutTime(check: Check): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const time of stretches(sharesOf(check))) {
    const steps = new Map<string, Step[]>();
    for (const [id, station] of Object.entries(check.spec.stations)) {
      const own = stepsOf(station, time);
      if (own !== undefined) {
        steps.set(
          id,
          own.map(({ to, kind }) => ({ to: to === exit ? exit : (meant(check, to) ?? exit), kind })),
        );
      }
    }
    for (const id of steps.keys()) {
      const loop = certainLoop(id, steps) ?? trapped(id, steps);
      if (loop !== undefined && !found.has(id)) found.set(id, loop);
    }
  }
  return found;
}

function sharesOf({ spec }: Check): Amount[] {
  return Object.values(spec.stations).flatMap(({ outcomes }) =>
    outcomes.flatMap(({ share, rank }) => share ?? rank?.share ?? []),
  );
}

/** The steps that a visit may take at `time` without time passing; undefined when time passes here. */
function stepsOf(station: StationSpec, time: number): Step[] | undefined {
  if (station.kind === 'service' || station.kind === 'place' || station.kind === 'course') {
    const elsewhere =
      station.kind === 'place' && typeof station.whenFull === 'object' ? station.whenFull.to : undefined;
    const to = [elsewhere, station.full, station.balk?.to].filter((target) => target !== undefined);
    return to.length === 0 ? undefined : to.map((target) => ({ to: target, kind: 'certain' }));
  }
  if (station.kind !== 'router' && !(station.kind === 'delay' && station.duration === 0)) return undefined;
  const steps: Step[] = [];
  let left = 1;
  for (const { when, share, rank, odds, rest, to, handover } of station.outcomes) {
    // A cold handover that takes time breaks the circle.
    const target = handover?.kind === 'cold' && handover.delay !== undefined && handover.delay !== 0 ? exit : to;
    const part = share ?? rank?.share;
    const chance = part === undefined ? undefined : amountAt(part, time);
    if (when !== undefined) steps.push({ to: target, kind: 'condition' });
    else if (chance !== undefined && chance <= 0) continue;
    else if (chance !== undefined && chance >= 1 && left === 1) {
      steps.push({ to: target, kind: 'certain' });
      break;
    } else if (chance !== undefined || odds !== undefined) {
      steps.push({ to: target, kind: 'chance' });
      left = 0;
    } else if (rest === true) {
      const shares = station.outcomes.flatMap((outcome) =>
        outcome.share === undefined ? [] : [amountAt(outcome.share, time)],
      );
      if (sum(shares) < 1 - 1e-9) steps.push({ to: target, kind: left === 1 ? 'certain' : 'chance' });
      break;
    }
  }
  return steps;
}

/** The shortest loop of certain steps from `id` back to itself. */
function certainLoop(id: string, steps: ReadonlyMap<string, readonly Step[]>): string[] | undefined {
  const queue: string[][] = [[id]];
  const seen = new Set<string>();
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    for (const { to, kind } of steps.get(path.at(-1) ?? '') ?? []) {
      if (kind === 'chance') continue;
      if (to === id) return [...path, id];
      if (seen.has(to)) continue;
      seen.add(to);
      queue.push([...path, to]);
    }
  }
  return undefined;
}

/** What can be reached from `id`, when that is only stations without time, `id` itself among them: no draw leads out. */
function trapped(id: string, steps: ReadonlyMap<string, readonly Step[]>): string[] | undefined {
  const reached = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const own = steps.get(next);
    if (own === undefined) return undefined;
    for (const { to, kind } of own) {
      if (kind === 'condition' || reached.has(to)) continue;
      reached.add(to);
      open.push(to);
    }
  }
  return reached.has(id) ? [...reached].sort() : undefined;
}

/** One report per loop, whichever of its stations it is found from. */
function groups(circling: ReadonlyMap<string, readonly string[]>): string[][] {
  const told = new Set<string>();
  const loops: string[][] = [];
  for (const [id, loop] of circling) {
    if (told.has(id)) continue;
    for (const member of loop) told.add(member);
    loops.push([...loop]);
  }
  return loops;
}
