// Section 0, Voorblad: one A4 in the form of an MT-oplegger.
import type { ScenarioSummary } from '../../analysis/summary.js';
import { differencesDrawing } from '../charts/differences.js';
import { picture, table } from '../figure.js';
import { type Content, markup, type Markup } from '../html.js';
import type { ReportInput } from '../input.js';
import { labelFor, valueText } from '../parameters.js';
import type { Section } from '../section.js';
import { seriesSentence } from '../trend-words.js';
import { capital, longMonth, number, persons, plural, shortMonth, signed } from '../words.js';
import { extraOf } from '../yield-words.js';
import {
  decisions,
  disadvantage,
  evidenceText,
  foundation,
  moneyText,
  staffText,
  threeSentences,
} from './cover-parts.js';

/** More does not fit on one A4. */
const MOST = 5;

function shown(others: readonly ScenarioSummary[]): ScenarioSummary[] {
  const largest = [...others].sort(
    (a, b) => Math.abs(b.verschilPersonen.gemiddelde) - Math.abs(a.verschilPersonen.gemiddelde),
  );
  const kept = new Set(largest.slice(0, MOST));
  return others.filter((scenario) => kept.has(scenario));
}

function differences(scenarios: readonly ScenarioSummary[], { summary }: ReportInput): Markup {
  const rows = scenarios.map(({ naam, verschilPersonen: { gemiddelde, marge, p10, p90 } }) => ({
    name: naam,
    mean: gemiddelde,
    low: p10,
    high: p90,
    text: `${signed(gemiddelde)}${marge === null ? '' : ` ± ${number(marge)}`}`,
  }));
  const extra = extraOf(summary);
  const title = `Verschil met ongewijzigd beleid in ${longMonth(summary.ambitie.eind)}, in personen`;
  return markup`<figure>
    <figcaption>
      <strong>${title}</strong><span>De stip is het gemiddelde, met de marge; in de band liggen acht van de tien doorrekeningen.</span>
    </figcaption>
    ${picture(differencesDrawing(rows, extra === null ? null : -extra), {
      id: 'voorblad-verschil',
      title,
      description: rows.map(({ name, text }) => `${name}: ${text}`).join('; '),
    })}
  </figure>`;
}

function perScenario(scenarios: readonly ScenarioSummary[], input: ReportInput): Markup {
  return table({
    caption: 'Per scenario',
    columns: [
      { label: 'Scenario', kind: 'text' },
      { label: 'Merkbaar vanaf', kind: 'text' },
      { label: 'Fte', kind: 'text' },
      { label: 'Geld', kind: 'text' },
      { label: 'Wie heeft er nadeel', kind: 'text' },
      { label: 'Klasse', kind: 'text' },
    ],
    rows: scenarios.map((scenario): Content[] => {
      const own = input.scenarios.find(({ id }) => id === scenario.id);
      const { merkbaarVanaf } = scenario;
      return [
        scenario.naam,
        merkbaarVanaf === undefined || merkbaarVanaf === null ? 'geen maand' : shortMonth(merkbaarVanaf),
        staffText(own?.staff),
        moneyText(scenario),
        disadvantage(scenario, input),
        own === undefined ? 'niet ingevuld' : evidenceText(own),
      ];
    }),
  });
}

function assumptionItems(input: ReportInput): Content {
  const found = foundation(input);
  if (found.length === 0) return 'Geen enkel getal heeft een bereik.';
  return markup`<ul class="plain">
    ${found.map(({ name, why }) => {
      const label = capital(labelFor(name, input.parameters));
      const parameter = input.parameters.find((candidate) => candidate.name === name);
      if (parameter === undefined) return markup`<li><strong>${label}</strong>: ${why}</li>`;
      const { value, low, high, unit, status } = parameter;
      const range = low === null || high === null ? '' : `, tussen ${valueText(low, unit)} en ${valueText(high, unit)}`;
      return markup`<li>
        <strong>${label}</strong>: ${valueText(value, unit)} ${unit}${range} (${status}). ${capital(why)}.
      </li>`;
    })}
  </ul>`;
}

export const cover: Section = {
  place: 0,
  id: 'voorblad',
  title: 'Voorblad',
  write(input) {
    const { summary } = input;
    const base = summary.scenarios.find(({ vergelijkingsbasis }) => vergelijkingsbasis);
    if (base === undefined) return null;
    const others = summary.scenarios.filter((scenario) => scenario !== base);
    const chosen = shown(others);
    const rest = others.length - chosen.length;
    const uncovered = seriesSentence(summary);
    const asking = input.scenarios.filter(({ id }) => id !== base.id);
    return {
      lead: threeSentences(base, others, summary),
      body: markup`${uncovered === null ? null : markup`<p class="note">${uncovered}</p>`}<dl class="facts cover">
          <dt>Gevraagd besluit</dt>
          <dd>${decisions(
            asking,
            chosen.map(({ id }) => id),
          )}</dd>
        </dl>
        ${
          chosen.length === 0
            ? null
            : markup`${differences(chosen, input)}
              ${rest === 0 ? null : markup`<p class="note">En nog ${plural(rest, 'scenario', 'scenario’s')} met een kleiner verschil; zie <a href="#conclusie">Conclusie</a>.</p>`}
              ${perScenario(chosen, input)}
              <p class="note">Merkbaar: vanaf die maand is het gemiddelde verschil blijvend minstens ${persons(summary.drempelPersonen)}.</p>`
        }
        <dl class="facts cover">
          <dt>Waar dit op rust</dt>
          <dd>${assumptionItems(input)}</dd>
        </dl>`,
    };
  },
};
