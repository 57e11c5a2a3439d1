// Pilots in the section Bruto en netto: what they add, when that can be known, and what regular work lost.
import type { PilotSummary } from '../../analysis/pilot.js';
import { markup, type Markup } from '../html.js';
import { number, percent, persons, signed } from '../words.js';

function power({ clientenPerArm, maandenTotZekerheid, langGenoeg, startsPerMaand }: PilotSummary): string {
  if (clientenPerArm === null || maandenTotZekerheid === null) {
    return 'Het effect is zo klein dat het ook in deze doorrekeningen niet van nul te onderscheiden is, dus in een pilot zeker niet.';
  }
  const enough = langGenoeg
    ? 'De pilot loopt lang genoeg voor dat aantal.'
    : 'Zo veel deelnemers krijgt de pilot niet: de uitkomst zal van toeval niet te onderscheiden zijn.';
  return `Bij ${number(startsPerMaand, 1)} starts per maand zijn ${number(clientenPerArm)} deelnemers nodig, en evenveel vergelijkbare inwoners zonder de pilot: ${number(maandenTotZekerheid)} maanden vanaf het begin. ${enough}`;
}

function stop({ stopregel }: PilotSummary): string {
  if (stopregel === null) return 'Er is geen stopregel ingevuld.';
  const { gestopt, doorrekeningen, naMaanden, nettoOnder } = stopregel;
  return `Stoppen als het netto-effect na ${number(naMaanden)} maanden onder ${number(100 * nettoOnder, 1)} punten ligt: in ${number(gestopt)} van de ${number(doorrekeningen)} doorrekeningen zou dat zijn gebeurd.`;
}

function volume({ verliesPersonen, winstPersonen, saldoPersonen }: PilotSummary): string {
  const lost = `${signed(verliesPersonen.gemiddelde)} personen doordat de uren in het gewone werk ontbreken`;
  if (winstPersonen === null || saldoPersonen === null) {
    return `${lost}. Wat de pilot zelf aan volume brengt, is niet bekend: geen onderzoek zegt hoe groot het effect is.`;
  }
  const sum = `${persons(Math.abs(saldoPersonen.gemiddelde))} ${saldoPersonen.gemiddelde < 0 ? 'minder' : 'meer'}`;
  return `${signed(winstPersonen.gemiddelde)} door de pilot, ${lost}; samen ${sum} dan wanneer iedereen op zijn plek was gebleven.`;
}

function item(pilot: PilotSummary): Markup {
  const { naam, bruto, zonder, netto, naMaanden, vraag } = pilot;
  return markup`<li>
    <div>
      <p class="figure-number">${signed(100 * netto.gemiddelde, 1)}</p>
      <p class="figure-unit">punten netto na ${number(naMaanden)} maanden</p>
    </div>
    <div>
      <p class="name">${naam}</p>
      <p>${vraag}</p>
      <dl class="facts">
        <dt>Effect</dt>
        <dd>
          ${percent(bruto.gemiddelde, 0)} heeft dan geen uitkering; zonder de pilot ${percent(zonder.gemiddelde, 0)}.
        </dd>
        <dt>Te zien na</dt>
        <dd>${power(pilot)}</dd>
        <dt>Stopregel</dt>
        <dd>${stop(pilot)}</dd>
        <dt>Volume</dt>
        <dd>
          ${volume(pilot)}
        </dd>
      </dl>
    </div>
  </li> `;
}

/** Null when there are none. */
export function pilotList(pilots: readonly PilotSummary[]): Markup | null {
  if (pilots.length === 0) return null;
  return markup`<h3>Pilots</h3>
    <ul class="lines">
      ${pilots.map(item)}
    </ul>
    <p class="note">
      Het aantal deelnemers is berekend voor een tweezijdige toets op 5 procent met een onderscheidend vermogen van 80
      procent, bij het effect dat is aangenomen en voor twee even grote groepen (Fleiss, Levin en Paik 2003).
    </p>`;
}
