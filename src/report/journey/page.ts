// The page of one client: timelines under each other, the story of each, and its days in a table. One file, no script, nothing from elsewhere.
import type { CourseStep } from '../../analysis/course.js';
import { picture, table, type Table } from '../figure.js';
import { markup, type Markup } from '../html.js';
import { renderPage } from '../page.js';
import { style } from '../style.js';
import { timelineDrawing } from './drawing.js';
import { normText, whoText } from './sentences.js';
import { dayText, spanText } from './spans.js';
import { storyOf } from './story.js';
import { stationLabel, type JourneyPage, type Timeline } from './timeline.js';

function rowOf({ spec, prescribed }: Timeline, step: CourseStep): string[] {
  const { start, end, waited, term } = step;
  return [
    stationLabel(spec, step.station),
    whoText(spec, step.station),
    dayText(step.arrival),
    start === null ? '–' : dayText(start),
    end === null ? 'loopt door' : dayText(end),
    waited === null ? '–' : spanText(waited),
    term === null ? '' : `${normText(spec, term)}: dag ${String(term.lastDay)}`,
    prescribed.some(({ station }) => station === step.station) ? 'voorgeschreven' : '',
  ];
}

function days(timeline: Timeline): Table {
  return {
    caption: `${timeline.title}: dag van aankomst, begin en einde, met tussen haakjes 10 en 90 % van de doorrekeningen`,
    columns: [
      { label: 'stap', kind: 'text' },
      { label: 'ontmoet', kind: 'text' },
      { label: 'aankomst', kind: 'num' },
      { label: 'begin', kind: 'num' },
      { label: 'einde', kind: 'num' },
      { label: 'wachttijd', kind: 'text' },
      { label: 'gestelde termijn', kind: 'text' },
      { label: 'bron', kind: 'text' },
    ],
    rows: timeline.course.steps.map((step) => rowOf(timeline, step)),
  };
}

function told(timeline: Timeline): Markup {
  const { id, title, remarks } = timeline;
  return markup`<section id="${id}" aria-labelledby="${id}-kop">
    <h2 id="${id}-kop">${title}</h2>
    ${remarks.map((remark) => markup`<p class="note">${remark}</p>`)}
    <ol class="lines">
      ${storyOf(timeline).map(
        ({ day, title: step, sentences }) =>
          markup`<li>
            <p class="figure-unit">${day}</p>
            <div><p class="name">${step}</p>${sentences.map((sentence) => markup`<p>${sentence}</p>`)}</div>
          </li>
`,
      )}
    </ol>
    ${table(days(timeline))}
  </section>
`;
}

const legend =
  'Dun is wachten, dik is wat duurt, een pijl is een open einde. De streep door het begin loopt van 10 tot 90 % van de doorrekeningen. Een ruit is de laatste dag van een gestelde termijn. Een * is een stap die de bron voorschrijft, een + loopt ernaast. Vroege dagen zijn breder getekend dan late.';

export function renderJourney({ title, lead, timelines, remarks }: JourneyPage): string {
  const names = timelines.map((timeline) => timeline.title).join(', ');
  const description = `Per stap een balk vanaf de dag van de aanvraag, voor ${names}. De dagen staan in de tabellen eronder. ${legend}`;
  const header = markup`<header>
    <p class="product"><strong>doorstroom</strong> · de weg van een fictieve cliënt</p>
    <h1>${title}</h1>
    ${lead.map((sentence) => markup`<p class="meta">${sentence}</p>`)}
  </header>`;
  const main = markup`<section id="tijdlijnen" aria-labelledby="tijdlijnen-kop">
      <h2 id="tijdlijnen-kop">De tijdlijnen onder elkaar</h2>
      <p class="note">${legend}</p>
      <figure class="flow">
        <div class="scroll" role="region" aria-label="Tijdlijnen, schuift opzij" tabindex="0">
          ${picture(timelineDrawing(timelines), { id: 'tijdlijn', title, description })}
        </div>
      </figure>
    </section>
    ${timelines.map(told)}
    <section id="grenzen" aria-labelledby="grenzen-kop">
      <h2 id="grenzen-kop">Wat dit niet zegt</h2>
      <ul class="plain">${remarks.map((remark) => markup`<li>${remark}</li>`)}</ul>
    </section>`;
  return renderPage({ title, style, header, main });
}
