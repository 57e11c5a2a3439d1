// Full queues, clients who do not like what they see, and lost patience: at a service, a course and a place alike.
import { describe, expect, test } from 'vitest';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { chain, luck, out, times, told, watch } from './helpers.js';
import { counter, holds } from './check-support.js';

type Station = ChainInput['stations'][string];
const elsewhere: Station = { kind: 'router', outcomes: out };

function at(station: object, arrivals: number[]) {
  return chain({
    roles: { entry: 'in' },
    pools: { loket: { kind: 'places', capacity: 1 } },
    stations: { in: { outcomes: out, ...station } as Station, weg: elsewhere },
    arrivals: { bron: { times: arrivals } },
  });
}
const service = { kind: 'service', pools: [{ pool: 'loket' }], duration: 10 };
const place = { kind: 'place', pool: 'loket', stay: 10 };
const course = {
  kind: 'course',
  pools: [{ pool: 'loket' }],
  duration: 10,
  minimum: 1,
  maximum: 1,
  starts: 'when-enough',
};

describe.each([
  ['service', service],
  ['place', place],
  ['course', course],
])('at a %s', (_kind, station) => {
  test('who finds the queue full goes elsewhere', () => {
    const moments = watch(at({ ...station, queueLimit: 1, full: 'weg' }, [0, 1, 2, 3, 11]));
    expect(times(moments, 'entered', 'weg')).toEqual([2, 3]);
    expect(times(moments, 'started', 'in')).toEqual([0, 10, 20]);
  });

  test('who sees too many there does not stay', () => {
    const moments = watch(
      at({ ...station, balk: { to: 'weg', chances: [{ from: 2, share: 1 }] } }, [0, 1, 2, 10.5, 11]),
    );
    // At 2 two are there, at 10.5 one, at 11 two.
    expect(times(moments, 'entered', 'weg')).toEqual([2, 11]);
  });

  test('by chance, and the last step that holds counts', () => {
    const chances = [
      { from: 1, share: 0.2 },
      { from: 2, share: 0.6 },
    ];
    // u = ½ stays at 20 % and goes at 60 %.
    const moments = watch(at({ ...station, balk: { to: 'weg', chances } }, [0, 1, 2, 3]), luck({ balk: 0.5 }));
    expect(times(moments, 'entered', 'weg')).toEqual([2, 3]);
  });

  test('who loses patience goes elsewhere, and makes room', () => {
    const moments = watch(
      at({ ...station, queueLimit: 1, full: 'exit', patience: 4, impatient: 'weg' }, [0, 1, 6.5, 7]),
    );
    expect(told(moments, 'entered', 'weg')).toEqual(['5 1 weg']);
    // Client 2 comes at 6.5 into the room of client 1 and is served at 10; client 3 finds it full.
    expect(told(moments, 'left', 'in')).toContain('7 3 in exit');
    expect(times(moments, 'started', 'in')).toEqual([0, 10]);
  });
});

test('a group starts below its minimum when somebody waited too long', () => {
  const moments = watch(
    at({ ...course, pools: [], minimum: 3, maximum: 5, longestWait: { value: 7, unit: 'days' } }, [1, 3, 20, 21, 22]),
  );
  // Clients 0 and 1 at 1 + 7; then three at once at 22.
  expect(times(moments, 'started', 'in')).toEqual([8, 8, 22, 22, 22]);
});

test('on a calendar a group starts below its minimum on the first date after the longest wait', () => {
  const starts = { every: { value: 5, unit: 'days' }, first: 5 };
  const moments = watch(
    at({ ...course, pools: [], starts, minimum: 3, maximum: 5, longestWait: { value: 7, unit: 'days' } }, [1, 6]),
  );
  expect(times(moments, 'started', 'in')).toEqual([10, 10]);
});

test('who goes first for a place may stand with the client', () => {
  const rang = (value: number) => ({ rang: { kind: 'number' as const, dist: value } });
  const spec = at({ ...place, priorityBy: 'rang' }, []);
  const moments = watch(
    chain({
      ...spec,
      attributes: rang(5),
      arrivals: { a: { times: [0, 1] }, b: { times: [2], attributes: rang(1) } },
    }),
  );
  expect(told(moments, 'started', 'in')).toEqual(['0 0 in', '10 67108864 in', '20 1 in']);
});

describe('is refused:', () => {
  const loket = 'stations.loket';
  holds([
    [
      'blocking without a limit',
      counter,
      [[`${loket}.blocking`, true]],
      [`${loket}: \`blocking\` vraagt een \`queueLimit\`: zonder grens is er altijd ruimte`],
    ],
    [
      'a limit without a place to go',
      counter,
      [[`${loket}.queueLimit`, 3]],
      [`${loket}: \`queueLimit\` en \`full\` horen bij elkaar (of \`queueLimit\` en \`blocking: true\`)`],
    ],
    [
      'blocking where a source comes in, without `full`',
      counter,
      [
        [`${loket}.queueLimit`, 3],
        [`${loket}.blocking`, true],
      ],
      [
        `${loket}.blocking: hier komt ook wie nergens kan blijven staan (van een bron, een oproep, een zijbezoek of een andere weg buiten de uitkomsten om); zeg met \`full\` waar zij heen gaat als het vol is`,
      ],
    ],
    [
      'steps that do not rise',
      counter,
      [
        [
          `${loket}.balk`,
          {
            to: 'exit',
            chances: [
              { from: 3, share: 0.5 },
              { from: 3, share: 1 },
            ],
          },
        ],
      ],
      [`${loket}: de stappen van \`balk\` lopen op: elke \`from\` is groter dan die ervoor`],
    ],
    [
      'a queue that is too short for any group',
      counter,
      [[loket, { ...course, pools: [], minimum: 6, maximum: 9, queueLimit: 5, full: 'exit', outcomes: out }]],
      [`${loket}.queueLimit: zo begint er nooit een groep: er mogen 5 wachten en er zijn er 6 nodig`],
    ],
    [
      'a place that lets nobody wait and has a queue',
      counter,
      [
        [
          loket,
          {
            kind: 'place',
            pool: 'balie',
            stay: 1,
            whenFull: { to: 'exit' },
            queueLimit: 2,
            full: 'exit',
            outcomes: out,
          },
        ],
      ],
      [`${loket}: \`whenFull: { to }\` laat niemand wachten; kies dat, of \`queueLimit\` of \`blocking\``],
    ],
  ]);
});
