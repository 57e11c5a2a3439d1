// What programmes cost per month and station: a sum when a stay begins, and a price for every day that it lasts.
import type { Visit } from '../chain/client.js';
import { amountAt } from '../chain/spec/amount.js';
import type { MoneySpec } from '../chain/spec/money.js';
import { waitingStations, type Frame } from './frame.js';
import type { Recorder } from './kind.js';
import { Account, pricePerDay, Runs } from './prices.js';

interface ProgrammeCosts {
  readonly observer: Recorder['observer'];
  readonly costs: () => Float64Array[];
}

/** In euro, in the order of the declaration; `levels` is the price level of every day. */
export function programmeCosts(frame: Frame, money: MoneySpec, levels: Float64Array): ProgrammeCosts {
  const { months, month } = frame.periods;
  const waiting = new Set(waitingStations(frame).map(({ id }) => id));
  const programmes = Object.entries(money.programmes ?? {}).map(([id, { perStart = 0, perYear }]) => ({
    perStart,
    starts: new Float64Array(months.length + 1),
    runs: perYear === undefined ? undefined : new Runs(new Account(pricePerDay(perYear, levels)), months, month),
    // Where one can wait, a visit that leaves may not have begun.
    begun: perYear !== undefined && waiting.has(id) ? new Set<Visit>() : undefined,
  }));
  const byStation = new Map(
    Object.keys(money.programmes ?? {}).map((id, position) => [frame.stations.indexOf(id), programmes[position]!]),
  );
  const end = (visit: Visit, station: number, now: number): void => {
    const programme = byStation.get(station);
    if (programme?.runs !== undefined && (programme.begun?.delete(visit) ?? true)) programme.runs.change(-1, now);
  };
  return {
    observer:
      byStation.size === 0
        ? {}
        : {
            started(visit, { index }, _waited, now) {
              const programme = byStation.get(index);
              if (programme === undefined) return;
              programme.starts[month(now)]! += amountAt(programme.perStart, now) * (levels[Math.floor(now)] ?? 0);
              programme.begun?.add(visit);
              programme.runs?.change(1, now);
            },
            left: (visit, { index }, _to, now) => {
              end(visit, index, now);
            },
            withdrawn: (visit, { index }, _reason, now) => {
              end(visit, index, now);
            },
          },
    costs: () =>
      programmes.map(({ starts, runs }) => {
        const running = runs?.costs();
        return Float64Array.from(months, (_, column) => starts[column]! + (running?.[column] ?? 0));
      }),
  };
}
