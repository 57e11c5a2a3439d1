// A made-up report input around the made-up run: ijkpunten, parameters, a process, an author who left things out.
import { decompose } from '../../src/analysis/decomposition.js';
import type { FlatTrend } from '../../src/analysis/flat-trend.js';
import { evaluateIjkpunt, type Ijkpunt } from '../../src/analysis/ijkpunt.js';
import { Lookup } from '../../src/analysis/lookup.js';
import { summarise } from '../../src/analysis/summary.js';
import { scenarioNoticeableFrom } from '../../src/analysis/noticeable.js';
import type { ReportInput } from '../../src/report/input.js';
import type { Parameter } from '../../src/scenario/parameter.js';
import {
  declaredDestinations,
  END,
  fixtureResults,
  nationalIndex,
  scenarios,
  sources,
  START,
  WINDOW,
} from './fixture-results.js';

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
    label: '',
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
  parameter('bap.effect', 2.4, [1.2, 3.5], {
    label: 'wat de BAP met de kans op werk doet',
    status: 'gekalibreerd',
    source: 'Fit op het bruto succes van 75 %',
  }),
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
  /** Persons below the trend; null: no ambition. */
  reductionPersons?: number | null;
  flatTrend?: FlatTrend | null;
  /** Replaces the name of the second scenario everywhere it comes from a file. */
  name?: string;
}

export function fixtureInput(options: FixtureOptions = {}): ReportInput {
  const { uncertainty = true, reductionPersons = 500, flatTrend = null, name } = options;
  const plain = fixtureResults();
  const rename = <T extends { id: string; name: string }>(item: T): T => {
    return name !== undefined && item.id === 'bap-verbreden' ? { ...item, name } : item;
  };
  const results = { ...plain, scenarios: plain.scenarios.map(rename) };
  const ambition = { start: START, end: END, reductionPersons };
  const summary = summarise(results, {
    base: 'ongewijzigd-beleid',
    ambition,
    flowWindow: WINDOW,
    trend: nationalIndex,
    flatTrend,
    uncertainty,
    destinationOf: declaredDestinations,
  });
  const lookup = new Lookup(results);
  // The second changes one group; the third two, one of which is the second.
  const groups = [[], ['capaciteit'], ['capaciteit', 'instroom']].map((names, scenario) =>
    names.map((group, i) => ({ group, lookup, scenario: names.length === 1 ? scenario : 1 + i })),
  );
  summary.scenarios = summary.scenarios.map((item, scenario) =>
    scenario === 0
      ? item
      : {
          ...item,
          merkbaarVanaf: scenarioNoticeableFrom(item, summary),
          ontleding: decompose(lookup, {
            scenario,
            base: 0,
            ambition,
            trend: nationalIndex,
            groups: groups[scenario]!,
          }),
        },
  );
  const context = { lookup, scenario: 0, window: WINDOW, index: nationalIndex };
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
        decision: 'De BAP verbreden per 1 juli 2019.',
        legal: 'Geen wijziging van de verordening nodig.',
        author: 'afdeling Werk',
        staff: [],
        touches: ['bap.aandeel'],
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
        staff: [
          { team: 'Poort', fte: 4 },
          { team: 'Werk', fte: -4 },
        ],
        touches: ['bap.aandeel', 'bap.uit_werk'],
      },
    ].map(rename),
    termDays: 56,
    bottlenecks: [
      {
        scenario: 'ongewijzigd-beleid',
        months: ['2019-01', '2019-02', '2019-03'],
        pools: [{ pool: 'werk', use: [0.9, 0.98, NaN], queue: [1, 3, 2] }],
        waits: [
          { station: 'diagnose', period: '2018-10..2019-09', mean: 14, median: 10, p90: 30, visits: 1100 },
          { station: 'intake', period: '2018-10..2019-09', mean: 20, median: 18, p90: 40, visits: 12 },
        ],
        doses: [{ station: 'bap', share: 0.62 }],
        inTerm: { period: '2018-10..2019-09', share: 0.914 },
      },
    ],
    groups: [
      {
        scenario: 'bap-met-fte',
        dimensions: [
          {
            dimension: 'duur',
            month: END,
            unit: 'uitkeringen',
            groups: [
              {
                group: 'duur:0-6',
                base: 900,
                difference: { gemiddelde: -45, marge: 6 },
                outcome: 'lager',
                exits: { gemiddelde: 31, marge: 4 },
                wait: null,
              },
              {
                group: 'duur:60+',
                base: 9,
                difference: { gemiddelde: -3, marge: 1 },
                outcome: 'lager',
                exits: null,
                wait: null,
              },
            ],
          },
        ],
      },
    ],
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
      initial: 'Bij de start staan 8.060 lopende uitkeringen klaar.',
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
