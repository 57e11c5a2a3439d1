// Section 2, Bijstandsvolume: a fan per scenario against the ambition line, with the trend beside it; without an ambition against the trend.
import type { ScenarioSummary, Summary } from '../../analysis/summary.js';
import { trendSpec, volumeIndex } from '../charts/trend.js';
import { dashes, volumeDomain, volumeSpec } from '../charts/volume.js';
import { figure, type Table } from '../figure.js';
import { markup, type Markup, trusted } from '../html.js';
import type { Section } from '../section.js';
import { colour, type Role } from '../theme.js';
import { seriesAdvice, seriesSentence, trendWords } from '../trend-words.js';
import { drawChart } from '../vega-chart.js';
import { capital, longMonth, number, persons, shortMonth } from '../words.js';

/** Twice a year, so that a table fits on paper; all months are in samenvatting.csv. */
function halfYears({ maanden }: Summary): number[] {
  return maanden.flatMap((_, i) => (i % 6 === 0 || i === maanden.length - 1 ? [i] : []));
}

/** The lines that a fan is drawn against, the one that counts first. */
function linesOf(summary: Summary): { label: string; name: string; persons: readonly number[] }[] {
  const { trendlijnPersonen, ambitielijnPersonen, ambitie } = summary;
  const trend = { label: 'trend', name: trendWords(summary).name, persons: trendlijnPersonen };
  if (ambitie.personenMinder === null) return [trend];
  return [{ label: 'ambitie', name: 'de ambitielijn', persons: ambitielijnPersonen }, trend];
}

function volumeTable(summary: Summary, { naam, waaierPersonen }: ScenarioSummary): Table {
  const lines = linesOf(summary);
  const labels = ['10 %', '25 %', 'midden', '75 %', '90 %', ...lines.map(({ label }) => label)];
  return {
    caption: `${naam}: personen in de bijstand per halfjaar`,
    columns: [{ label: 'Maand', kind: 'text' }, ...labels.map((label) => ({ label, kind: 'num' as const }))],
    rows: halfYears(summary).map((i) => {
      const { p10, p25, p50, p75, p90 } = waaierPersonen[i]!;
      const levels = [p10, p25, p50, p75, p90, ...lines.map((line) => line.persons[i]!)];
      return [shortMonth(summary.maanden[i]!), ...levels.map((level) => number(level))];
    }),
  };
}

async function volumeFigure(summary: Summary, scenario: ScenarioSummary, index: number): Promise<Markup> {
  const last = scenario.waaierPersonen.at(-1);
  const line = linesOf(summary)[0];
  const goal = line?.persons.at(-1) ?? NaN;
  const end = last?.p50 ?? NaN;
  const gap = `${persons(Math.abs(end - goal))} ${end > goal ? 'boven' : 'onder'} ${line?.name ?? ''}`;
  return figure(await drawChart(volumeSpec(summary, scenario, volumeDomain(summary))), {
    id: `volume-${index + 1}`,
    title: scenario.naam,
    description: `Midden ${number(end)} personen in ${longMonth(summary.ambitie.eind)}, ${gap}.`,
    numbers: volumeTable(summary, scenario),
  });
}

async function trendFigure(summary: Summary, base: ScenarioSummary, trendLabel: string): Promise<Markup> {
  const { short, column, subject } = trendWords(summary);
  const own = volumeIndex(base);
  const national = (i: number): string => number(100 * (summary.trendindex[i] ?? NaN), 1);
  const last = summary.maanden.length - 1;
  return figure(await drawChart(trendSpec(summary, base)), {
    id: 'landelijke-trend',
    title: summary.vlakkeTrend?.deel === 'geheel' ? capital(short) : `${capital(short)}: ${trendLabel}`,
    description: `Met ${longMonth(summary.ambitie.begin)} op 100 staat ${subject} in ${longMonth(summary.ambitie.eind)} op ${national(last)} en ${base.naam} op ${number(own[last] ?? NaN, 1)}.`,
    numbers: {
      caption: 'Volume per halfjaar, begin = 100',
      columns: [
        { label: 'Maand', kind: 'text' },
        { label: column, kind: 'num' },
        { label: base.naam, kind: 'num' },
      ],
      rows: halfYears(summary).map((i) => [shortMonth(summary.maanden[i]!), national(i), number(own[i] ?? NaN, 1)]),
    },
  });
}

function legend(summary: Summary): Markup {
  const stroke = (role: Role, dash: readonly number[]): string =>
    `<path d="M0 6H28" stroke="${colour(role)}" stroke-width="2.2" stroke-dasharray="${dash.join(' ')}"/>`;
  const block = (role: Role): string => `<rect width="28" height="12" fill="${colour(role)}"/>`;
  const items: readonly (readonly [string, string])[] = [
    [stroke('median', dashes.median), 'midden van de doorrekeningen'],
    [block('fanInner'), 'helft van de doorrekeningen'],
    [block('fanOuter'), 'acht van de tien'],
    ...(summary.ambitie.personenMinder === null ? [] : [[stroke('ambition', dashes.ambition), 'ambitielijn'] as const]),
    [stroke('trend', dashes.trend), trendWords(summary).short],
  ];
  return markup`<ul class="legend" aria-label="Legenda">
    ${items.map(
      ([drawing, label]) =>
        markup`<li><svg viewBox="0 0 28 12" aria-hidden="true" focusable="false">${trusted(drawing)}</svg>${label}</li>`,
    )}
  </ul>`;
}

export const volume: Section = {
  place: 2,
  id: 'bijstandsvolume',
  title: 'Bijstandsvolume en ambitielijn',
  async write({ summary, trendLabel }) {
    const base = summary.scenarios.find(({ vergelijkingsbasis }) => vergelijkingsbasis);
    if (base === undefined) return null;
    const { begin, eind, personenMinder } = summary.ambitie;
    const [start, end] = [summary.beginPersonen, base.volumeEindPersonen];
    const { name } = trendWords(summary);
    const [line] = linesOf(summary);
    const uncovered = seriesSentence(summary);
    const figures: Markup[] = [];
    for (const [i, scenario] of summary.scenarios.entries()) figures.push(await volumeFigure(summary, scenario, i));
    figures.push(await trendFigure(summary, base, trendLabel));
    const direction = end.gemiddelde < start.gemiddelde ? 'daalt' : 'stijgt';
    // A flat line ends where it began, which is said already.
    const isSaid = personenMinder === null && summary.vlakkeTrend?.deel === 'geheel';
    const tail = isSaid ? '' : `, terwijl ${line?.name ?? ''} dan op ${number(line?.persons.at(-1) ?? NaN)} ligt`;
    const beside =
      personenMinder === null
        ? markup`Er is geen ambitie opgegeven: elk scenario ligt naast ${name}.`
        : markup`De ambitielijn volgt ${name} en komt daar in de loop van de tijd ${number(personenMinder)}
          personen onder.`;
    return {
      ...(personenMinder === null ? { title: 'Bijstandsvolume' } : {}),
      lead: `Bij ongewijzigd beleid ${direction} het aantal personen in de bijstand van ${number(start.gemiddelde)} in ${longMonth(begin)} naar ${number(end.gemiddelde)} in ${longMonth(eind)}${tail}.`,
      body: markup`<p>
          ${beside} ${capital(persons(start.gemiddelde))} waren aan het begin
          ${number(summary.beginUitkeringen.gemiddelde)} uitkeringen. De schaal is in alle figuren gelijk en begint niet
          bij nul.
        </p>
        ${uncovered === null ? null : markup`<p class="note">${uncovered} ${capital(seriesAdvice)}.</p>`}${legend(summary)}
        <div class="multiples">${figures}</div>`,
    };
  },
};
