// The results of a made-up run: three scenarios, twenty draws, 2018-10 to 2022-10, with numbers that hang together like those of a real one.
import type { DestinationOf } from '../../src/analysis/destinations.js';
import { addMonths, monthRange, monthsBetween } from '../../src/analysis/month.js';
import type { Results, Series } from '../../src/measure/series.js';

const DRAWS = 20;
export const START = '2018-10';
export const END = '2022-10';
export const WINDOW = '2018-10..2019-09';
const months = monthRange(START, END);

export const scenarios = [
  { id: 'ongewijzigd-beleid', name: 'Ongewijzigd beleid', perYear: 0 },
  { id: 'bap-verbreden', name: 'BAP verbreden van 19 naar 40 % van de toekenningen', perYear: 2 },
  { id: 'bap-met-fte', name: 'BAP verbreden met vier fte uit Werk', perYear: 31 },
];

/** A linear congruential generator: any spread will do, as long as it is the same every time. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648 - 0.5;
  };
}

/** The national volume: falls until 2020, rises with the pandemic, falls again. */
export function nationalIndex(month: string): number {
  const t = monthsBetween(START, month);
  return 100 - 0.16 * t + (t > 18 ? Math.min(4.2, 0.45 * (t - 18)) : 0) - (t > 30 ? 0.1 * (t - 30) : 0);
}

const arrows: readonly (readonly [string, number])[] = [
  ['intake>exit', 690],
  ['intake>poort', 1420],
  ['poort>bap', 275],
  ['poort>bz', 45],
  ['poort>groep', 1100],
  ['groep>diagnose', 1100],
  ['bap>diagnose', 70],
  ['diagnose>programma', 380],
  ['diagnose>wsp', 220],
  ['diagnose>ontwikkelbedrijf', 140],
  ['diagnose>bestand', 430],
  ['programma>bestand', 190],
  ['ontwikkelbedrijf>bestand', 70],
  ['wsp>bestand', 60],
  ['bestand>wijkteam', 50],
  ['bestand>programma', 20],
];
const exits: readonly (readonly [string, number])[] = [
  ['werk', 560],
  ['ander-inkomen', 260],
  ['aow', 210],
  ['verhuizing', 160],
  ['relatie', 110],
  ['opleiding', 70],
  ['overlijden', 45],
  ['handhaving', 30],
];
export const sources: readonly (readonly [string, number])[] = [
  ['regulier', 1480],
  ['herinstroom', 330],
  ['statushouders', 190],
  ['einde-ww', 110],
];

export const declaredDestinations: DestinationOf = new Map([
  ['werk', 'werk'],
  ['opleiding', 'opleiding'],
  ['ander-inkomen', 'inkomen'],
  ['ingetrokken-werk', 'inkomen'],
  ['geen-recht', 'geen-recht'],
  ['handhaving', 'zonder-bekend-inkomen'],
  ['ingetrokken-onbekend', 'zonder-bekend-inkomen'],
  ['verhuizing', 'overig'],
  ['relatie', 'overig'],
  ['aow', 'overig'],
  ['overlijden', 'overig'],
  ['later-opnieuw', 'later-opnieuw'],
]);

interface Cell {
  series: Series;
  /** Value for a scenario (0, 1, 2) and what a draw adds. */
  value: (scenario: number, chance: number, draw: number) => number;
}

function perMonth(
  measure: string,
  place: string | null,
  group: string | null,
  unit: string,
  perYear: Cell['value'],
): Cell[] {
  return months.map((period) => ({
    series: { measure, place, group, period, unit },
    value: (s, c, d) => (perYear(s, c, d) * (1 + 0.04 * c)) / 12,
  }));
}

function cells(): Cell[] {
  const volume = (month: string) => (scenario: number, _: number, draw: number) => {
    const t = monthsBetween(START, month);
    const own = 8120 * (nationalIndex(month) / 100) * (1 + 0.00012 * t) + ((draw - 9.5) * 6 * t) / 48;
    const effect = (scenarios[scenario]!.perYear + (scenario === 0 ? 0 : (draw - 9.5) * 0.9)) * Math.max(0, t - 9);
    return own - effect / 12;
  };
  const widened = (arrow: string, base: number) => (scenario: number) => {
    if (scenario === 0) return base;
    if (arrow === 'poort>bap') return 565;
    return arrow === 'poort>groep' || arrow === 'groep>diagnose' ? base - 290 : base;
  };
  const windows = [0, 12, 24, 36].map((offset) => `${addMonths(START, offset)}..${addMonths(START, offset + 11)}`);
  return [
    ...months.flatMap((period): Cell[] => [
      { series: { measure: 'volume', place: null, group: null, period, unit: 'uitkeringen' }, value: volume(period) },
      {
        series: { measure: 'volume', place: null, group: null, period, unit: 'personen' },
        value: (s, c, d) => 1.11 * volume(period)(s, c, d),
      },
    ]),
    ...arrows.flatMap(([arrow, base]) => [
      ...perMonth('stroom', arrow, null, 'aanvragen', widened(arrow, base)),
      ...perMonth('stroom', arrow, null, 'personen', (s) => 1.1 * widened(arrow, base)(s)),
    ]),
    ...exits.flatMap(([reason, base]) =>
      perMonth(
        'uitstroom',
        null,
        reason,
        'uitkeringen',
        (s) => base + (reason === 'werk' ? [0, 2, 21][s]! : reason === 'aow' ? -s : s),
      ),
    ),
    ...perMonth('voorkomen', null, 'ingetrokken-onbekend', 'aanvragen', (s) => 120 + 2 * s),
    ...sources.flatMap(([source, base]) =>
      perMonth('aanvragen', null, source, 'aanvragen', (s) => base + (source === 'herinstroom' ? 5 * s : 0)),
    ),
    ...windows.map((period, year): Cell => ({
      series: { measure: 'wachttijd', place: 'diagnose', group: 'gemiddelde', period, unit: 'dagen' },
      value: (s, c) => 12 + c + [0, 0, 6 * (year + 1)][s]!,
    })),
    ...months.map((period): Cell => ({
      series: { measure: 'dosis', place: 'bap', group: null, period, unit: 'aandeel' },
      value: (s) => [0.95, 0.52, 0.9][s]!,
    })),
  ];
}

export function fixtureResults(): Results {
  const all = cells();
  const values = scenarios.map((_, scenario) =>
    Array.from({ length: DRAWS }, (__, draw) => {
      const chance = noise(17 + 101 * draw);
      return Float64Array.from(all, ({ value }) => value(scenario, chance(), draw));
    }),
  );
  return {
    catalogue: all.map(({ series }) => series),
    scenarios: scenarios.map(({ id, name }) => ({ id, name })),
    draws: DRAWS,
    seed: 'proef-1',
    values,
  };
}
