// Herinstroom in Arnhem: how long a former client stays away.
import { purpose, stationKey } from '../../../src/random/keys.js';
import type { Streams } from '../../../src/random/streams.js';
import { daysPerMonth } from '../../../src/chain/spec/duration.js';
import { type ArnhemNumbers, marks, risks } from './numbers.js';
import type { HandClients } from './spells.js';

const RETURN_KEY = stationKey('herinstroom');
const WORK = 0;
const REMOVAL = 2;
const DEATH = 6;

/** Days from the exit to the next application, infinity for never; `number` counts her spells. */
export function handReturns(numbers: ArnhemNumbers, streams: Streams, clients: HandClients) {
  const { horizon, nazorg, nazorgSpan, never, pieces } = numbers.returns;
  const { perMonth, loads, riskKeys, aowYears } = numbers;
  const returns = [...risks, ...marks].map((id) => !never.has(id));

  return (client: number, reason: number, exitAt: number, number: number): number => {
    if (returns[reason] !== true) return Infinity;
    const key = clients.key[client]!;
    const threshold = -Math.log(streams.fate(key, RETURN_KEY, purpose.return, number));
    const delay = reason === WORK ? reachAfterWork(threshold) : reach(reason, 0, threshold);
    if (delay > horizon) return Infinity;
    if (clients.age[client]! + (exitAt + delay) / 365.25 >= aowYears) return Infinity;
    if (endsBefore(REMOVAL, delay) || endsBefore(DEATH, delay)) return Infinity;
    return delay;

    function endsBefore(risk: number, within: number): boolean {
      const limit = -Math.log(streams.fate(key, riskKeys[risk]!, purpose.return, number));
      const load = loads[risk]! * clients.z[client]!;
      const own = load === 0 ? 1 : Math.exp(load);
      const from = Math.max(0, exitAt);
      const rate = (1 / daysPerMonth) * perMonth[risk]! * numbers.series[risk]!;
      return (rate * from + limit / own) / rate - from < within;
    }
  };

  function reach(reason: number, from: number, threshold: number): number {
    let left = threshold;
    let at = from;
    for (const { ends, rate } of pieces[reason]!) {
      if (ends <= at) continue;
      const time = rate > 0 ? (rate * at + left) / rate : Infinity;
      if (time <= ends) return time;
      left -= rate * ends - rate * at;
      at = ends;
    }
    return Infinity;
  }
  /** Nazorg multiplies the hazard during its first months. */
  function reachAfterWork(threshold: number): number {
    const during = nazorg > 0 ? reach(WORK, 0, threshold / nazorg) : Infinity;
    if (during <= nazorgSpan) return during;
    let total = 0;
    let at = 0;
    for (const { ends, rate } of pieces[WORK]!) {
      const end = Math.min(nazorgSpan, ends);
      if (end <= at) continue;
      total += rate * end - rate * at;
      at = end;
    }
    return reach(WORK, nazorgSpan, threshold - nazorg * total);
  }
}
