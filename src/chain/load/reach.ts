// Which stations somebody can come to at all during a run, by the chances and numbers that the chain declares.
import { waysOut } from '../check/ways.js';
import type { StationSpec } from '../registry.js';
import { runLength } from '../simulate-chain.js';
import { largest } from '../spec/amount.js';
import type { ChainSpec } from '../spec/chain.js';
import { exit } from '../spec/outcome.js';
import { extremesIn } from './instants.js';
import { arrivalRate, arrowsAt } from './traffic.js';

/** Where clients come in or stand at the start. */
function entries(spec: ChainSpec, instants: readonly number[]): string[] {
  const { arrivals, initial = [], roles, spells } = spec;
  const sources = Object.values(arrivals).filter((source) =>
    [...instants, source.from ?? 0].some((at) => arrivalRate(source, spec, at) > 0),
  );
  const returns = spells?.returns === undefined ? [] : [spells.returns.to ?? roles.entry];
  const stock = spells?.stock === undefined ? [] : [spells.stock.station];
  return [
    ...sources.map(({ to }) => to ?? roles.entry),
    ...initial.map(({ station }) => station),
    ...returns,
    ...stock,
  ];
}

/** Calls that take anybody at some time, and what happens past the outcomes: a full queue, lost patience. That may happen, however seldom. */
function past(id: string, station: StationSpec): string[] {
  if (station.kind === 'stay') {
    const calls = station.calls ?? [];
    return calls.filter(({ take, share }) => largest(take ?? share ?? 1) > 0).map(({ to }) => to);
  }
  return waysOut(id, station)
    .filter(({ kind, to }) => kind === 'target' && to !== exit)
    .map(({ to }) => to);
}

/** Stations that nobody comes to, in the order of the file: at no instant of the run does a way with a chance above 0 lead there. */
export function unreachable(spec: ChainSpec): string[] {
  const last = runLength(spec);
  const outcomes = Object.values(spec.stations).map((station) => station.outcomes);
  const ways = new Map(Object.entries(spec.stations).map(([id, station]) => [id, new Set(past(id, station))]));
  for (const instant of extremesIn([outcomes, spec.attributes], last)) {
    for (const { from, to } of arrowsAt(spec, instant)) ways.get(from)?.add(to);
  }
  const reached = new Set(entries(spec, extremesIn(spec.arrivals, last)));
  // A set gives what is added to it while it is gone through, too.
  for (const id of reached) for (const to of ways.get(id) ?? []) reached.add(to);
  return Object.keys(spec.stations).filter((id) => !reached.has(id));
}
