// The report on ways of working: sections in, one HTML string out. No script, no request, the same bytes for the same input.
import { markup, type Markup } from '../html.js';
import { renderPage } from '../page.js';
import type { SectionContent } from '../section.js';
import { styleWith } from '../style.js';
import { colour } from '../theme.js';
import { number } from '../words.js';
import { account } from './account.js';
import type { WaysInput } from './input.js';
import { organisationSection } from './organisation.js';
import { overview } from './overview.js';
import { reachSection } from './reach.js';
import { stepsSection } from './steps.js';
import { transplantWords, volumeWords, waysFooter } from './words.js';

const own = `
.notice{margin:1.6rem 0 0;padding:.9rem 1.1rem;border-left:4px solid ${colour('warn')};background:${colour('wash')};max-width:48rem}
.notice p{margin:0 0 .5rem}
.notice p:last-child{margin:0}
table.ways{width:auto;min-width:100%}
table.ways th,table.ways td{min-width:8.5rem}
table.ways tbody th,table.ways thead th:first-child{min-width:12rem}
@media print{
.notice{break-inside:avoid;margin-top:4mm}
table.ways{width:100%;min-width:0}
table.ways th,table.ways td,table.ways tbody th,table.ways thead th:first-child{min-width:0}
.way{break-before:page}
.flow svg{max-height:150mm}
}`;

const style = styleWith(waysFooter, own);

interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly content: SectionContent;
  /** One of the ways of working, which begins a page of its own. */
  readonly isWay: boolean;
}

/** Organisations stand in the order in which they were asked for, here and in every table. */
function chaptersOf(input: WaysInput): Chapter[] {
  const common = (id: string, title: string, content: SectionContent | null): Chapter[] =>
    content === null ? [] : [{ id, title, content, isWay: false }];
  return [
    ...common('overzicht', 'Naast elkaar', overview(input)),
    ...common('stappen', 'Hoe lang tot de eerste stappen', stepsSection(input)),
    ...common('bereik', 'Wie wordt bereikt', reachSection(input)),
    ...input.summary.werkwijzen.flatMap((way, index): Chapter[] => {
      const details = input.details[index];
      if (details === undefined) return [];
      const place = index + 1;
      const content = organisationSection(way, details, input, place);
      return [{ id: `werkwijze-${place}`, title: way.naam, content, isWay: true }];
    }),
    ...common('verantwoording', 'Verantwoording', account(input)),
  ];
}

/** On every part of the page that a reader may land on, and in the foot of every printed one. */
function notice({ summary }: WaysInput): Markup {
  const volume = volumeWords(summary);
  return markup`<div class="notice" role="note">
    <p>${transplantWords(summary)}</p>
    ${volume === '' ? null : markup`<p>${volume}</p>`}
    <p>Niets is gerangschikt: de volgorde is die van de vraag.</p>
  </div>`;
}

function chapterMarkup({ id, title, content: { lead, body }, isWay }: Chapter, index: number): Markup {
  return markup`<section id="${id}" class="${isWay ? 'way' : 'common'}" aria-labelledby="${id}-kop">
    <h2 id="${id}-kop"><span class="nr">${index + 1}</span>${title}</h2>
    <p class="lead">${lead}</p>
    ${isWay ? markup`<p class="note">${waysFooter}</p>` : null}
    ${body}
  </section>
`;
}

function header(input: WaysInput, chapters: readonly Chapter[], title: string): Markup {
  const { summary } = input;
  return markup`<header>
    <p class="product"><strong>doorstroom</strong> · instroom, doorstroom en uitstroom doorgerekend</p>
    <h1>${title}</h1>
    <p class="meta">
      ${summary.werkwijzen.map(({ naam }) => naam).join(', ')}. ${number(summary.doorrekeningen)} keer doorgerekend per werkwijze,
      startgetal ${summary.startgetal}.
    </p>
    ${summary.onzekerheidMeegerekend ? null : markup`<p><span class="badge">alleen toeval meegerekend</span></p>`}
    ${notice(input)}
    <nav aria-label="Inhoud">
      <ol>
        ${chapters.map((chapter) => markup`<li><a href="#${chapter.id}">${chapter.title}</a></li>`)}
      </ol>
    </nav>
  </header>`;
}

/** Writes the whole page. */
export function renderWays(input: WaysInput): string {
  const chapters = chaptersOf(input);
  const title = `Werkwijzen met de cliënten van ${input.summary.bevolking.naam}`;
  return renderPage({
    title,
    style,
    header: header(input, chapters, title),
    main: chapters.map(chapterMarkup),
    footer: waysFooter,
  });
}
