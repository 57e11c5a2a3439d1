// The course of one client: her steps, and the queue that she met, computed by hand.
import { describe, expect, it } from 'vitest';
import { simulateChain } from '../../src/chain/simulate-chain.js';
import type { ChainSpec } from '../../src/chain/spec/chain.js';
import { recordJourney, type Journey, type JourneyRecorder } from '../../src/measure/journey.js';
import { chain, luck, out } from '../chain/helpers.js';

function follow(spec: ChainSpec, key: number): Journey | undefined {
  let recorder: JourneyRecorder | undefined;
  simulateChain(spec, luck(), (run) => {
    recorder = recordJourney(spec, run, (client) => client.key === key);
    return recorder.observer;
  });
  return recorder?.journey();
}

describe('a journey', () => {
  // One server, ten units each: whoever comes third at 2 finds one at work and one waiting, begins at 20 and is done at 30.
  const spec = chain({
    pools: { balie: { kind: 'places', capacity: 1 } },
    arrivals: { straat: { times: [0, 1, 2] } },
    stations: {
      balie: { kind: 'service', pools: [{ pool: 'balie' }], duration: 10, outcomes: [{ rest: true, to: 'groep' }] },
      groep: {
        kind: 'course',
        starts: { every: { value: 7, unit: 'days' }, first: 40 },
        minimum: 1,
        maximum: 9,
        duration: 5,
        outcomes: out,
      },
    },
  });

  it('tells what stood before her, when it began and ended, and where she went', () => {
    const [application] = follow(spec, 2)?.applications ?? [];
    expect(application?.appliedAt).toBe(2);
    expect(application?.steps).toEqual([
      {
        station: 'balie',
        main: true,
        enteredAt: 2,
        startedAt: 20,
        leftAt: 30,
        to: 'groep',
        waitingHere: 1,
        queue: { pool: 'balie', ahead: 1, busy: 1, capacity: 1 },
        group: null,
      },
      {
        station: 'groep',
        main: true,
        enteredAt: 30,
        startedAt: 40,
        leftAt: 45,
        to: 'exit',
        waitingHere: 2,
        queue: null,
        group: 3,
      },
    ]);
    expect(application).toMatchObject({ endedAt: 45, reason: 'exit', grantedAt: null });
  });

  it('is of nobody when she never applies', () => {
    expect(follow(spec, 3)).toBeUndefined();
  });

  it('tells the decision, what was seen and which risk ended it', () => {
    const benefit = chain({
      run: { unit: 'days', start: '2019-01-01', end: '2020-01-01' },
      arrivals: { straat: { times: [0] } },
      attributes: {
        leeftijd: { kind: 'age', dist: 66.9 },
        geschat: { kind: 'observation', of: 'kans', accuracy: 1 },
        kans: { kind: 'number', dist: 0.25 },
      },
      stations: {
        intake: {
          kind: 'delay',
          duration: 3,
          observe: ['geschat'],
          outcomes: [{ rest: true, to: 'bestand', grant: 20 }],
        },
        bestand: { kind: 'stay' },
      },
      spells: {
        risks: { aow: { kind: 'age', label: 'AOW', attribute: 'leeftijd', years: 67, destination: 'overig' } },
      },
    });
    const [application] = follow(benefit, 0)?.applications ?? [];
    // A tenth of a year is 36,525 days.
    expect(application).toMatchObject({
      grantedAt: 20,
      reason: 'aow',
      seen: [{ station: 'intake', attribute: 'geschat', value: 0.25, at: 3 }],
    });
    expect(application?.endedAt).toBeCloseTo(36.525, 6);
    expect(application?.steps.at(-1)).toMatchObject({ station: 'bestand', to: null });
    expect(application?.steps.at(-1)?.leftAt).toBeCloseTo(36.525, 6);
  });
});
