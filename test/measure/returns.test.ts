// herinstroom told by hand: what is forgotten of the many who never come back must not be what somebody who does comes back to.
import { expect, test } from 'vitest';
import { Client } from '../../src/chain/client.js';
import { Records } from '../../src/chain/records.js';
import { Spell } from '../../src/chain/spell.js';
import { thresholdColumns, Thresholds } from '../../src/chain/thresholds.js';
import { frameOf } from '../../src/measure/frame.js';
import { herinstroom } from '../../src/measure/kinds/herinstroom.js';
import { parse } from './support.js';

const never = { kind: 'hazard' as const, label: 'werk', perMonth: 0, destination: 'werk' as const };
const spec = parse({
  organisation: 'toets',
  label: 'Toets',
  run: { unit: 'days', start: '2018-01-01', end: '2024-01-01' },
  roles: { entry: 'bestand' },
  stations: { bestand: { kind: 'stay' } },
  arrivals: { straat: { times: [] } },
  spells: {
    risks: { werk: never },
    returns: { horizonMonths: 24, after: { default: [{ untilMonths: 24, perMonth: 0 }] }, never: [], endedBy: [] },
  },
});

function opened() {
  const meter = herinstroom.open(frameOf(spec));
  const recorder = meter?.record({} as never);
  if (meter === undefined || recorder === undefined) throw new Error('there is nothing to count');
  const { observer } = recorder;
  const records = new Records({ attributes: 0, stations: 0, spell: thresholdColumns(1, 0) });
  const thresholds = new Thresholds(records.rows, 1, 0);
  const clientOf = (key: number, startedAt: number, granted: boolean): Client => {
    const client = new Client(records);
    client.key = key;
    client.spell = new Spell(thresholds, client.at + records.spellAt);
    client.spell.open(startedAt, 0, granted);
    return client;
  };
  return {
    exit: (key: number, now: number) => observer.spellEnded?.(clientOf(key, now - 100, true), 0, now),
    melding: (key: number, now: number) => observer.spellStarted?.(clientOf(key, now, false), now),
    refused: (key: number, since: number, now: number) => observer.spellEnded?.(clientOf(key, since, false), 0, now),
    granted: (key: number, since: number, now: number) => observer.granted?.(clientOf(key, since, true), now),
    /** Of those who left to werk in a year. */
    share(year: string): number {
      const values = new Float64Array(meter.series.length);
      recorder.write(values, 0);
      return values[
        meter.series.findIndex(({ measure, period }) => measure === 'herinstroom-na-werk' && period.startsWith(year))
      ]!;
    },
  };
}

/** Enough exits to make the meter forget, two years and more after those of 2018. */
function crowd(exit: (key: number, now: number) => void): void {
  for (let other = 0; other < 3000; other += 1) exit(1000 + other, 900 + other / 100);
}

test('a decision that takes two years still counts by its melding', () => {
  const told = opened();
  told.exit(1, 10);
  told.exit(2, 10);
  told.melding(1, 300);
  crowd(told.exit);
  told.granted(1, 300, 950);
  expect(told.share('2018')).toBe(1 / 2);
});

test('whoever was refused may still come back within the twelve months, and after them not', () => {
  const told = opened();
  for (const key of [1, 2]) {
    told.exit(key, 10);
    told.melding(key, 100);
    told.refused(key, 100, 150);
  }
  told.melding(1, 340);
  crowd(told.exit);
  told.granted(1, 340, 950);
  told.melding(2, 960);
  told.granted(2, 960, 970);
  expect(told.share('2018')).toBe(1 / 2);
});
