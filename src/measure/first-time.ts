// How long after an application something happens to her for the first time, per year in which it happens.
import type { Client } from '../chain/client.js';
import { beginnings } from './encounters.js';
import type { Frame } from './frame.js';
import type { Recorder } from './kind.js';
import { Samples } from './samples.js';
import type { Series } from './series.js';

export const firstTimeGroups = ['gemiddelde', 'mediaan', 'p90'] as const;

export function firstTimeSeries({ periods }: Frame, measures: readonly string[]): Series[] {
  return measures.flatMap((measure) =>
    periods.years.flatMap(({ period }) =>
      firstTimeGroups.map((group) => ({ measure, place: null, group, period, unit: 'dagen' })),
    ),
  );
}

/** A row per set of stations. Every application counts by itself, also a renewed one; who was placed at the start made none. */
export function recordFirstTimes(frame: Frame, rows: readonly ReadonlySet<number>[]): Recorder {
  const { years, year } = frame.periods;
  const times = new Samples(rows.length, years.length);
  const awaited = new Map<Client, Set<number>>();
  const all = new Set(rows.flatMap((stations) => [...stations]));
  return {
    observer: {
      applied(client) {
        awaited.set(client, new Set(rows.keys()));
      },
      ...beginnings(frame, all, ({ client }, station, now) => {
        const waiting = awaited.get(client);
        if (waiting === undefined) return;
        for (const row of [...waiting]) {
          if (rows[row]?.has(station) !== true) continue;
          waiting.delete(row);
          times.add(row, year(now), now - client.appliedAt);
        }
      }),
    },
    write(into, at) {
      let next = at;
      for (const row of rows.keys()) {
        for (const column of years.keys()) {
          const { mean, median, p90 } = times.at(row, column);
          into.set([mean, median, p90], next);
          next += firstTimeGroups.length;
        }
      }
    },
  };
}
