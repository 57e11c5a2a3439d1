// A section per way of working: its process drawn with these clients, its stated terms, where one waits, and where people go.
import type { Leaving } from '../../analysis/ways.js';
import type { WaySummary } from '../../analysis/ways-summary.js';
import { statuses } from '../../scenario/parameter.js';
import { picture, table } from '../figure.js';
import { flowModel } from '../flow/model.js';
import { flowPicture } from '../flow/picture.js';
import { type Content, markup, type Markup } from '../html.js';
import { reasonLabel } from '../labels.js';
import type { SectionContent } from '../section.js';
import { capital, countWord, listing, number, percent, period, reference } from '../words.js';
import type { WayDetails, WaysInput } from './input.js';
import { dayText } from './overview.js';
import { notSaid } from './words.js';

/** Stays of which there is less than one a year are an accident of one draw. */
const heardOf = 1;
/** Days: who waits less is hardly waiting. */
const noticed = 0.05;
/** Destinations of fewer a year are left to the table for Excel. */
const fewest = 5;

function drawing(way: WaySummary, { process }: WayDetails, input: WaysInput, place: number): Markup {
  // Where people leave stands under the picture, as a range.
  const known = new Set(process.stations.map(({ id }) => id));
  const stromen = way.stromen.filter(({ naar }) => known.has(naar));
  const flows = { stromen, aanvragenPerJaar: way.aanvragenPerJaar, uitstroomPerJaar: [] };
  const { bevolking, stroomvenster } = input.summary;
  const title = `Werkproces van ${way.naam}, met de cliënten van ${bevolking.naam}`;
  const description = `${capital(period(stroomvenster))}. De breedte van een pijl is het aantal aanvragen per jaar, gemiddeld over de doorrekeningen; waar een aandeel een aanname is, is dit aantal dat ook. Wie vertrekt staat eronder.`;
  const model = flowModel({ process, ijkpunten: [] }, flows);
  return markup`<figure class="flow">
    <figcaption><strong>${title}</strong><span>${description}</span></figcaption>
    <div class="scroll" role="region" aria-label="Werkproces van ${way.naam}, schuift opzij" tabindex="0">
      ${picture(flowPicture(model), { id: `werkproces-${place}`, title, description })}
    </div>
  </figure>`;
}

function terms({ termijnen, naam }: WaySummary): Markup {
  if (termijnen.length === 0) return markup`<p>Welke termijn is toegezegd, ${notSaid}.</p>`;
  return table({
    caption: `Termijnen die ${naam} noemt, en hoe vaak zij hier worden gehaald`,
    columns: [
      { label: 'Stap', kind: 'text' },
      { label: 'Toegezegd', kind: 'text' },
      { label: 'Gehaald', kind: 'num' },
      { label: 'Duurt gemiddeld', kind: 'num' },
      { label: 'Keer per jaar', kind: 'num' },
      { label: 'Bron', kind: 'text' },
    ],
    rows: termijnen.map((term): Content[] => [
      term.naam,
      term.termijn,
      percent(term.gehaald.gemiddelde, 0),
      dayText(term.dagen.gemiddelde),
      number(term.bezoeken.gemiddelde),
      reference(term.bron),
    ]),
  });
}

function waits({ wachttijden, naam }: WaySummary): Markup {
  const heard = wachttijden.filter(({ bezoeken }) => bezoeken.gemiddelde >= heardOf);
  const long = heard.filter(({ gemiddelde }) => gemiddelde.gemiddelde >= noticed);
  const others = heard.length - long.length;
  const rest =
    others === 0
      ? null
      : markup`<p class="note">
          Bij ${long.length === 0 ? '' : 'nog '}${countWord(others)} ${others === 1 ? 'stap' : 'stappen'} waar gewacht kan worden, wacht vrijwel
          niemand.
        </p>`;
  if (long.length === 0) return rest ?? markup`<p>Nergens in dit werkproces is een rij.</p>`;
  return markup`${table({
    caption: `Wachten tot een stap begint, ${naam}`,
    columns: [
      { label: 'Stap', kind: 'text' },
      { label: 'Gemiddeld', kind: 'num' },
      { label: 'Negen van de tien', kind: 'num' },
      { label: 'Keer per jaar', kind: 'num' },
    ],
    rows: long.map((wait): Content[] => [
      wait.naam,
      dayText(wait.gemiddelde.gemiddelde),
      dayText(wait.p90.gemiddelde),
      number(wait.bezoeken.gemiddelde),
    ]),
  })}${rest}`;
}

function leavingRow({ soort, reden, p10, p90, gemiddelde }: Leaving, withMean: boolean): Content[] {
  return [
    capital(reasonLabel(reden)),
    soort === 'uitstroom' ? 'uitkering' : 'aanvraag, voor het besluit',
    `${number(p10)} tot ${number(p90)}`,
    ...(withMean ? [gemiddelde === undefined ? '' : number(gemiddelde.gemiddelde)] : []),
  ];
}

function destinations({ waarheen, naam, volumeAannames, volumeUitkeringen }: WaySummary): Markup {
  if (volumeUitkeringen === null) return markup`<p>Aantallen per bestemming staan er niet; zie boven.</p>`;
  const withMean = volumeAannames.length === 0;
  return markup`${table({
    caption: `Waarheen mensen per jaar gaan, ${naam}: acht van de tien doorrekeningen${withMean ? '' : '; alleen een bandbreedte, omdat doorstroom of succes een aanname is'}`,
    columns: [
      { label: 'Bestemming', kind: 'text' },
      { label: 'Wat eindigt', kind: 'text' },
      { label: 'Per jaar', kind: 'num' },
      ...(withMean ? [{ label: 'Gemiddeld', kind: 'num' as const }] : []),
    ],
    rows: waarheen.filter(({ p90 }) => p90 >= fewest).map((row) => leavingRow(row, withMean)),
  })}
    <p class="note">Redenen van minder dan ${countWord(fewest)} per jaar staan alleen in werkwijzen.csv.</p>`;
}

function assumptions({ volumeAannames, statussen }: WaySummary): Markup {
  const total = Object.values(statussen).reduce((sum, count) => sum + count, 0);
  const parts = statuses.flatMap((status) => {
    const count = statussen[status] ?? 0;
    return count === 0 ? [] : [`${number(count)} ${status}`];
  });
  return markup`<p>
      Achter dit werkproces zitten ${number(total)} getallen: ${listing(parts)}.
    </p>
    ${
      volumeAannames.length === 0
        ? null
        : markup`<details>
            <summary>De aannames die bepalen hoeveel mensen doorgaan of wat een stap doet (${number(volumeAannames.length)})</summary>
            <ul class="plain">
              ${volumeAannames.map((name) => markup`<li>${name}</li>`)}
            </ul>
          </details>`
    }`;
}

/** `Hier komen 1,8 keer zo veel aanvragen als thuis` … */
function scaleSentence(way: WaySummary, { summary: { bevolking } }: WaysInput): string {
  const { schaal, aanvragenHier, aanvragenThuis } = way;
  if (way.id === bevolking.id) return `Dit zijn de eigen cliënten van ${way.naam}; de capaciteit is die van thuis.`;
  return `In ${bevolking.naam} zijn er ${number(aanvragenHier)} aanvragen per jaar, bij ${way.naam} zelf ${number(aanvragenThuis)}; de capaciteit van ${way.naam} is daarom hier maal ${number(schaal, 2)}.`;
}

function busySentence({ teDruk, naam }: WaySummary): Markup | null {
  if (teDruk.length === 0) return null;
  const teams = teDruk.length === 1 ? 'is één team' : `zijn ${countWord(teDruk.length)} teams`;
  return markup`<p>
    <span class="warn">Let op:</span> voor deze aantallen ${teams} van ${naam} te klein (${listing(teDruk)}). Daar groeit de wachtrij zolang de doorrekening
    duurt, dus de wachttijden hangen af van het gekozen jaar.
  </p>`;
}

export function organisationSection(
  way: WaySummary,
  details: WayDetails,
  input: WaysInput,
  place: number,
): SectionContent {
  const start = way.beschrijving ?? `De werkwijze van ${way.naam}`;
  return {
    lead: /[.!?]$/.test(start) ? start : `${start}.`,
    body: markup`<p>${scaleSentence(way, input)}</p>
      ${busySentence(way)} ${drawing(way, details, input, place)}
      <h3>Toegezegde termijnen</h3>
      ${terms(way)}
      <h3>Wachten</h3>
      ${waits(way)}
      <h3>Waarheen mensen gaan</h3>
      ${destinations(way)}
      <h3>Hoe zeker is dit werkproces?</h3>
      ${assumptions(way)}`,
  };
}
