// Guests: they take their place among the others, with settled attributes, steps and looks, and change nobody's luck.
import { describe, expect, it } from 'vitest';
import { checkGuest } from '../../src/chain/check/guests.js';
import { guestKey, type Guest } from '../../src/chain/guests.js';
import { simulateChain } from '../../src/chain/simulate-chain.js';
import type { ChainSpec } from '../../src/chain/spec/chain.js';
import type { Streams } from '../../src/random/streams.js';
import { chain, dice, luck, out } from './helpers.js';

interface Seen {
  readonly time: number;
  readonly who: number;
  readonly at: string;
}

function starts(spec: ChainSpec, streams: Streams, guests?: readonly Guest[]): Seen[] {
  const seen: Seen[] = [];
  const started = (
    visit: { client: { key: number } },
    station: { id: string },
    _waited: number,
    time: number,
  ): void => {
    seen.push({ time, who: visit.client.key, at: station.id });
  };
  simulateChain(spec, streams, () => ({ started }), guests);
  return seen;
}

const guest = (more: Partial<Guest> = {}): Guest => ({ at: 2, attributes: {}, pins: [], spared: true, ...more });
const hers = (seen: readonly Seen[]): string[] =>
  seen.filter(({ who }) => who === guestKey(0)).map(({ time, at }) => `${String(time)} ${at}`);

describe('a guest', () => {
  const spec = chain({
    pools: { balie: { kind: 'places', capacity: 1 } },
    arrivals: { straat: { times: [0, 1, 3] } },
    stations: { balie: { kind: 'service', pools: [{ pool: 'balie' }], duration: 10, outcomes: out } },
  });

  it('waits behind whoever came before her, and others wait for her', () => {
    const seen = starts(spec, luck(), [guest()]);
    expect(seen.map(({ time, who }) => [time, who])).toEqual([
      [0, 0],
      [10, 1],
      [20, guestKey(0)],
      [30, 2],
    ]);
  });

  it('changes nobody’s day where there is room for all', () => {
    const roomy = chain({
      pools: { balie: { kind: 'places', capacity: 1000 } },
      arrivals: { straat: { rate: { perUnit: 1 } } },
      stations: {
        balie: {
          kind: 'service',
          pools: [{ pool: 'balie' }],
          duration: { dist: 'exponential', mean: 5 },
          outcomes: [
            { share: 0.5, to: 'balie' },
            { rest: true, to: 'exit' },
          ],
        },
      },
    });
    const without = starts(roomy, dice());
    const others = starts(roomy, dice(), [guest()]).filter(({ who }) => who !== guestKey(0));
    expect(without.length).toBeGreaterThan(1000);
    expect(others).toEqual(without);
  });

  it('comes in where her source does', () => {
    const two = chain({
      arrivals: { voor: { times: [] }, zij: { times: [], to: 'b' } },
      stations: {
        a: { kind: 'delay', duration: 1, outcomes: out },
        b: { kind: 'delay', duration: 1, outcomes: out },
      },
    });
    expect(hers(starts(two, luck(), [guest()]))).toEqual(['2 a']);
    expect(hers(starts(two, luck(), [guest({ source: 'zij' })]))).toEqual(['2 b']);
  });
});

describe('what is settled of her', () => {
  const spec = chain({
    run: { unit: 'days', start: '2019-01-01', end: '2021-01-01' },
    arrivals: { straat: { times: [] } },
    attributes: {
      leeftijd: { kind: 'age', dist: { dist: 'uniform', low: 18, high: 30 } },
      wijk: { kind: 'category', shares: { noord: 0.9, zuid: 0.1 } },
      beperking: { kind: 'flag', share: 0.5 },
      gevonden: { kind: 'finding', of: 'beperking', chance: 0.01 },
    },
    stations: {
      kijken: {
        kind: 'delay',
        duration: 1,
        observe: ['gevonden'],
        outcomes: [
          { when: { attribute: 'gevonden', is: true }, to: 'gevonden' },
          { when: { attribute: 'leeftijd', atLeast: 41 }, to: 'ouder' },
          { when: { attribute: 'wijk', is: 'zuid' }, to: 'zuid' },
          { rest: true, to: 'exit' },
        ],
      },
      gevonden: { kind: 'delay', duration: 1, outcomes: out },
      ouder: { kind: 'delay', duration: 1, outcomes: out },
      zuid: { kind: 'delay', duration: 1, outcomes: out },
    },
  });
  const goes = (more: Partial<Guest>): string | undefined =>
    hers(starts(spec, luck(), [guest({ at: 365.25, ...more })]))[1];

  it('are attributes: an age is the age on the day she applies', () => {
    expect(goes({ attributes: { leeftijd: 40.9 } })).toBeUndefined();
    expect(goes({ attributes: { leeftijd: 41 } })).toBe('366.25 ouder');
    expect(goes({ attributes: { leeftijd: 30, wijk: 'zuid' } })).toBe('366.25 zuid');
  });

  it('are looks, whatever chance the look has', () => {
    expect(goes({ attributes: { beperking: true } })).toBeUndefined();
    expect(goes({ attributes: { beperking: true }, pins: [{ station: 'kijken', sees: { gevonden: true } }] })).toBe(
      '366.25 gevonden',
    );
  });

  it('are outcomes, per visit: the last pin goes for all visits after it', () => {
    const round = chain({
      arrivals: { straat: { times: [] } },
      stations: {
        a: {
          kind: 'delay',
          duration: 1,
          outcomes: [
            { share: 0.5, to: 'b' },
            { share: 0.5, to: 'a' },
            { rest: true, to: 'exit' },
          ],
        },
        b: { kind: 'delay', duration: 1, outcomes: [{ rest: true, to: 'a' }] },
      },
    });
    const pins = [
      { station: 'a', to: 'a' },
      { station: 'a', to: 'b' },
      { station: 'a', to: 'exit' },
    ];
    expect(hers(starts(round, luck(), [guest({ pins })]))).toEqual(['2 a', '3 a', '4 b', '5 a']);
  });

  it('is that she turns up, or that she does not', () => {
    const group = chain({
      arrivals: { straat: { times: [] } },
      stations: {
        groep: {
          kind: 'course',
          starts: { every: { value: 7, unit: 'days' }, first: 5 },
          minimum: 1,
          maximum: 9,
          duration: 1,
          noShow: 0.9,
          noShowTo: 'weg',
          outcomes: [{ rest: true, to: 'verder' }],
        },
        weg: { kind: 'delay', duration: 1, outcomes: out },
        verder: { kind: 'delay', duration: 1, outcomes: out },
      },
    });
    const sent = (to: string): string[] => hers(starts(group, luck(), [guest({ pins: [{ station: 'groep', to }] })]));
    expect(sent('verder')).toEqual(['5 groep', '6 verder']);
    expect(sent('weg')).toEqual(['5 weg']);
  });
});

describe('the risks that end a spell', () => {
  const spec = chain({
    run: { unit: 'days', start: '2019-01-01', end: '2020-01-01' },
    arrivals: { straat: { times: [2] } },
    attributes: { leeftijd: { kind: 'age', dist: 67 } },
    stations: { bestand: { kind: 'stay' } },
    spells: {
      risks: {
        werk: { kind: 'hazard', label: 'werk', perMonth: 5, destination: 'werk' },
        aow: { kind: 'age', label: 'AOW', attribute: 'leeftijd', years: 67, destination: 'overig' },
      },
    },
  });
  const ended = (guests: readonly Guest[]): number[] => {
    const keys: number[] = [];
    simulateChain(spec, luck(), () => ({ spellEnded: ({ key }) => void keys.push(key) }), guests);
    return keys;
  };

  it('pass a guest by who is spared, and end that of one who is not', () => {
    expect(ended([guest({ attributes: { leeftijd: 67 } })])).toEqual([0]);
    expect(ended([guest({ attributes: { leeftijd: 67 }, spared: false })])).toEqual([0, guestKey(0)]);
  });
});

it('what does not fit the chain is told all at once, with what would', () => {
  const spec = chain({
    arrivals: { straat: { times: [] } },
    attributes: {
      beperking: { kind: 'flag', share: 0.5 },
      gevonden: { kind: 'finding', of: 'beperking', chance: 0.5 },
    },
    stations: { intake: { kind: 'delay', duration: 1, observe: ['gevonden'], outcomes: out } },
  });
  const issues = checkGuest(spec, {
    source: 'straatt',
    attributes: { beperkin: true, beperking: 1, gevonden: true },
    pins: [
      { station: 'intakke', to: 'exit' },
      { station: 'intake', to: 'bestand', sees: { beperking: true, gevonden: 'ja' } },
    ],
  });
  expect(issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
    "source: bron 'straatt' bestaat niet. Bedoelde u 'straat'?",
    "attributes.beperkin: kenmerk 'beperkin' bestaat niet. Bedoelde u 'beperking'?",
    "attributes.beperking: 'beperking' is true of false, gevonden 1",
    "attributes.gevonden: 'gevonden' is iets wat een station ziet, geen kenmerk dat iemand heeft; zet het onder ziet bij een station",
    "pins.0.station: station 'intakke' bestaat niet. Bedoelde u 'intake'?",
    "pins.1.to: van 'intake' gaat niemand naar 'bestand'; kies uit exit",
    "pins.1.sees.beperking: waarneming 'beperking' bestaat niet. Bekend: gevonden.",
    "pins.1.sees.gevonden: 'gevonden' is true of false, gevonden 'ja'",
  ]);
});
