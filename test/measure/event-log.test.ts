// The event log: a desk by hand, and a whole chain against the flows and the euros that are counted without a log.
import { describe, expect, test } from 'vitest';
import { together } from '../../src/chain/observer.js';
import { simulateChain } from '../../src/chain/simulate-chain.js';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { createEventLog } from '../../src/measure/log/event-log.js';
import type { LoggedCase, LoggedEvent } from '../../src/measure/log/cases.js';
import { createMeters } from '../../src/measure/meters.js';
import { createStreams } from '../../src/random/streams.js';
import { population } from './population.js';
import { parse } from './support.js';

function logged(input: ChainInput): { cases: LoggedCase[]; sum: (series: RegExp) => number } {
  const spec = parse(input);
  const log = createEventLog(spec);
  const meters = createMeters(spec);
  simulateChain(spec, createStreams('proef', 0), (run) => together([log.prepare(run), meters.prepare(run)]));
  const values = meters.values();
  return {
    cases: [...log.cases()],
    sum: (wanted) =>
      meters.catalogue.reduce((sum, { measure, place, group, unit, period }, index) => {
        const name = `${measure}|${place ?? ''}|${group ?? ''}|${unit}@${period}`;
        return wanted.test(name) ? sum + values[index]! : sum;
      }, 0),
  };
}

const words = ({ activity, transition, time, to, reason }: LoggedEvent): string =>
  [`${activity} ${transition} ${String(time)}`, ...(to === undefined ? [] : [`> ${to}`]), reason ?? '']
    .join(' ')
    .trim();

describe('a desk with one place, ten days each', () => {
  const desk: ChainInput = {
    organisation: 'proef',
    label: 'Proef',
    run: { start: '2019-01-01', end: '2019-02-05' },
    roles: { entry: 'keuze' },
    pools: { plek: { kind: 'places', label: 'De plek', capacity: 1 } },
    stations: {
      keuze: { kind: 'router', outcomes: [{ rest: true, to: 'balie' }] },
      balie: {
        kind: 'service',
        label: 'Balie',
        owner: 'Aanvragen',
        pools: [{ pool: 'plek' }],
        duration: 10,
        queueLimit: 1,
        full: 'thuis',
        outcomes: [{ rest: true, to: 'exit' }],
      },
      thuis: { kind: 'delay', label: 'Melding', duration: 1, outcomes: [{ rest: true, to: 'exit' }] },
    },
    arrivals: { deur: { times: [0, 2, 3, 30] } },
  };
  const { cases } = logged(desk);

  test('gives every application its events in order: who waits, who finds the queue full, who is not done', () => {
    const found = Object.fromEntries(cases.map(({ id, events }) => [id, events.map(words)]));
    // Arrivals at 0, 2, 3 and 30: begun at 0 and 10; the third finds one waiting; the fourth is there when the run ends on day 35.
    expect(found).toEqual({
      'deur-1-1': [
        'Melding complete 0',
        'keuze complete 0 > balie',
        'Balie schedule 0',
        'Balie start 0',
        'Balie complete 10 > exit',
      ],
      'deur-2-1': [
        'Melding complete 2',
        'keuze complete 2 > balie',
        'Balie schedule 2',
        'Balie start 10',
        'Balie complete 20 > exit',
      ],
      'deur-3-1': [
        'Melding complete 3',
        'keuze complete 3 > balie',
        'Balie schedule 3',
        'Balie withdraw 3 > thuis',
        'Melding (thuis) start 3',
        'Melding (thuis) complete 4 > exit',
      ],
      'deur-4-1': ['Melding complete 30', 'keuze complete 30 > balie', 'Balie schedule 30', 'Balie start 30'],
    });
  });

  test('names the team where work is done, and the owner wherever there is one', () => {
    const balie = cases[2]!.events.filter(({ station }) => station === 'balie');
    expect(balie.map(({ resource, group }) => [resource, group])).toEqual([
      [undefined, 'Aanvragen'],
      [undefined, 'Aanvragen'],
    ]);
    const done = cases[0]!.events.filter(({ station }) => station === 'balie').map(({ resource }) => resource);
    expect(done).toEqual([undefined, 'De plek', 'De plek']);
  });

  test('whom the client meets goes before the team', () => {
    const balie = desk.stations['balie'];
    if (balie === undefined) throw new Error('no desk');
    const meets = { who: 'consulent', how: 'personal' } as const;
    const met = logged({ ...desk, stations: { ...desk.stations, balie: { ...balie, meets } } });
    expect(met.cases[0]!.events.at(-1)?.resource).toBe('consulent');
  });
});

describe('a chain with side visits, handovers, herinstroom, a stock and money', () => {
  const input: ChainInput = {
    ...population(),
    money: {
      pricesOf: '2018-01-01',
      priceGrowthPerYear: 0.02,
      wageGrowthPerYear: 0.03,
      benefit: { perYear: 14_000, couple: { ratio: 1.4, share: 0.1 } },
      programmes: { traject: { perStart: 500, perYear: 3000 }, wijkteam: { perYear: 1000 } },
    },
  };
  const { cases, sum } = logged(input);
  const all = cases.flatMap(({ events }) => events);
  const count = (holds: (event: LoggedEvent) => boolean): number => all.filter(holds).length;

  test('numbers clients by source and applications by client, each case once', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    for (const { id, client, application } of cases) expect(id).toBe(`${client}-${String(application)}`);
    expect(cases.filter(({ source }) => source === 'herinstroom').length).toBe(sum(/^aanvragen\|\|herinstroom\|/));
    expect(cases.some(({ client }) => client.startsWith('voorraad-'))).toBe(true);
  });

  test('is in order of time within a case, and a visit begins before it ends', () => {
    for (const { events } of cases) {
      for (const [i, { time }] of events.entries()) if (i > 0) expect(time).toBeGreaterThanOrEqual(events[i - 1]!.time);
      const steps = new Map<number, string[]>();
      for (const { visit, transition } of events) {
        if (visit !== undefined) steps.set(visit, [...(steps.get(visit) ?? []), transition]);
      }
      for (const found of steps.values()) {
        expect(found.join(' ')).toMatch(/^(schedule )?(start( complete| ate_abort)?|withdraw)$|^schedule$|^complete$/);
      }
    }
  });

  test('sends as many along every arrow as the measure of flows counts', () => {
    for (const arrow of [
      'intake>traject',
      'intake>bestand',
      'intake>exit',
      'traject>bestand',
      'traject>wijkteam',
      'wijkteam>exit',
    ]) {
      const [from, to] = arrow.split('>');
      const counted = sum(new RegExp(`^stroom\\|${arrow}\\|\\|aanvragen@\\d{4}-\\d{2}$`));
      expect([arrow, count((event) => event.station === from && event.to === to)]).toEqual([arrow, counted]);
    }
    expect(count(({ isSide, transition }) => isSide && transition === 'start')).toBe(
      sum(/^stroom\|intake>wijkteam\|\|aanvragen@\d{4}-\d{2}$/),
    );
  });

  test('ends every uitkering with a reason and a destination, last of all that happens', () => {
    const ends = all.filter(({ activity }) => activity.startsWith('Einde'));
    expect(ends.length).toBe(new Set(cases.filter(({ events }) => events.at(-1)?.activity.startsWith('Einde'))).size);
    // `exit` is a way out of the chain without a mark: nobody declared what it is for.
    expect(ends.filter(({ reason }) => reason === undefined)).toEqual([]);
    expect(ends.filter(({ reason, destination }) => (reason === 'exit') !== (destination === undefined))).toEqual([]);
    expect(new Set(ends.map(({ activity }) => activity))).toEqual(
      new Set(['Einde uitkering', 'Einde zonder uitkering']),
    );
    const refused = ends.filter(({ activity }) => activity === 'Einde zonder uitkering');
    expect(refused.some(({ reason }) => reason === 'geen-recht')).toBe(true);
  });

  test('costs together what the measure of money counts for uitkeringen and programmes', () => {
    const total = cases.reduce((so, { cost = NaN }) => so + cost, 0);
    const counted = sum(/^geld\|\|uitkering\|euro@\d{4}-\d{2}$/) + sum(/^geld\|\w+\|programma\|euro@\d{4}-\d{2}$/);
    expect(counted).toBeGreaterThan(1e6);
    expect(total).toBeCloseTo(counted, 4);
  });

  test('changes nothing of the run', () => {
    const spec = parse(input);
    const alone = createMeters(spec);
    simulateChain(spec, createStreams('proef', 0), alone.prepare);
    const beside = createMeters(spec);
    const log = createEventLog(spec);
    simulateChain(spec, createStreams('proef', 0), (run) => together([log.prepare(run), beside.prepare(run)]));
    expect(beside.values()).toEqual(alone.values());
  });

  test('of a period holds who reported in it, with all that comes after', () => {
    const log = createEventLog(parse(input));
    simulateChain(parse(input), createStreams('proef', 0), log.prepare);
    const period = { from: 365, to: 730 };
    expect([...log.cases(period)]).toEqual(cases.filter(({ reported }) => reported >= 365 && reported < 730));
    expect([...log.cases(period)].some(({ events }) => events.some(({ time }) => time > 730))).toBe(true);
  });
});
