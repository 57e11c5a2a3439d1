// Section 3, Waar komt het verschil vandaan: from the start to the end in steps, against the ambition line or the trend.
import type { Decomposition } from '../../analysis/decomposition.js';
import type { Estimate } from '../../analysis/estimate.js';
import type { ScenarioSummary, Summary } from '../../analysis/summary.js';
import { waterfallDomain, type WaterfallRow, waterfallSpec } from '../charts/waterfall.js';
import { figure, type Table } from '../figure.js';
import { markup, type Markup } from '../html.js';
import type { Section } from '../section.js';
import { drawChart } from '../vega-chart.js';
import { trendWords } from '../trend-words.js';
import { capital, listing, longMonth, number, persons, signedMargin } from '../words.js';

type Decomposed = ScenarioSummary & { ontleding: Decomposition };

const remaining = ({ ontleding }: Decomposed): number => ontleding.eind.gemiddelde - ontleding.ambitielijn.gemiddelde;

const level = (label: string, value: number, kind: 'level' | 'goal' = 'level'): WaterfallRow => {
  return { label, kind, value, text: number(value) };
};
const step = (label: string, change: Estimate): WaterfallRow => {
  return { label, kind: 'step', value: change.gemiddelde, text: signedMargin(change) };
};

/** From the trend to the scenario, and on to the ambition line where there is one: on this scale what a scenario changes can be seen. */
function rowsOf(scenario: Decomposed, summary: Summary): WaterfallRow[] {
  const { begin, trend, ongewijzigdBeleid, groepen, wisselwerking, eind, ambitielijn } = scenario.ontleding;
  const onTrend = begin.gemiddelde + trend.gemiddelde;
  const left = remaining(scenario);
  const toAmbition = [
    ...(left > 0 ? [{ label: 'Nog nodig', kind: 'left', value: -left, text: number(left) } as const] : []),
    level('Ambitielijn', ambitielijn.gemiddelde, 'goal'),
  ];
  return [
    level(capital(trendWords(summary).short), onTrend),
    step('Eigen ontwikkeling', ongewijzigdBeleid),
    level('Ongewijzigd beleid', onTrend + ongewijzigdBeleid.gemiddelde),
    ...groepen.map((group) => step(capital(group.groep), group)),
    ...(wisselwerking === null ? [] : [step('Wisselwerking', wisselwerking)]),
    level('Scenario', eind.gemiddelde),
    ...(summary.ambitie.personenMinder === null ? [] : toAmbition),
  ];
}

function numbers(scenario: Decomposed, summary: Summary): Table {
  const { ambitie } = summary;
  const { begin, trend } = scenario.ontleding;
  const before = [level(`Begin, ${longMonth(ambitie.begin)}`, begin.gemiddelde), step('Wat de trend doet', trend)];
  return {
    caption: `${scenario.naam}: van ${longMonth(ambitie.begin)} tot ${longMonth(ambitie.eind)}, in personen`,
    columns: [
      { label: 'Stap', kind: 'text' },
      { label: 'Stand', kind: 'num' },
      { label: 'Verandering en marge', kind: 'num' },
    ],
    rows: [...before, ...rowsOf(scenario, summary)].map(({ label, kind, text }) =>
      kind === 'level' || kind === 'goal' ? [label, text, ''] : [label, '', text],
    ),
  };
}

/** What the changes do: `40 minder door capaciteit, 12 minder door succes en 3 meer door hun wisselwerking`. */
function effectOf({ ontleding }: Decomposed): string {
  const { groepen, wisselwerking } = ontleding;
  const phrase = (value: number, by: string): string => {
    const size = number(Math.abs(value));
    return size === '0' ? `niets door ${by}` : `${size} ${value < 0 ? 'minder' : 'meer'} door ${by}`;
  };
  const parts = groepen.map(({ groep, gemiddelde }) => phrase(gemiddelde, groep));
  if (wisselwerking !== null) parts.push(phrase(wisselwerking.gemiddelde, 'hun wisselwerking'));
  return parts.length === 0 ? 'geen verandering' : listing(parts);
}

/** The line of the decomposition is that of the trend where there is no ambition. */
function distance(scenario: Decomposed, summary: Summary): string {
  const left = remaining(scenario);
  const line = summary.ambitie.personenMinder === null ? trendWords(summary).name : 'de ambitielijn';
  return `${persons(Math.abs(left))} ${left > 0 ? 'boven' : 'onder'} ${line}`;
}

function lead(top: Decomposed, summary: Summary): string {
  const { ambitie } = summary;
  const { begin, trend, ongewijzigdBeleid } = top.ontleding;
  const own = ongewijzigdBeleid.gemiddelde;
  const size = number(Math.abs(own));
  const unchanged = size === '0' ? 'precies zo' : `${size} ${own < 0 ? 'lager' : 'hoger'}`;
  return `Met ${trendWords(summary).name} mee zouden er in ${longMonth(ambitie.eind)} ${number(begin.gemiddelde + trend.gemiddelde)} personen in de bijstand zijn; ongewijzigd beleid komt ${unchanged} uit, en ‘${top.naam}’ geeft ${effectOf(top)} en eindigt ${distance(top, summary)}.`;
}

function figureNote(decomposed: readonly Decomposed[]): string {
  const several = decomposed.some(({ ontleding }) => ontleding.groepen.length > 1);
  return several
    ? 'Een groep is een soort getal dat het scenario verandert. Van elke groep is apart doorgerekend wat zij alleen doet; wisselwerking is wat de groepen samen meer of minder doen dan de som daarvan.'
    : 'Elk scenario verandert getallen van één groep, dus er is geen wisselwerking tussen groepen.';
}

export const origin: Section = {
  place: 3,
  id: 'herkomst',
  title: 'Waar komt het verschil vandaan',
  async write({ summary }) {
    const decomposed = summary.scenarios.filter((s): s is Decomposed => s.ontleding !== undefined);
    const [top] = [...decomposed].sort(
      (a, b) => Math.abs(b.verschilPersonen.gemiddelde) - Math.abs(a.verschilPersonen.gemiddelde),
    );
    if (top === undefined) return null;
    const domain = waterfallDomain(decomposed.map((scenario) => rowsOf(scenario, summary)));
    const figures: Markup[] = [];
    for (const [i, scenario] of decomposed.entries()) {
      figures.push(
        figure(await drawChart(waterfallSpec(rowsOf(scenario, summary), domain)), {
          id: `herkomst-${i + 1}`,
          title: scenario.naam,
          description: `${capital(effectOf(scenario))}; eindigt ${distance(scenario, summary)}.`,
          numbers: numbers(scenario, summary),
        }),
      );
    }
    return {
      lead: lead(top, summary),
      body: markup`<p>
          Een streep is een stand; een balk is wat er tussen twee standen verandert: blauw is minder personen, geel meer.
          ${summary.ambitie.personenMinder === null ? '' : 'De stippellijn is de ambitielijn. '}Eigen ontwikkeling is wat ongewijzigd beleid van de trend afwijkt. ${figureNote(decomposed)} De schaal begint niet bij nul.
        </p>
        <div class="multiples wide">${figures}</div>`,
    };
  },
};
