// Parts of section 8: the numbers to look up first, what must be true for the ambition, the readings, and the ijkpunten.
import type { Certainty, NeededNumber } from '../../analysis/certainty.js';
import type { Parameter } from '../../scenario/parameter.js';
import { table } from '../figure.js';
import { markup, type Markup } from '../html.js';
import type { ReportInput } from '../input.js';
import { labelAndId, rangeText, valueText } from '../parameters.js';
import { trendWords } from '../trend-words.js';
import { listing, number, percent, persons, plural, reference, signed } from '../words.js';
import { extraOf } from '../yield-words.js';

export function firstToFind({ eerstUitzoeken }: Certainty, { parameters, summary }: ReportInput): Markup | null {
  if (eerstUitzoeken.length === 0) return null;
  const nameOf = (id: string): string => summary.scenarios.find((scenario) => scenario.id === id)?.naam ?? id;
  const items = eerstUitzoeken.map(({ naam, beweegt }) => {
    const parameter = parameters.find(({ name }) => name === naam);
    return markup`<li>
      <p class="name">${labelAndId(naam, parameters)}</p>
      ${
        parameter === undefined
          ? null
          : markup`<p>
              Nu ${valueText(parameter.value, parameter.unit)} (${parameter.unit}), bereik ${rangeText(parameter)};
              ${parameter.status}. Bron: ${reference(parameter.source)}.
            </p>`
      }
      <p class="note">Beweegt: ${listing(beweegt.map(nameOf))}.</p>
    </li>`;
  });
  return markup`<ol class="plain">
    ${items}
  </ol>`;
}

function neededText({ naam, nodig, beste, overig }: NeededNumber, parameters: readonly Parameter[]): Markup {
  const parameter = parameters.find(({ name }) => name === naam);
  const show = (value: number): string => valueText(value, parameter?.unit ?? '');
  const range = parameter === undefined ? '' : ` (nu ${show(parameter.value)}, bereik ${rangeText(parameter)})`;
  return nodig === null
    ? markup`<li>
        ${labelAndId(naam, parameters)}${range}: geen waarde in het bereik is genoeg. Bij ${show(beste)} blijft gemiddeld
        ${persons(overig)} over.
      </li>`
    : markup`<li>${labelAndId(naam, parameters)}${range}: bij ongeveer ${show(nodig)} is de ambitie gemiddeld gehaald.</li>`;
}

/** Null without an ambition: nothing then has to be true. */
export function mustBeTrue({ nodig }: Certainty, { parameters, summary }: ReportInput): Markup | null {
  if (summary.ambitie.personenMinder === null) return null;
  const extra = extraOf(summary);
  const goal = extra === null ? `om ${trendWords(summary).name} te volgen` : `voor ${number(extra)} minder`;
  return markup`<h3>Wat moet waar zijn ${goal}?</h3>
    <dl class="checklist">
      ${nodig.map(({ naam, gehaald, doorrekeningen, getallen }) => {
        const often = gehaald === 0 ? 'geen' : number(gehaald);
        return markup`<dt>${naam}</dt>
          <dd>
            <p>In ${often} van de ${plural(doorrekeningen, 'doorrekening', 'doorrekeningen')} is de ambitie gehaald.</p>
            ${
              getallen.length === 0
                ? markup`<p>Geen enkel getal beweegt deze uitkomst meer dan toeval.</p>`
                : markup`<ul class="plain">
                    ${getallen.map((one) => neededText(one, parameters))}
                  </ul>`
            }
          </dd>`;
      })}
    </dl>
    <p class="note">
      Eén getal tegelijk, op de rechte lijn door de doorrekeningen; de andere getallen blijven gemiddeld zoals zij zijn.
    </p>`;
}

/** A mean without a direction to it is shown as it is: with so few draws the reader sees from how many. */
export function readings({ summary: { perLezing = [], scenarios } }: ReportInput): Markup | null {
  if (perLezing.length === 0) return null;
  const named = (id: string): string => scenarios.find((scenario) => scenario.id === id)?.naam ?? id;
  const shown = (mean: number | null): string => (mean === null ? '–' : signed(mean));
  const groups = [...new Set(perLezing.map(({ groep }) => groep))];
  return markup`<h3>Maakt het uit hoe de bronnen worden gelezen?</h3>
    ${groups.map((groep) => {
      const rows = perLezing.filter((reading) => reading.groep === groep);
      return table({
        caption: `Lezingen ${groep}: gemiddelde per lezing, in personen`,
        columns: [
          { label: 'Lezing', kind: 'text' },
          { label: 'Doorrekeningen', kind: 'num' },
          { label: `${scenarios[0]?.naam ?? ''}: afstand tot de trend`, kind: 'num' },
          ...(rows[0]?.scenarios ?? []).map(({ id }) => ({ label: named(id), kind: 'num' as const })),
        ],
        rows: rows.map(({ lezing, naam, doorrekeningen, afstandTotTrend, scenarios: differences }) => [
          naam === '' ? lezing : naam,
          number(doorrekeningen),
          shown(afstandTotTrend.gemiddelde),
          ...differences.map(({ gemiddelde }) => shown(gemiddelde)),
        ]),
      });
    })}`;
}

export function agreement({ ijkpunten }: ReportInput): Markup {
  if (ijkpunten.length === 0) return markup`<p>Er zijn geen ijkpunten, dus dat is niet nagegaan.</p>`;
  const count = (outcome: string): number => ijkpunten.filter((one) => one.outcome === outcome).length;
  const [inside, unsure, outside] = [count('binnen'), count('te onzeker'), count('buiten')];
  return markup`<p>
    Van de ${plural(ijkpunten.length, 'ijkpunt', 'ijkpunten')} ${inside === 1 ? 'ligt' : 'liggen'} er ${number(inside)}
    binnen hun band (${percent(inside / ijkpunten.length, 0)}), ${number(unsure)} te onzeker om te zeggen en
    ${number(outside)} erbuiten. Op deze cijfers is het model afgesteld. Of het ook voorspelt, blijkt alleen uit een
    terugtoets.
  </p>`;
}
