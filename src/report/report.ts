// The report: sections in, one HTML string out. No script, no request, the same bytes for the same input.
import { markup, type Markup } from './html.js';
import type { Summary } from '../analysis/summary.js';
import type { ReportInput } from './input.js';
import { renderPage } from './page.js';
import type { Section, SectionContent } from './section.js';
import { accountability } from './sections/accountability.js';
import { assumptions } from './sections/assumptions.js';
import { bottleneckSection } from './sections/bottlenecks.js';
import { certainty } from './sections/certainty.js';
import { conclusion } from './sections/conclusion.js';
import { cover } from './sections/cover.js';
import { effect } from './sections/effect.js';
import { flow } from './sections/flow.js';
import { groupSection } from './sections/groups.js';
import { money } from './sections/money.js';
import { origin } from './sections/origin.js';
import { monitoring } from './sections/monitoring.js';
import { volume } from './sections/volume.js';
import { style } from './style.js';
import { trendWords } from './trend-words.js';
import { longMonth, number } from './words.js';
import { extraOf } from './yield-words.js';

/** In the order of the page. A new section is one file in sections/ and one line here. */
const sections: readonly Section[] = [
  // One line each, so that two may be added at a time.
  cover,
  conclusion,
  volume,
  origin,
  flow,
  bottleneckSection,
  groupSection,
  effect,
  money,
  certainty,
  monitoring,
  assumptions,
  accountability,
];

function sectionMarkup({ id, title, place }: Section, { lead, body }: SectionContent): Markup {
  return markup`<section id="${id}" aria-labelledby="${id}-kop">
    <h2 id="${id}-kop">${Number.isInteger(place) ? markup`<span class="nr">${place}</span>` : null}${title}</h2>
    <p class="lead">${lead}</p>
    ${body}
  </section>
`;
}

/** What the scenarios are laid beside, and the sentence under it. */
function yardstick(summary: Summary): { readonly title: string; readonly sentence: Markup } {
  const { begin, eind, personenMinder } = summary.ambitie;
  const { name } = trendWords(summary);
  if (personenMinder === null) {
    return {
      title: 'scenario’s naast ongewijzigd beleid',
      sentence: markup`Er is geen ambitie opgegeven: de scenario’s liggen naast ongewijzigd beleid en ${name}, van
      ${longMonth(begin)} tot ${longMonth(eind)}.`,
    };
  }
  const extra = extraOf(summary);
  const below = extra === null ? ' volgen' : ` en ${number(extra)} personen daaronder`;
  return {
    title: 'scenario’s naast de ambitie',
    sentence: markup`Ambitie: ${name}${below}, van ${longMonth(begin)} tot
      ${longMonth(eind)}.`,
  };
}

function header({ summary, organisation }: ReportInput, written: readonly Section[]): Markup {
  const { title, sentence } = yardstick(summary);
  const draws = `${number(summary.doorrekeningen)} keer doorgerekend per scenario, startgetal ${summary.startgetal}`;
  return markup`<header>
    <p class="product"><strong>doorstroom</strong> · instroom, doorstroom en uitstroom doorgerekend</p>
    <h1>Bijstand in ${organisation.name}: ${title}</h1>
    <p class="meta">
      ${sentence} ${draws}.
    </p>
    ${summary.onzekerheidMeegerekend ? null : markup`<p><span class="badge">alleen toeval meegerekend</span></p>`}
    <nav aria-label="Inhoud">
      <ol>
        ${written.map((section) => markup`<li><a href="#${section.id}">${section.title}</a></li>`)}
      </ol>
    </nav>
  </header>`;
}

/** Writes the whole page: every section that has something to say, in the order of its place. */
export async function renderReport(input: ReportInput): Promise<string> {
  const written: Section[] = [];
  const contents: SectionContent[] = [];
  for (const section of [...sections].sort((a, b) => a.place - b.place)) {
    const content = await section.write(input);
    if (content === null) continue;
    written.push({ ...section, title: content.title ?? section.title });
    contents.push(content);
  }
  return renderPage({
    title: `Bijstand in ${input.organisation.name}`,
    style,
    header: header(input, written),
    main: written.map((section, i) => sectionMarkup(section, contents[i]!)),
  });
}
