// A small chain with all that meters look at: two sources, a team that serves and keeps contact, places, side visits, returns, a stock.
import type { ChainInput } from '../../src/chain/spec/chain.js';

/** About 120 applications a year; two full years are measured of a run of three. `level` scales the numbers, not the structure. */
export function population(level = 1): ChainInput {
  return {
    organisation: 'proef',
    label: 'Proef',
    run: { start: '2018-01-01', end: '2021-01-01', measureFrom: '2019-01-01' },
    calendar: { kind: 'workweek', opens: 9, closes: 17, holidays: 'nl' },
    roles: { entry: 'intake', stock: 'bestand' },
    persons: { perBenefit: 1.11, partner: 'partner' },
    attributes: {
      leeftijd: { kind: 'age', dist: { dist: 'uniform', low: 20, high: 66 } },
      partner: { kind: 'flag', share: 0.1 * level },
    },
    pools: {
      plaatsen: { kind: 'caseload', fte: 1, norm: 12 * level },
      team: { kind: 'hours', fte: 2.5 * level, productiveHoursPerYear: 1400, share: 0.5 },
    },
    stations: {
      intake: {
        kind: 'service',
        pools: [{ pool: 'team' }],
        hours: { dist: 'lognormal', mean: 6, sd: 2 },
        outcomes: [
          { share: 0.3, to: 'exit', mark: 'geen-recht' },
          { share: 0.3, to: 'traject', grant: { dist: 'uniform', low: 10, high: 60 }, side: ['wijkteam'] },
          { rest: true, to: 'bestand', grant: { dist: 'uniform', low: 10, high: 60 } },
        ],
      },
      traject: {
        kind: 'place',
        pool: 'plaatsen',
        term: { value: 6, unit: 'months' },
        contact: { pool: 'team', hoursPerMonth: 2 },
        effects: [{ risk: 'werk', during: 2, dose: true }],
        follow: [6, 12],
        outcomes: [{ rest: true, to: 'bestand', handover: { kind: 'cold', delay: 20, lost: 0.2, lostTo: 'wijkteam' } }],
      },
      wijkteam: { kind: 'delay', duration: 90, outcomes: [{ rest: true, to: 'exit' }] },
      bestand: { kind: 'stay', contact: { pool: 'team', hoursPerMonth: 0.2 }, outcomes: [] },
    },
    arrivals: {
      jong: { rate: { perYear: 40 * level }, attributes: { leeftijd: { kind: 'age', dist: 20 } } },
      regulier: { rate: { perYear: 80 * level } },
    },
    spells: {
      termDays: 42 * level,
      risks: {
        werk: { kind: 'hazard', label: 'werk', perMonth: 0.03 * level, destination: 'werk' },
        overlijden: { kind: 'hazard', label: 'overlijden', perMonth: 0.001 * level, destination: 'overig' },
        aow: { kind: 'age', label: 'AOW', attribute: 'leeftijd', years: 66.5, destination: 'overig' },
      },
      marks: { 'geen-recht': { label: 'geen recht', destination: 'geen-recht' } },
      returns: {
        horizonMonths: 24,
        after: { default: [{ untilMonths: 24, perMonth: 0.03 * level }] },
        never: ['aow', 'overlijden'],
        endedBy: ['overlijden'],
        former: true,
      },
      stock: { count: 150 * level, station: 'bestand', elapsed: { bands: [{ untilMonths: 80, share: 1 }] } },
    },
  };
}
