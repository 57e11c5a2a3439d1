// What an outcome takes along: marks, handovers and side visits.
import { expect, test } from 'vitest';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { chain, luck, onwards, out, times, told, watch } from './helpers.js';

const end = { kind: 'router' as const, outcomes: out };

test('a mark is told at the moment of the outcome', () => {
  const moments = watch(
    chain({
      stations: { in: { kind: 'delay', duration: 5, outcomes: [{ rest: true, to: 'exit', mark: 'geen-recht' }] } },
      arrivals: { bron: { times: [1] } },
    }),
  );
  expect(told(moments, 'marked')).toEqual(['6 0 geen-recht']);
});

function cold(lost: number, lostTo: string): ChainInput['stations'] {
  return {
    in: {
      kind: 'router',
      outcomes: [{ rest: true, to: 'werk', handover: { kind: 'cold', delay: 14, lost, lostTo, repeatHours: 8 } }],
    },
    werk: { kind: 'service', pools: [{ pool: 'team' }], hours: 16, outcomes: onwards('daarna') },
    daarna: { kind: 'service', pools: [{ pool: 'team' }], hours: 16, outcomes: out },
    kwijt: end,
  };
}
const team = { team: { kind: 'hours' as const, fte: 1, productiveHoursPerYear: 8 * 365.25, share: 1 } };

test('a cold handover takes its delay and makes the receiver repeat the talk, once', () => {
  const moments = watch(
    chain({ pools: team, stations: cold(0, 'kwijt'), arrivals: { bron: { times: [0] } }, roles: { entry: 'in' } }),
  );
  // 8 hours a day, every day: (16 + 8) / 8 = 3 days, then 2.
  expect(told(moments, 'entered')).toEqual(['0 0 in', '14 0 werk', '17 0 daarna']);
  expect(times(moments, 'left', 'daarna')[0]).toBeCloseTo(19, 9);
});

test('a cold handover loses a share, to a station or out of the chain', () => {
  for (const [lostTo, to] of [
    ['kwijt', 'kwijt'],
    ['exit', 'exit'],
  ] as const) {
    const moments = watch(
      chain({ pools: team, stations: cold(0.3, lostTo), arrivals: { bron: { times: [0] } }, roles: { entry: 'in' } }),
      luck({ lost: 0.29 }),
    );
    expect(told(moments, 'left', 'in')).toEqual([`0 0 in ${to}`]);
  }
});

test('side visits run beside the main visit and end with it, seen by the observer', () => {
  const moments = watch(
    chain({
      roles: { entry: 'in' },
      stations: {
        in: { kind: 'router', outcomes: [{ rest: true, to: 'hoofd', side: ['wijkteam', 'kort'] }] },
        hoofd: { kind: 'delay', duration: 10, outcomes: out },
        wijkteam: { kind: 'delay', duration: 30, outcomes: out },
        kort: { kind: 'delay', duration: 4, outcomes: out },
      },
      arrivals: { bron: { times: [1] } },
    }),
  );
  expect(told(moments, 'entered').slice(1)).toEqual(['1 0 wijkteam', '1 0 kort', '1 0 hoofd']);
  expect(told(moments, 'left', 'kort')).toEqual(['5 0 kort exit']);
  expect(told(moments, 'withdrawn')).toEqual(['11 0 wijkteam']);
});
