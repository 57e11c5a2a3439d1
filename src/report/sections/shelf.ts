// What the class of a scenario allows the report to say: the break-even of class B, the reason of class C, and whether the meetpunt moves.
import type { MovementSummary } from '../../analysis/shelf-summary.js';
import type { ScenarioSummary, Summary } from '../../analysis/summary.js';
import { markup, type Markup } from '../html.js';
import type { ReportInput, ReportScenario } from '../input.js';
import { capital, number, period, plural, reference, signed } from '../words.js';

const sentence = (text: string): string => capital(/[.?!]$/.test(text) ? text : `${text}.`);

/** `Klasse A`, behind the name of a scenario; of the base there is nothing to prove. */
export function classBadge({ klasse, vergelijkingsbasis }: ScenarioSummary): Markup | null {
  if (vergelijkingsbasis || klasse === undefined) return null;
  return klasse === null
    ? markup` <span class="missing">klasse niet ingevuld</span>`
    : markup` <span class="note">klasse ${klasse}</span>`;
}

/** Shares in points, other measures in their own unit. */
function size({ verschil, eenheid }: MovementSummary): string {
  if (verschil === null) return 'niets gemeten';
  const [factor, unit] = eenheid === 'aandeel' ? [100, 'punten'] : [1, eenheid];
  const digits = Math.abs(verschil.gemiddelde * factor) >= 100 ? 0 : 2;
  const margin = verschil.marge === null ? '' : ` ± ${number(verschil.marge * factor, digits)}`;
  return `${signed(verschil.gemiddelde * factor, digits)}${margin} ${unit}`;
}

export function movementText(movement: MovementSummary): Markup {
  const when = movement.periode === '' ? '' : `, ${period(movement.periode)}`;
  return markup`<code>${movement.meetpunt}</code>: ${movement.uitkomst} (${size(movement)}${when})`;
}

/** The lines of class B and C under the others; null without any. */
export function breakEvens({ omslagen = [], nietBerekend = [] }: Summary): Markup | null {
  if (omslagen.length + nietBerekend.length === 0) return null;
  const lines = omslagen.map(
    ({ naam, tekst, reden, beweging }) =>
      markup`<li>
        <div><p class="figure-number quiet">omslagpunt</p><p class="figure-unit">klasse B</p></div>
        <div>
          <p class="name">${naam}</p>
          <p>${sentence(tekst)} Hoeveel het werkelijk doet, is niet bekend: ${reden}</p>
          ${beweging === null ? null : markup`<p class="note">Aan het eind van het bereik: ${movementText(beweging)}.</p>`}
        </div>
      </li> `,
  );
  const others = nietBerekend.map(
    ({ naam, reden }) =>
      markup`<li>
        <div><p class="figure-number quiet">niet te berekenen</p><p class="figure-unit">klasse C</p></div>
        <div><p class="name">${naam}</p><p>${reden}</p></div>
      </li> `,
  );
  return markup`<p class="question">Wat zou er moeten gebeuren, waar het effect niet bekend is?</p>
    <p>
      Van deze scenario’s is geen volume te noemen, want geen onderzoek laat hun effect zien. Er staat wel hoe ver een getal zou
      moeten veranderen.
    </p>
    <ul class="lines">
      ${lines}${others}
    </ul>`;
}

/** `; bij 3 scenario’s is alleen een omslagpunt te noemen`, for the first sentence. */
export function breakEvenLead({ omslagen = [] }: Summary): string {
  if (omslagen.length === 0) return '';
  return `; van ${plural(omslagen.length, 'scenario', 'scenario’s')} is alleen te zeggen hoe ver een getal zou moeten veranderen`;
}

/** Class, reason and levers of a scenario, for the list of assumptions; the base has none. */
export function classLine({ shelf, id }: ReportScenario, { summary }: ReportInput): Markup | null {
  if (shelf === undefined || id === summary.tegen) return null;
  const levers = shelf.levers.length === 0 ? '' : ` Hefboom ${shelf.levers.join(', ')}.`;
  const found = summary.scenarios.find((scenario) => scenario.id === id)?.beweging ?? null;
  const moves = found === null ? null : markup` Meetpunt ${movementText(found)}.`;
  const none = shelf.noMeasure === '' ? '' : ` Geen meetpunt: ${shelf.noMeasure}`;
  return shelf.klasse === null
    ? markup`<p class="note"><span class="missing">Klasse niet ingevuld.</span>${levers}${moves}${none}</p>`
    : markup`<p class="note">Klasse ${shelf.klasse}. ${reference(shelf.reason)}${levers}${moves}${none}</p>`;
}

/** What stands in place of changes when a scenario is of class C, or its changes beside the range that was tried. */
export function rangeLine({ shelf }: ReportScenario): Markup | null {
  return shelf === undefined || shelf.range === '' ? null : markup`<p>${shelf.range}</p>`;
}
