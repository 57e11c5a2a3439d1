// herinstroom: of those who left in a year, the share that was granted a uitkering again with a melding within twelve months.
import { daysPerMonth } from '../../chain/spec/duration.js';
import { reasonSlot, type Frame } from '../frame.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { Tally } from '../tally.js';

const horizon = 12 * daysPerMonth;
const work = 'werk';

interface Exit {
  /** A new spell has begun within the twelve months, of which the decision is to come. */
  isPending: boolean;
  readonly reason: number;
  readonly year: number;
  readonly time: number;
}

/**
 * Exits of granted spells whose twelve months end before the run does. A return of which the decision is still pending at the end of the run does
 * not count, and one that is refused neither, unless a later melding within the twelve months is granted.
 */
function record(frame: Frame): Recorder {
  const { years, year, until } = frame.periods;
  const exits = new Tally(frame.reasons.length, years.length);
  const returns = new Tally(frame.reasons.length, years.length);
  /** By client key: an exit that may still be followed by a return. */
  const last = new Map<number, Exit>();
  let tolerated = 1024;

  /** Twelve months after her exit nobody can return within twelve months any more. */
  function forgetOld(now: number): void {
    if (last.size <= tolerated) return;
    for (const [key, { isPending, time }] of last) if (!isPending && now - time > horizon) last.delete(key);
    tolerated = Math.max(1024, 2 * last.size);
  }

  return {
    observer: {
      spellEnded(client, reason, now) {
        const before = last.get(client.key);
        if (before !== undefined) before.isPending = false;
        if (client.spell?.granted !== true || now + horizon > until) return;
        const exit = { isPending: false, reason: reasonSlot(frame, reason), year: year(now), time: now };
        exits.add(exit.reason, exit.year);
        if (exit.year >= years.length) return;
        last.set(client.key, exit);
        forgetOld(now);
      },
      spellStarted(client, now) {
        const exit = last.get(client.key);
        if (exit !== undefined && now - exit.time <= horizon) exit.isPending = true;
      },
      granted(client) {
        const exit = last.get(client.key);
        if (exit === undefined || client.spell === undefined) return;
        last.delete(client.key);
        if (client.spell.startedAt - exit.time <= horizon) returns.add(exit.reason, exit.year);
      },
    },
    write(into, at) {
      let next = at;
      const share = (reason: number, column: number): number => returns.at(reason, column) / exits.at(reason, column);
      const atWork = frame.reasons.indexOf(work);
      if (atWork >= 0) for (const column of years.keys()) into[next++] = share(atWork, column);
      for (const reason of frame.reasons.keys()) {
        for (const column of years.keys()) into[next++] = share(reason, column);
      }
    },
  };
}

export const herinstroom: MeasureKind = {
  texts: [
    {
      id: 'herinstroom-na-werk',
      unit: 'aandeel',
      label: 'Herinstroom na werk',
      better: 'lager',
      explanation:
        'Van wie in het jaar uitstroomde naar werk: het aandeel dat zich binnen twaalf maanden weer meldde en een uitkering kreeg.',
    },
    {
      id: 'herinstroom-binnen-jaar',
      unit: 'aandeel',
      label: 'Herinstroom binnen een jaar',
      better: 'lager',
      explanation: 'Hetzelfde per reden van uitstroom.',
    },
  ],
  open(frame) {
    if (frame.spec.spells?.returns === undefined || frame.periods.isOwn) return undefined;
    const row = (measure: string, group: string | null) =>
      frame.periods.years.map(({ period }) => ({ measure, place: null, group, period, unit: 'aandeel' }));
    return {
      series: [
        ...(frame.reasons.includes(work) ? row('herinstroom-na-werk', null) : []),
        ...frame.reasons.flatMap((reason) => row('herinstroom-binnen-jaar', reason)),
      ],
      record: () => record(frame),
    };
  },
};
