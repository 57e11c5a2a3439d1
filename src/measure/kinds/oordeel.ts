// oordeel: how often a gate was right about who would leave bijstand soon, per year of its judgement.
import type { Client } from '../../chain/client.js';
import { daysPerMonth } from '../../chain/spec/duration.js';
import { exit } from '../../chain/spec/outcome.js';
import { isNatural, reasonSlot, type Frame } from '../frame.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { Tally } from '../tally.js';

const groups = [
  'terecht-positief',
  'onterecht-positief',
  'natuurlijk-positief',
  'terecht-negatief',
  'onterecht-negatief',
  'natuurlijk-negatief',
] as const;

interface Judge {
  readonly id: string;
  readonly index: number;
  readonly days: number;
  /** Per reason: proves a positive judgement right. */
  readonly proves: readonly boolean[];
  readonly positive: ReadonlySet<string>;
  readonly negative: ReadonlySet<string>;
}

function judgesIn({ spec, stations, reasons }: Frame): Judge[] {
  return stations.flatMap((id, index) => {
    const judges = spec.stations[id]?.judges;
    if (judges === undefined || spec.spells === undefined) return [];
    return {
      id,
      index,
      days: judges.months * daysPerMonth,
      proves: reasons.map((reason) => judges.reasons.includes(reason)),
      positive: new Set(judges.positive),
      negative: new Set(judges.negative),
    };
  });
}

interface Judgement {
  readonly row: number;
  readonly isPositive: boolean;
  readonly year: number;
  readonly time: number;
}

/**
 * A judgement stands until the spell ends; what counts is whether that was within the months, and by which reason. Who was judged twice counts twice.
 * Ends that no judgement could foresee (an age that is reached, death) are apart; ends by other reasons are no proof. A year of which the months do not fit in the run is NaN.
 */
function record(frame: Frame, judges: readonly Judge[]): Recorder {
  const { years, year, until } = frame.periods;
  const natural = frame.reasons.map((reason) => isNatural(frame, reason));
  const rowOf = new Int16Array(frame.stations.length).fill(-1);
  for (const [row, { index }] of judges.entries()) rowOf[index] = row;
  const [all, proved, apart] = [0, 1, 2].map(() => new Tally(2 * judges.length, years.length)) as [Tally, Tally, Tally];
  const standing = new Map<Client, Judgement[]>();
  return {
    observer: {
      left(visit, station, to, now) {
        const row = rowOf[station.index]!;
        const judge = judges[row];
        if (judge === undefined || !visit.main || visit.client.spell === undefined) return;
        const way = to?.id ?? exit;
        const isPositive = judge.positive.has(way);
        if (!isPositive && !judge.negative.has(way)) return;
        const judgement = { row, isPositive, year: year(now), time: now };
        if (judgement.year >= years.length) return;
        all.add(2 * row + (isPositive ? 0 : 1), judgement.year);
        const earlier = standing.get(visit.client);
        if (earlier === undefined) standing.set(visit.client, [judgement]);
        else earlier.push(judgement);
      },
      spellEnded(client, reason, now) {
        const judgements = standing.get(client);
        if (judgements === undefined) return;
        standing.delete(client);
        const slot = reasonSlot(frame, reason);
        for (const { row, isPositive, year: column, time } of judgements) {
          const judge = judges[row]!;
          if (now - time > judge.days) continue;
          const cell = 2 * row + (isPositive ? 0 : 1);
          if (judge.proves[slot] === true) proved.add(cell, column);
          else if (natural[slot] === true) apart.add(cell, column);
        }
      },
    },
    write(into, at) {
      let next = at;
      for (const [row, { days }] of judges.entries()) {
        for (const [column, { to }] of years.entries()) {
          const [yes, no] = [2 * row, 2 * row + 1];
          const others = (cell: number): number =>
            all.at(cell, column) - proved.at(cell, column) - apart.at(cell, column);
          const counts = [
            proved.at(yes, column),
            others(yes),
            apart.at(yes, column),
            others(no),
            proved.at(no, column),
            apart.at(no, column),
          ];
          into.set(to + days <= until ? counts : counts.map(() => NaN), next);
          next += counts.length;
        }
      }
    },
  };
}

export const oordeel: MeasureKind = {
  texts: [
    {
      id: 'oordeel',
      unit: 'aanvragen',
      label: 'Oordeel achteraf getoetst',
      better: 'geen oordeel',
      explanation:
        'Van wie in het jaar bij een station een kansrijke (`positief`) of een andere weg (`negatief`) op ging: wie binnen de gestelde maanden uitstroomde om een reden die telt, en wie niet. `natuurlijk` is AOW en overlijden binnen die tijd. Ook begeleiding telt mee: wie door hulp uitstroomt, is niet te onderscheiden van wie het zelf had gered.',
    },
  ],
  open(frame) {
    const judges = judgesIn(frame);
    return {
      series: judges.flatMap(({ id: place }) =>
        frame.periods.years.flatMap(({ period }) =>
          groups.map((group) => ({ measure: 'oordeel', place, group, period, unit: 'aanvragen' })),
        ),
      ),
      record: () => record(frame, judges),
    };
  },
};
