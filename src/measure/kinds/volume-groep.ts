// volume per declared group: granted spells that run at the start of every year and at the end of the last.
import type { Client } from '../../chain/client.js';
import type { Run } from '../../chain/simulate-chain.js';
import { amountAt } from '../../chain/spec/amount.js';
import { isPlaced, type Frame } from '../frame.js';
import { groupNames, openSplits } from '../groups.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { Tally } from '../tally.js';

interface Point {
  readonly period: string;
  readonly time: number;
}

/** Stands at which the years of the run begin, and the one at which the last ends. */
function yearPoints({ periods }: Frame): Point[] {
  const times = new Set([...periods.years.map(({ from }) => from), periods.years.at(-1)?.to ?? NaN]);
  return periods.stands.filter(({ time }) => times.has(time));
}

/**
 * The same stands as those of `volume`. An age counts as it is at the stand; what is looked for counts as last seen before it (of a spell not
 * granted yet at the stand: as known at its decision).
 */
function record(frame: Frame, run: Run, points: readonly Point[], groups: number): Recorder {
  const { spec } = frame;
  const splits = openSplits(spec, run.attributes);
  const counts = new Tally(groups, points.length);
  const count = (client: Client, after: number, sign: 1 | -1): void => {
    let first = 0;
    while (first < points.length && points[first]!.time <= after) first += 1;
    if (first === points.length) return;
    for (const { index, at, ages } of splits) {
      const value = client.attribute(index);
      let group = at(value, 0);
      for (let point = first; point < points.length; point += 1) {
        if (ages) group = at(value, points[point]!.time);
        counts.add(group, point, sign);
      }
    }
  };
  return {
    observer: {
      granted(client) {
        const start = client.spell?.startedAt;
        if (start !== undefined) count(client, isPlaced(client) ? Math.min(start, -1e-9) : start, 1);
      },
      spellEnded(client, _reason, now) {
        if (client.spell?.granted === true) count(client, now, -1);
      },
      observed(client, _station, attribute, before, now) {
        if (client.spell?.granted !== true) return;
        const value = client.attribute(attribute);
        if (Object.is(value, before)) return;
        for (const { index, at } of splits) {
          if (index !== attribute) continue;
          for (const [point, { time }] of points.entries()) {
            if (time <= now) continue;
            counts.add(at(before, time), point, -1);
            counts.add(at(value, time), point, 1);
          }
        }
      },
    },
    write(into, at) {
      const next = counts.write(into, at);
      for (let group = 0; group < groups; group += 1) {
        for (const [point, { time }] of points.entries()) {
          const persons = amountAt(spec.persons?.perBenefit ?? 1, time);
          into[next + group * points.length + point] = counts.at(group, point) * persons;
        }
      }
    },
  };
}

/** Described with `volume`. */
export const volumeGroep: MeasureKind = {
  texts: [],
  open(frame) {
    const points = yearPoints(frame);
    const names = groupNames(frame.spec);
    if (frame.spec.spells === undefined || points.length === 0 || names.length === 0) return undefined;
    return {
      series: ['uitkeringen', 'personen'].flatMap((unit) =>
        names.flatMap((group) => points.map(({ period }) => ({ measure: 'volume', place: null, group, period, unit }))),
      ),
      record: (run) => record(frame, run, points, names.length),
    };
  },
};
