// The columns of samenvatting.csv: one line per scenario, so that a column is a name and what a scenario has for it.
import type { Estimate, ScenarioSummary, Summary } from '../analysis/summary.js';
import type { Value } from '../files/table-write.js';

export interface SummaryColumn {
  readonly name: string;
  readonly value: (scenario: ScenarioSummary) => Value;
}

/** Two decimals; empty where there is nothing to say. */
export function known(value: number | null | undefined): number | null {
  return value === null || value === undefined || Number.isNaN(value) ? null : Math.round(value * 100) / 100;
}

/** A mean and its margin as two columns. */
export function withMargin(
  name: string,
  margin: string,
  of: (scenario: ScenarioSummary) => Estimate | null | undefined,
): SummaryColumn[] {
  return [
    { name, value: (scenario) => known(of(scenario)?.gemiddelde) },
    { name: margin, value: (scenario) => known(of(scenario)?.marge) },
  ];
}

const comparison: readonly SummaryColumn[] = [
  { name: 'scenario', value: ({ id }) => id },
  { name: 'naam', value: ({ naam }) => naam },
  ...withMargin('volume_eind_uitkeringen', 'marge_volume_uitkeringen', (s) => s.volumeEindUitkeringen),
  ...withMargin('verschil_personen', 'marge_verschil_personen', (s) =>
    s.vergelijkingsbasis ? null : s.verschilPersonen,
  ),
  {
    name: 'uitkomst',
    value: ({ vergelijkingsbasis, verschilPersonen }) => (vergelijkingsbasis ? null : verschilPersonen.uitkomst),
  },
  ...withMargin(
    'resterende_opgave_personen',
    'marge_resterende_opgave_personen',
    (scenario) => scenario.resterendeOpgavePersonen,
  ),
  { name: 'kans_ambitie', value: ({ kansAmbitie }) => known(kansAmbitie) },
];

const decimal = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2, useGrouping: false });

/** One cell for all groups, because which groups there are differs from scenario to scenario. */
const decomposition: readonly SummaryColumn[] = [
  { name: 'trend_personen', value: ({ ontleding }) => known(ontleding?.trend.gemiddelde) },
  { name: 'naast_trend_personen', value: ({ ontleding }) => known(ontleding?.ongewijzigdBeleid.gemiddelde) },
  {
    name: 'per_groep_personen',
    value: ({ ontleding }) =>
      ontleding?.groepen.map(({ groep, gemiddelde }) => `${groep} ${decimal.format(gemiddelde)}`).join('; ') ?? null,
  },
  { name: 'wisselwerking_personen', value: ({ ontleding }) => known(ontleding?.wisselwerking?.gemiddelde) },
  { name: 'merkbaar_vanaf', value: ({ merkbaarVanaf }) => merkbaarVanaf ?? null },
];

const money: readonly SummaryColumn[] = [
  ...withMargin('verschil_kosten_per_jaar', 'marge_verschil_kosten_per_jaar', ({ geld, vergelijkingsbasis }) =>
    vergelijkingsbasis ? null : geld?.verschilPerJaar,
  ),
  { name: 'terugverdiend_vanaf', value: ({ geld }) => geld?.terugverdienen.maand ?? null },
  ...withMargin('kosten_per_vermeden_uitkeringsjaar', 'marge_kosten_per_vermeden_uitkeringsjaar', ({ geld }) => {
    const cost = geld?.perVermedenUitkeringsjaar;
    return cost?.reden === null ? cost : null;
  }),
];

/** Columns of what an addition put in the summary, after the others; one line each. */
const additions: readonly ((summary: Summary) => readonly SummaryColumn[])[] = [
  () => decomposition,
  ({ scenarios }) => (scenarios.some(({ geld }) => geld !== undefined) ? money : []),
];

/** Columns of the class; the rows of class B and C are those of `shelfRows`. */
const shelfColumns: readonly SummaryColumn[] = [
  { name: 'klasse', value: ({ klasse }) => klasse ?? null },
  { name: 'meetpunt', value: ({ beweging }) => beweging?.meetpunt ?? null },
  { name: 'beweging', value: ({ beweging }) => beweging?.uitkomst ?? null },
  { name: 'omslag', value: () => null },
];

/** A row for every scenario of which no volume is told: by name of the column. */
export function shelfRows(summary: Summary, organisation: string): ReadonlyMap<string, Value>[] {
  const common = ({ id, naam, klasse }: { id: string; naam: string; klasse: string }): [string, Value][] => [
    ['scenario', id],
    ['naam', naam],
    ['klasse', klasse],
    ['organisatie', organisation],
  ];
  const breakEvens = (summary.omslagen ?? []).map(
    (one) =>
      new Map<string, Value>([
        ...common(one),
        ['doorrekeningen', one.doorrekeningen],
        ['meetpunt', one.beweging?.meetpunt ?? null],
        ['beweging', one.beweging?.uitkomst ?? null],
        ['omslag', one.tekst],
      ]),
  );
  const others = (summary.nietBerekend ?? []).map(
    (one) => new Map<string, Value>([...common(one), ['omslag', `niet doorgerekend: ${one.reden}`]]),
  );
  return [...breakEvens, ...others];
}

export function summaryColumns(summary: Summary, organisation: string): SummaryColumn[] {
  return [
    ...comparison,
    { name: 'doorrekeningen', value: () => summary.doorrekeningen },
    { name: 'organisatie', value: () => organisation },
    ...shelfColumns,
    ...additions.flatMap((columns) => columns(summary)),
  ];
}
