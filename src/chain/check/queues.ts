// Checks on queues: that a full queue leaves nobody without a place to go, and that it can fill at all.
import { extremes } from './amounts.js';
import { exists, meant, shown, stationIds, type Check } from './context.js';
import { waysOut } from './ways.js';

export function checkQueues(check: Check): void {
  const { spec, report } = check;
  const fromOutside = arrivalsFromOutside(check);
  checkPrecedence(check);
  for (const [id, station] of Object.entries(spec.stations)) {
    if (station.kind !== 'service' && station.kind !== 'place' && station.kind !== 'course') continue;
    const at = ['stations', id];
    if (station.blocking === true && station.full === undefined && fromOutside.has(id)) {
      report(
        [...at, 'blocking'],
        'hier komt ook wie nergens kan blijven staan (van een bron, een oproep, een zijbezoek of een andere weg buiten de uitkomsten om); zeg met `full` waar zij heen gaat als het vol is',
      );
    }
    if (station.kind !== 'course' || station.queueLimit === undefined) continue;
    const wrong = extremes([station.queueLimit, station.minimum]).find(
      ([limit = 0, least = 0]) => limit < Math.max(1, least),
    );
    if (wrong !== undefined && station.longestWait === undefined) {
      report(
        [...at, 'queueLimit'],
        `zo begint er nooit een groep: er mogen ${shown(wrong[0] ?? 0)} wachten en er zijn er ${shown(Math.max(1, wrong[1] ?? 0))} nodig`,
      );
    }
  }
}

/** Two visits of one client that wait for each other would wait for ever. */
function checkPrecedence(check: Check): void {
  const { spec, report } = check;
  for (const [id, { after = [] }] of Object.entries(spec.stations)) {
    for (const [index, first] of after.entries()) {
      const path = ['stations', id, 'after', index];
      if (!exists(check, stationIds(check), first, path)) continue;
      if (waitsFor(check, first, id)) {
        report(
          path,
          `'${id}' wacht op '${first}' en andersom; zo wachten twee bezoeken van een cliënt voorgoed op elkaar`,
        );
      }
    }
  }
}

/** Whether who is at `from` may have to wait until another visit at `to` is done, directly or by way of others. */
function waitsFor({ spec }: Check, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(spec.stations[id]?.after ?? []));
  }
  return false;
}

/** Stations that are entered otherwise than by an outcome that leads there at once. */
function arrivalsFromOutside(check: Check): ReadonlySet<string> {
  const { spec } = check;
  const { returns, stock } = spec.spells ?? {};
  const found = [
    ...Object.values(spec.arrivals).map(({ to }) => to ?? spec.roles.entry),
    ...(spec.initial ?? []).map(({ station }) => station),
    ...(returns === undefined ? [] : [returns.to ?? spec.roles.entry]),
    ...(stock === undefined ? [] : [stock.station]),
  ];
  for (const [id, station] of Object.entries(spec.stations)) {
    for (const { to, kind, outcome } of waysOut(id, station)) {
      if (kind !== 'outcome' || outcome?.handover?.kind === 'cold') found.push(to);
    }
  }
  return new Set(found.map((id) => meant(check, id) ?? id));
}
