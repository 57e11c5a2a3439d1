// The first section: what a client and a manager notice of each way of working, beside each other in the order asked for.
import type { Estimate } from '../../analysis/estimate.js';
import type { Days } from '../../analysis/ways.js';
import type { WaySummary } from '../../analysis/ways-summary.js';
import { table } from '../figure.js';
import { type Content, markup } from '../html.js';
import type { SectionContent } from '../section.js';
import { countWord, longMonth, number, percent, period } from '../words.js';
import type { WaysInput } from './input.js';
import { keptShare } from './kept.js';
import { notSaid } from './words.js';

export const missing = markup`<span class="note">${notSaid}</span>`;

export function dayText(days: number): string {
  const digits = days < 10 ? 1 : 0;
  return `${number(days, digits)}\u00a0${number(days, digits) === '1' ? 'dag' : 'dagen'}`;
}

/** The median, and what nine of ten do not exceed. */
function daysCell(days: Days | null): Content {
  if (days === null) return missing;
  return markup`${dayText(days.mediaan.gemiddelde)}<span class="by">negen van de tien: ${dayText(days.p90.gemiddelde)}</span>`;
}

function countCell(value: Estimate | null): Content {
  return value === null ? missing : number(value.gemiddelde, 1);
}

function reachCell({ bereik }: WaySummary, kind: string): Content {
  const found = bereik.find(({ soort, groep }) => soort === kind && groep === null);
  return found === undefined ? missing : percent(found.aandeel.gemiddelde, 0);
}

function keptCell(way: WaySummary): Content {
  const share = keptShare(way);
  if (share === null) return missing;
  const terms = way.termijnen.length;
  return markup`${percent(share, 0)}<span class="by">${countWord(terms)} ${terms === 1 ? 'termijn' : 'termijnen'}</span>`;
}

function longestWait({ wachttijden }: WaySummary): Content {
  const [longest] = [...wachttijden]
    .filter(({ bezoeken }) => bezoeken.gemiddelde >= 1)
    .sort((a, b) => b.gemiddelde.gemiddelde - a.gemiddelde.gemiddelde);
  if (longest === undefined) return missing;
  return markup`${dayText(longest.gemiddelde.gemiddelde)}<span class="by">${longest.naam}</span>`;
}

function volumeCell({ volumeUitkeringen }: WaySummary): Content {
  if (volumeUitkeringen === null) return markup`<span class="note">niet gegeven</span>`;
  const { p10, p90, gemiddelde } = volumeUitkeringen;
  const range = `${number(p10)} tot ${number(p90)}`;
  return gemiddelde === undefined
    ? range
    : markup`${range}<span class="by">gemiddeld ${number(gemiddelde.gemiddelde)}</span>`;
}

/** `Alle werkwijzen noemen …` would rank; this only says between what the answers lie. */
function lead({ summary }: WaysInput): string {
  const { werkwijzen, bevolking } = summary;
  const contacts = werkwijzen.flatMap(({ eersteContact }) => eersteContact?.mediaan.gemiddelde ?? []);
  const same = `${countWord(werkwijzen.length)} ${werkwijzen.length === 1 ? 'werkwijze' : 'werkwijzen'} met dezelfde cliënten van ${bevolking.naam} en hetzelfde toeval`;
  const start = same.charAt(0).toUpperCase() + same.slice(1);
  if (contacts.length < 2) return `${start}.`;
  return `${start}: de helft spreekt voor het eerst iemand binnen ${number(Math.min(...contacts), 1)} tot ${dayText(Math.max(...contacts))}, afhankelijk van de werkwijze.`;
}

export function overview(input: WaysInput): SectionContent {
  const { summary } = input;
  const { werkwijzen } = summary;
  const row = (name: Content, cell: (way: WaySummary) => Content): Content[] => [name, ...werkwijzen.map(cell)];
  return {
    lead: lead(input),
    body: markup`${table({
      caption: `In de volgorde waarin zij zijn gevraagd; ${period(summary.stroomvenster)}`,
      className: 'ways',
      columns: [
        { label: 'Wat een cliënt merkt', kind: 'text' },
        ...werkwijzen.map(({ naam }) => ({ label: naam, kind: 'text' as const })),
      ],
      rows: [
        row('Eerste gesprek of bijeenkomst na', ({ eersteContact }) => daysCell(eersteContact)),
        row('Eerste persoonlijke gesprek na', ({ eersteGesprek }) => daysCell(eersteGesprek)),
        row('Begin van iets gericht op werk na', ({ eersteActiviteit }) => daysCell(eersteActiviteit)),
        row('Langste wachttijd, gemiddeld', longestWait),
        row('Gezichten, ten minste', ({ gezichten }) => countCell(gezichten)),
        row('Overdrachten', ({ overdrachten }) => countCell(overdrachten)),
        row('Spreekt iemand binnen een jaar', (way) => reachCell(way, 'contact')),
        row('Begint binnen een jaar iets gericht op werk', (way) => reachCell(way, 'werk')),
        row('Begint binnen een jaar iets gericht op meedoen', (way) => reachCell(way, 'participatie')),
        row('Toegezegde termijnen gehaald', keptCell),
        row(`Uitkeringen in ${longMonth(summary.eind)}`, volumeCell),
      ],
    })}
      <p class="note">
        Dagen zijn medianen over wie zover kwam. Gezichten, overdrachten en bereik gaan over de twaalf maanden na een
        aanvraag, en over alle aanvragen: ook wie wordt afgewezen telt mee. ‘${notSaid}’ is geen nul: die werkwijze beschrijft
        het niet.
      </p>`,
  };
}
