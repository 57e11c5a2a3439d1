// Section 1, Conclusie: two lines, never one; every difference with where it goes and what it costs elsewhere.
import type { ScenarioSummary, Summary } from '../../analysis/summary.js';
import { progressBar, progressDomain } from '../charts/progress.js';
import { picture, table, type Table } from '../figure.js';
import { markup, type Markup } from '../html.js';
import type { ReportInput } from '../input.js';
import type { Section } from '../section.js';
import { seriesSentence, trendWords } from '../trend-words.js';
import { countWord, longMonth, number, percent, persons, withMargin } from '../words.js';
import { extraOf, yieldWords } from '../yield-words.js';
import { displacementSentence } from './displacement.js';
import { breakEvenLead, breakEvens, classBadge } from './shelf.js';
import {
  distanceToAmbition,
  followsTrend,
  moreOrLess,
  priceElsewhere,
  sizeAndSign,
  whereItGoes,
} from './differences.js';

function best(scenarios: readonly ScenarioSummary[]): ScenarioSummary | undefined {
  return scenarios
    .filter(({ verschilPersonen }) => verschilPersonen.soort === 'lager')
    .sort((a, b) => a.verschilPersonen.gemiddelde - b.verschilPersonen.gemiddelde)[0];
}

function lead(others: readonly ScenarioSummary[], summary: Summary, follows: boolean): string {
  const { ambitie, omslagen = [] } = summary;
  const trend = trendWords(summary).verdict(follows);
  if (others.length === 0 && omslagen.length > 0) return trend;
  if (others.length === 0) return `${trend}; er zijn geen scenario’s mee vergeleken.`;
  const [words, when] = [yieldWords(summary), ` in ${longMonth(ambitie.eind)}`];
  const top = best(others);
  if (top === undefined) return `${trend}, en geen van de scenario’s ${words.unclear('', when)}.`;
  const brings = words.amount(-top.verschilPersonen.gemiddelde, when);
  const left = top.resterendeOpgavePersonen;
  const enough = left === null ? null : `gemiddeld ${left.gemiddelde <= 0 ? '' : 'niet '}genoeg voor de ambitie`;
  if (others.length === 1) {
    return `${trend}; ‘${top.naam}’ ${words.verb} ${brings}${enough === null ? '' : `, en dat is ${enough}`}.`;
  }
  return `${trend}; van de ${countWord(others.length)} scenario’s ${words.mostVerb} ‘${top.naam}’ het meest: ${brings}${enough === null ? '' : `, ${enough}`}.`;
}

/** The figure that stands out, or words when a figure would promise too much. */
function headline({ verschilPersonen }: ScenarioSummary, summary: Summary): Markup {
  const { soort, gemiddelde } = verschilPersonen;
  if (soort !== 'lager' && soort !== 'hoger') return markup`<p class="figure-number quiet">${soort}</p>`;
  const unit = soort === 'lager' ? yieldWords(summary).unit : 'personen meer dan bij ongewijzigd beleid';
  return markup`<p class="figure-number">${number(Math.abs(gemiddelde))}</p>
    <p class="figure-unit">${unit}</p>`;
}

function scenarioLine(scenario: ScenarioSummary, index: number, input: ReportInput): Markup {
  const { summary } = input;
  const { gemiddelde, p10, p90 } = scenario.verschilPersonen;
  const bar = progressBar(
    { mean: -gemiddelde, low: -p90, high: -p10, goal: extraOf(summary) },
    progressDomain(summary),
  );
  const range = `In acht van de tien doorrekeningen ligt het verschil tussen ${moreOrLess(p10)} en ${moreOrLess(p90)}.`;
  const goes = whereItGoes(scenario);
  const displaced = displacementSentence(scenario);
  const ambition = distanceToAmbition(scenario, summary);
  const id = `opbrengst-${index + 1}`;
  const title = `Opbrengst van ${scenario.naam}`;
  return markup`<li>
    <div>${headline(scenario, summary)}</div>
    <div>
      <p class="name">${scenario.naam}${classBadge(scenario)}</p>
      ${picture(bar, { id, title, description: `${sizeAndSign(scenario, summary)} ${range}`, className: 'bar' })}
      <p>${sizeAndSign(scenario, summary)}${goes === null ? null : markup` ${goes}`}</p>
      <dl class="facts">
        <dt>Prijs elders</dt>
        <dd>${priceElsewhere(scenario, input)}</dd>
        ${displaced === null ? null : markup`<dt>Verdringing</dt><dd>${displaced}</dd>`}
        ${
          ambition === null
            ? null
            : markup`<dt>Ambitie</dt>
        <dd>${ambition}</dd>`
        }
      </dl>
    </div>
  </li> `;
}

function yields(others: readonly ScenarioSummary[], input: ReportInput): Markup | null {
  if (others.length === 0) return null;
  return markup`<p class="question">
      ${yieldWords(input.summary).question}
    </p>
    <ul class="lines">
      ${others.map((scenario, i) => scenarioLine(scenario, i, input))}
    </ul>`;
}

/** The columns that only an ambition gives. */
const ambitionColumns: readonly {
  readonly column: Table['columns'][number];
  readonly cell: (scenario: ScenarioSummary) => string;
}[] = [
  {
    column: { label: 'Resterende opgave (personen)', kind: 'num' },
    cell: ({ resterendeOpgavePersonen: left }) => (left === null ? '' : withMargin(left)),
  },
  {
    column: { label: 'Ambitie gehaald', kind: 'num' },
    cell: ({ kansAmbitie }) => (kansAmbitie === null ? 'geen uitspraak' : percent(kansAmbitie, 0)),
  },
];

function numbers({ scenarios, ambitie, drempelPersonen }: Summary): Markup {
  const more = ambitie.personenMinder === null ? [] : ambitionColumns;
  return table({
    caption: `Volume in ${longMonth(ambitie.eind)}, gemiddelde en marge; een verschil onder ${persons(drempelPersonen)} heet verwaarloosbaar`,
    columns: [
      { label: 'Scenario', kind: 'text' },
      { label: 'Uitkeringen', kind: 'num' },
      { label: 'Personen', kind: 'num' },
      { label: 'Verschil in personen', kind: 'num' },
      { label: 'Uitkomst', kind: 'text' },
      ...more.map(({ column }) => column),
    ],
    rows: scenarios.map((scenario) => [
      scenario.naam,
      withMargin(scenario.volumeEindUitkeringen),
      withMargin(scenario.volumeEindPersonen),
      scenario.vergelijkingsbasis ? '–' : withMargin(scenario.verschilPersonen),
      scenario.vergelijkingsbasis ? 'hiermee is vergeleken' : scenario.verschilPersonen.uitkomst,
      ...more.map(({ cell }) => cell(scenario)),
    ]),
  });
}

export const conclusion: Section = {
  place: 1,
  id: 'conclusie',
  title: 'Conclusie',
  write(input) {
    const { summary } = input;
    const base = summary.scenarios.find(({ vergelijkingsbasis }) => vergelijkingsbasis);
    if (base === undefined) return null;
    const others = summary.scenarios.filter((scenario) => scenario !== base);
    const { follows, sentence } = followsTrend(base, summary);
    const chance = summary.onzekerheidMeegerekend
      ? 'De marge en de streep tussen twee haken tonen toeval en onzekerheid over de aannames samen.'
      : summary.ambitie.personenMinder === null
        ? 'Alleen toeval is meegerekend. De aannames stonden vast.'
        : 'Alleen toeval is meegerekend. De aannames stonden vast, dus over de kans op de ambitie is geen uitspraak mogelijk.';
    const told = [sentence, distanceToAmbition(base, summary)].filter((part) => part !== null).join(' ');
    const uncovered = seriesSentence(summary);
    return {
      lead: `${lead(others, summary, follows).replace(/\.$/, '')}${breakEvenLead(summary)}.`,
      body: markup`<p class="question">${trendWords(summary).question}</p>
        <ul class="lines">
          <li>
            <div>
              <p class="figure-number${follows ? '' : ' quiet'}">${follows ? 'Ja' : 'Niet precies'}</p>
              <p class="figure-unit">${base.naam}</p>
            </div>
            <div><p>${told}</p>${uncovered === null ? null : markup`<p class="note">${uncovered}</p>`}</div>
          </li>
        </ul>
        ${yields(others, input)}
        ${breakEvens(summary)}
        <h3>De cijfers naast elkaar</h3>
        ${numbers(summary)}
        <p class="note">${chance}</p>`,
    };
  },
};
