// The last section: what was brought together and how, what was left out, and how to make the file again.
import { table } from '../figure.js';
import { type Content, markup } from '../html.js';
import type { SectionContent } from '../section.js';
import { number, period } from '../words.js';
import type { WaysInput } from './input.js';

export function account({ summary, run, trendLabel }: WaysInput): SectionContent {
  const { bevolking, werkwijzen, doorrekeningen, startgetal } = summary;
  return {
    lead: `Van elke werkwijze komen de stappen, teams en regels; van ${bevolking.naam} komen de mensen, hun kansen en de jaren.`,
    body: markup`<h3>Wat van wie komt</h3>
      <ul class="plain">
        <li>
          Van de werkwijze: stations, teams, werkkalender, wie waar binnenkomt, en wat een gesprek van iemand ziet (treden en
          bevindingen).
        </li>
        <li>
          Van ${bevolking.naam}: wie zich meldt en wanneer, kenmerken en hun samenhang, hoe een uitkering eindigt, wie terugkomt, de
          voorraad bij de start en de jaren ${run.startDate.slice(0, 4)} tot en met ${run.endDate.slice(0, 4)}, met de trend ${trendLabel}.
        </li>
        <li>
          Hetzelfde toeval: cliënt 17 van een bron is in elke werkwijze dezelfde persoon op dezelfde dag, met hetzelfde geluk. Stappen
          met dezelfde naam delen ook het toeval van die stap.
        </li>
        <li>Geld telt niet mee: prijzen horen bij één gemeente.</li>
        <li>
          Wat een gemeente in haar eigen jaren bereikte, staat hier niet. De kansen op werk zijn die van ${bevolking.naam}; een effect
          van een stap werkt daar bovenop.
        </li>
      </ul>
      ${table({
        caption:
          'Schaal: fte, plaatsen en vaste oproepen van een werkwijze, maal het aantal aanvragen hier gedeeld door dat thuis',
        columns: [
          { label: 'Werkwijze', kind: 'text' },
          { label: 'Aanvragen per jaar thuis', kind: 'num' },
          { label: `Aanvragen per jaar in ${bevolking.naam}`, kind: 'num' },
          { label: 'Schaal', kind: 'num' },
        ],
        rows: werkwijzen.map(({ naam, aanvragenThuis, aanvragenHier, schaal }): Content[] => [
          naam,
          number(aanvragenThuis),
          number(aanvragenHier),
          number(schaal, 3),
        ]),
      })}
      <p class="note">
        Zonder herinstroom, in het eerste gemeten jaar, bij de waarden uit de tabellen. Groepsgrootte, duur, termijnen en de lengte van
        een rij schalen niet mee; op een vast moment beginnen zo veel groepen als er vol komen. Een groter team heeft bij dezelfde drukte
        kortere rijen dan een klein team, dus een schaal ver van 1 vertekent het wachten.
      </p>
      <h3>Maak dit bestand opnieuw</h3>
      <pre><code>${run.command}</code></pre>
      <p class="meta">
        ${number(doorrekeningen)} keer doorgerekend per werkwijze, startgetal ${startgetal}; metingen over ${period(summary.stroomvenster)};
        doorstroom ${run.version}.
      </p>
      ${table({
        caption: 'Gelezen bestanden',
        columns: [
          { label: 'Bestand', kind: 'text' },
          { label: 'SHA-256', kind: 'text' },
        ],
        rows: run.inputs.map(({ path, sha256 }): Content[] => [path, markup`<code>${sha256.slice(0, 16)}</code>`]),
      })}`,
  };
}
