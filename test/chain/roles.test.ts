// What a process says of a population: where sources come in, where the stock stands; and what a step is to a client.
import { describe, expect, test } from 'vitest';
import { checkChain, parseChain } from '../../src/chain/check.js';

const town = (roles: object, station: object = {}) => ({
  organisation: 'dorp',
  label: 'Dorp',
  run: { start: '2019-01-01', end: '2020-01-01' },
  roles: { entry: 'balie', ...roles },
  stations: {
    balie: { kind: 'router', outcomes: [{ rest: true, to: 'voorraad' }], ...station },
    wachten: { kind: 'delay', duration: 3, outcomes: [{ rest: true, to: 'balie' }] },
    voorraad: { kind: 'stay', outcomes: [] },
  },
  attributes: { leeftijd: { kind: 'age', dist: { dist: 'uniform', low: 18, high: 66 } } },
  arrivals: { jong: { rate: { perYear: 10 } }, oud: { rate: { perYear: 20 } }, eigen: { interval: 5, to: 'voorraad' } },
  spells: {
    risks: { werk: { kind: 'hazard', label: 'werk', perMonth: 0.02, destination: 'werk' } },
    stock: { count: 5, elapsed: 'stationary' },
  },
});
const specOf = (tree: object) => {
  const parsed = parseChain(tree);
  if (parsed.state !== 'ok') throw new Error(JSON.stringify(parsed.issues));
  return parsed.spec;
};
const said = (tree: object) => {
  const parsed = parseChain(tree);
  const issues = parsed.state === 'ok' ? checkChain(parsed.spec) : parsed.issues;
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe('the roles of a process', () => {
  test('say where a source comes in that names no station, and where the stock stands', () => {
    const spec = specOf(town({ stock: 'voorraad', sources: { jong: 'wachten', eigen: 'wachten' } }));
    expect(Object.entries(spec.arrivals).map(([id, { to }]) => [id, to])).toEqual([
      ['jong', 'wachten'],
      ['oud', undefined],
      ['eigen', 'voorraad'],
    ]);
    expect(spec.spells?.stock?.station).toBe('voorraad');
  });

  test('may name sources that this population does not have, but only stations that there are', () => {
    expect(said(town({ stock: 'voorraad', sources: { jong: 'wachten', statushouders: 'wachten' } }))).toEqual([]);
    expect(said(town({ stock: 'voorraad', sources: { jong: 'wachten', x: 'wachte' } }))).toEqual([
      "roles.sources.x: station 'wachte' bestaat niet. Bedoelde u 'wachten'?",
    ]);
  });

  test('leave a stock without a station a mistake when they name none', () => {
    expect(said(town({ sources: { jong: 'wachten' } }))).toEqual([
      "spells.stock.station: 'station' ontbreekt; verwacht een tekst",
    ]);
  });
});

describe('a norm', () => {
  const norm = (since: string) => ({
    norm: { within: { value: 5, unit: 'workdays' }, since, source: 'bron' },
    meets: { who: 'inkomensconsulent', how: 'personal' },
    aim: 'work',
  });
  const roles = { stock: 'voorraad', sources: { jong: 'wachten' } };

  test('counts from coming here, from the application or from leaving a station', () => {
    for (const since of ['arrival', 'application', 'wachten']) expect(said(town(roles, norm(since)))).toEqual([]);
  });

  test('counts from nothing else', () => {
    expect(said(town(roles, norm('aanvraag')))).toEqual([
      expect.stringContaining("stations.balie.norm.since: station 'aanvraag' bestaat niet."),
    ]);
  });
});
