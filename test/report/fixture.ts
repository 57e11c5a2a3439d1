// A made-up run: three scenarios, twenty draws, 2018-10 to 2022-10, with numbers that hang together like those of a real one.
import { evaluateIjkpunt, type Ijkpunt } from '../../src/analysis/ijkpunt.js';
import { Lookup } from '../../src/analysis/lookup.js';
import { addMonths, monthRange, monthsBetween } from '../../src/analysis/month.js';
import { summarise } from '../../src/analysis/summary.js';
import type { Results, Series } from '../../src/measure/series.js';
import type { ReportInput } from '../../src/report/input.js';
import type { Parameter } from '../../src/scenario/parameter.js';

const DRAWS = 20;
const START = '2018-10';
const END = '2022-10';
const WINDOW = '2018-10..2019-09';
const months = monthRange(START, END);

const scenarios = [
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
const sources: readonly (readonly [string, number])[] = [
  ['regulier', 1480],
  ['herinstroom', 330],
  ['statushouders', 190],
  ['einde-ww', 110],
];

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
        (s) => base + (reason === 'werk' ? [0, 4, 41][s]! : reason === 'aow' ? -s : s),
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

const startfoto = 'Startfoto 2018, p. 15';

function ijkpunt(
  id: string,
  description: string,
  numerator: string,
  low: number,
  high: number,
  more: Partial<Ijkpunt> = {},
): Ijkpunt {
  const rest = {
    denominator: null,
    operation: 'som',
    unit: 'aanvragen',
    kind: 'volgt',
    source: startfoto,
    note: '',
  } as const;
  return { id, description, numerator, low, high, ...rest, ...more };
}

const ijkpunten: readonly Ijkpunt[] = [
  ijkpunt('aanvragen', 'Aanvragen', 'aanvragen', 2050, 2150, { kind: 'ingevoerd' }),
  ijkpunt('geen-uitkering', 'Geen uitkering na intake', 'stroom|intake>exit', 650, 750),
  ijkpunt('bap', 'Naar Bemiddelen aan de Poort', 'stroom|poort>bap', 270, 280, { kind: 'ingevoerd' }),
  ijkpunt('bap-terug', 'Van BAP terug naar diagnose', 'stroom|bap>diagnose', 30, 99),
  ijkpunt('diagnose', 'Diagnoses, ook uit BAP', 'stroom|groep>diagnose + stroom|bap>diagnose', 1250, 1350, {
    unit: 'personen',
  }),
  ijkpunt('bestand', 'Van diagnose naar bestand', 'stroom|diagnose>bestand', 500, 600),
  ijkpunt('ontwikkelbedrijf', 'Naar het ontwikkelbedrijf', 'stroom|diagnose>ontwikkelbedrijf', 100, 140),
  ijkpunt('vlak', 'Volume na vier jaar als deel van het begin', 'volume@2022-10', 0.9, 1.1, {
    denominator: 'volume@2018-10',
    operation: 'verhouding',
    unit: 'verhouding',
  }),
];

function parameter(
  name: string,
  value: number,
  range: readonly [number, number] | null,
  more: Partial<Parameter>,
): Parameter {
  const [low, high] = range ?? [null, null];
  const rest = {
    unit: 'factor',
    status: 'aanname',
    source: '',
    filledInBy: 'modelbouwer',
    group: 'succes',
    distribution: 'twee-zijdig',
  } as const;
  return { name, value, low, high, ...rest, startOnly: false, note: '', ...more };
}

const parameters: readonly Parameter[] = [
  parameter('bap.aandeel', 0.194, [0.189, 0.199], {
    unit: 'aandeel van toekenningen',
    status: 'afgeleid',
    source: startfoto,
    group: 'capaciteit',
    note: '275 van 1.420',
  }),
  parameter('bap.termijn', 8, [6, 12], {
    unit: 'maanden',
    distribution: 'driehoek',
    note: 'bepaalt met bap.effect het netto-effect',
  }),
  parameter('bap.effect', 2.4, [1.2, 3.5], { status: 'gekalibreerd', source: 'Fit op het bruto succes van 75 %' }),
  parameter('werk.fte', 60, null, {
    unit: 'fte',
    status: 'geregistreerd',
    source: startfoto,
    group: 'capaciteit',
    distribution: 'vast',
  }),
  parameter('werk.direct', 0.425, [0.35, 0.5], {
    unit: 'aandeel',
    status: 'gerapporteerd',
    source: 'Startfoto 2018, p. 22',
    group: 'capaciteit',
  }),
  parameter('uitstroom.werk', 0.0081, [0.0075, 0.0088], { unit: 'per maand', status: 'gekalibreerd', filledInBy: '' }),
];

const labels: Readonly<Record<string, readonly [string, string | null, string]>> = {
  intake: ['Intake en eerste beoordeling', 'a', 'service'],
  poort: ['Keuze aan de poort', 'c', 'router'],
  bap: ['Bemiddelen aan de Poort', 'd', 'place'],
  bz: ['Bureau Zelfstandigen', 'e', 'place'],
  groep: ['Groepsbijeenkomst', 'f', 'course'],
  diagnose: ['Diagnosegesprek', 'g', 'service'],
  programma: ['Programma’s', 'h', 'place'],
  wsp: ['Werkgevers-servicepunt', 'i', 'place'],
  ontwikkelbedrijf: ['Ontwikkelbedrijf', 'j', 'place'],
  bestand: ['Bestand', 'k', 'stay'],
  wijkteam: ['Wijkteam', 'l', 'place'],
};

export interface FixtureOptions {
  uncertainty?: boolean;
  /** Replaces the name of the second scenario everywhere it comes from a file. */
  name?: string;
}

export function fixtureInput({ uncertainty = true, name }: FixtureOptions = {}): ReportInput {
  const plain = fixtureResults();
  const rename = <T extends { id: string; name: string }>(item: T): T => {
    return name !== undefined && item.id === 'bap-verbreden' ? { ...item, name } : item;
  };
  const results = { ...plain, scenarios: plain.scenarios.map(rename) };
  const ambition = { start: START, end: END, reductionPersons: 500 };
  const summary = summarise(results, {
    base: 'ongewijzigd-beleid',
    ambition,
    flowWindow: WINDOW,
    trend: nationalIndex,
    uncertainty,
  });
  const context = { lookup: new Lookup(results), scenario: 0, window: WINDOW, index: nationalIndex };
  return {
    summary,
    organisation: { id: 'voorbeeldstad', name: 'Voorbeeldstad' },
    trendLabel: 'gerealiseerd (achteraf)',
    process: {
      entry: 'intake',
      stations: Object.entries(labels).map(([id, [label, letter, kind]]) => ({
        id,
        label,
        letter,
        kind,
        owner: id === 'intake' ? 'Aanvragen' : 'Werk',
        pools: kind === 'service' ? [id === 'intake' ? 'Aanvragen' : 'Werk'] : [],
      })),
      pools: [
        { id: 'aanvragen', label: 'Aanvragen', description: '24 fte, 1.400 productieve uren per jaar' },
        { id: 'werk', label: 'Werk', description: '60 fte, waarvan 42,5 % voor het primaire proces' },
      ],
      attributes: ['leeftijd', 'afstand tot de arbeidsmarkt', 'partner'],
      sources: sources.map(([source]) => source),
    },
    ijkpunten: ijkpunten.map((one) => evaluateIjkpunt(one, context).result),
    parameters,
    scenarios: [
      {
        id: 'ongewijzigd-beleid',
        name: 'Ongewijzigd beleid',
        explanation: 'Alles blijft zoals het in oktober 2018 was.',
        source: '',
        changes: [],
      },
      {
        id: 'bap-verbreden',
        name: scenarios[1]!.name,
        explanation: 'Meer inwoners gaan direct naar Bemiddelen aan de Poort. Er komen geen consulenten bij.',
        source: 'Startfoto 2018, aanbeveling 3',
        changes: ['bap.aandeel wordt 40 %, geleidelijk van 1 juli 2019 tot 1 januari 2020.'],
      },
      {
        id: 'bap-met-fte',
        name: scenarios[2]!.name,
        explanation: 'Als hiervoor, en vier fte gaan van Werk naar de poort.',
        source: 'Startfoto 2018, aanbeveling 3',
        changes: [
          'bap.aandeel wordt 40 %, geleidelijk van 1 juli 2019 tot 1 januari 2020.',
          'bap.uit_werk wordt 4 fte hoger vanaf 1 juli 2019.',
        ],
      },
    ].map(rename),
    author: {
      purpose: 'Het MT wil weten welke maatregelen 500 mensen extra uit de bijstand helpen.',
      dataSources: null,
      cleaning: null,
      missingData: 'Zie de kolom status onder Aannames.',
      availability: null,
    },
    run: {
      command: 'doorstroom vergelijk --startgetal proef-1 --doorrekeningen 20',
      version: '0.1.0',
      startDate: '2017-10-01',
      measureFrom: '2018-10-01',
      endDate: '2023-01-01',
      initial: '8.060 lopende uitkeringen en hun voorgangers van de laatste 60 maanden',
      inputs: [
        {
          path: 'data/voorbeeldstad/parameters.csv',
          sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        },
      ],
      software: [{ name: 'vega-lite', version: '6.4.3' }],
    },
  };
}
