// Checks on outcomes: that every client takes exactly one, and that whoever leaves the chain has a reason.
import { exit, type OutcomeSpec } from '../spec/outcome.js';
import { extremes, sum } from './amounts.js';
import { exists, meant, shown, type Check, type Path } from './context.js';
import { waysOut } from './ways.js';

/** Shares that differ from 1 by less than this are 1 but for the rounding of their sum. */
const rounding = 1e-9;

export function checkRoutes(check: Check): void {
  const main = onMainRoute(check);
  for (const [id, station] of Object.entries(check.spec.stations)) {
    const at = ['stations', id];
    if (station.kind !== 'stay') checkOutcomes(check, station.outcomes, at);
    for (const [index, outcome] of station.outcomes.entries()) {
      if (outcome.grant !== undefined && check.spec.spells === undefined) {
        check.report(
          [...at, 'outcomes', index, 'grant'],
          '`grant` (toekennen) bestaat alleen in een keten met `spells`',
        );
      }
    }
    if (check.spec.spells === undefined || !main.has(id)) continue;
    for (const way of waysOut(id, station)) if (way.to === exit) checkExit(check, way.outcome, way.path);
  }
}

function checkOutcomes({ report }: Check, outcomes: readonly OutcomeSpec[], at: Path): void {
  const path = [...at, 'outcomes'];
  const rest = outcomes.findIndex((outcome) => outcome.rest === true);
  if (rest !== -1) {
    for (let index = rest + 1; index < outcomes.length; index += 1) {
      report([...path, index], 'hier komt niemand: een uitkomst met `rest` erboven neemt iedereen die over is');
    }
  }
  const shares = outcomes.flatMap(({ share }) => (share === undefined ? [] : [share]));
  const sums = shares.length === 0 ? [0] : extremes(shares).map(sum);
  const most = Math.max(...sums);
  const least = Math.min(...sums);
  if (most > 1 + rounding) {
    report(path, `de aandelen zijn samen ${shown(most)}; dat mag niet meer dan 1 zijn`);
    return;
  }
  if (rest !== -1 || least >= 1 - rounding) return;
  const found = shares.length === 0 ? '' : ` (de aandelen zijn samen ${shown(least)})`;
  report(
    [...path, outcomes.length - 1],
    `niet iedereen heeft een vervolg${found}; maak van de laatste uitkomst \`rest: true\``,
  );
}

/** A spell ends for a reason: a risk, or the mark of the route that leaves. */
function checkExit(check: Check, outcome: OutcomeSpec | undefined, path: Path): void {
  if (outcome === undefined) {
    check.report(
      path,
      'wie hier de keten verlaat, heeft geen reden; ga eerst naar een router met een uitkomst naar exit met een `mark`',
    );
    return;
  }
  const at = path.slice(0, -1);
  if (outcome.mark === undefined) {
    check.report(at, 'wie de keten verlaat, heeft een reden nodig: geef deze uitkomst een `mark`');
    return;
  }
  const marks = Object.keys(check.spec.spells?.marks ?? {});
  exists(check, { noun: 'merk', ids: marks }, outcome.mark, [...at, 'mark']);
}

/** Stations where a client may be on her main visit; the others are visited beside it. */
function onMainRoute(check: Check): ReadonlySet<string> {
  return follow(check, mainSources(check), (kind) => kind !== 'side');
}

function mainSources({ spec }: Check): string[] {
  const { returns, stock } = spec.spells ?? {};
  return [
    spec.roles.entry,
    ...Object.values(spec.arrivals).flatMap(({ to }) => (to === undefined ? [] : [to])),
    ...(spec.initial ?? []).map(({ station }) => station),
    ...(returns?.to === undefined ? [] : [returns.to]),
    ...(stock === undefined ? [] : [stock.station]),
  ];
}

function follow(check: Check, from: readonly string[], along: (kind: string) => boolean): Set<string> {
  const reached = new Set<string>();
  const open = from.flatMap((id) => meant(check, id) ?? []);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const station = check.spec.stations[id];
    if (reached.has(id) || station === undefined) continue;
    reached.add(id);
    for (const way of waysOut(id, station)) {
      const to = way.to === exit || !along(way.kind) ? undefined : meant(check, way.to);
      if (to !== undefined) open.push(to);
    }
  }
  return reached;
}

/** Stations that can be come to from these, by any way. */
export function reachable(check: Check, from: readonly string[]): ReadonlySet<string> {
  return follow(check, from, () => true);
}

export function checkReach(check: Check): void {
  const reached = follow(check, mainSources(check), () => true);
  for (const id of Object.keys(check.spec.stations)) {
    if (!reached.has(id)) {
      check.report(
        ['stations', id],
        `station '${id}' is onbereikbaar: geen bron, uitkomst, oproep, voorraad of zijbezoek leidt erheen`,
      );
    }
  }
}
