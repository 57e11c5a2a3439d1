// Section 2, Bijstandsvolume: a fan per scenario against the ambition line, with the national trend beside it.
import type { ScenarioSummary, Summary } from '../../analysis/summary.js';
import { trendSpec, volumeIndex } from '../charts/trend.js';
import { dashes, volumeDomain, volumeSpec } from '../charts/volume.js';
import { figure, type Table } from '../figure.js';
import { markup, type Markup, trusted } from '../html.js';
import type { Section } from '../section.js';
import { colour, type Role } from '../theme.js';
import { drawChart } from '../vega-chart.js';
import { capital, longMonth, number, persons, shortMonth } from '../words.js';

/** Twice a year, so that a table fits on paper; all months are in samenvatting.csv. */
function halfYears({ maanden }: Summary): number[] {
  return maanden.flatMap((_, i) => (i % 6 === 0 || i === maanden.length - 1 ? [i] : []));
}

function volumeTable(summary: Summary, { naam, waaierPersonen }: ScenarioSummary): Table {
  const labels = ['10 %', '25 %', 'midden', '75 %', '90 %', 'ambitie', 'trend'];
  return {
    caption: `${naam}: personen in de bijstand per halfjaar`,
    columns: [{ label: 'Maand', kind: 'text' }, ...labels.map((label) => ({ label, kind: 'num' as const }))],
    rows: halfYears(summary).map((i) => {
      const { p10, p25, p50, p75, p90 } = waaierPersonen[i]!;
      const levels = [p10, p25, p50, p75, p90, summary.ambitielijnPersonen[i]!, summary.trendlijnPersonen[i]!];
      return [shortMonth(summary.maanden[i]!), ...levels.map((level) => number(level))];
    }),
  };
}

async function volumeFigure(summary: Summary, scenario: ScenarioSummary, index: number): Promise<Markup> {
  const last = scenario.waaierPersonen.at(-1);
  const goal = summary.ambitielijnPersonen.at(-1) ?? NaN;
  const end = last?.p50 ?? NaN;
  const gap = `${persons(Math.abs(end - goal))} ${end > goal ? 'boven' : 'onder'} de ambitielijn`;
  return figure(await drawChart(volumeSpec(summary, scenario, volumeDomain(summary))), {
    id: `volume-${index + 1}`,
    title: scenario.naam,
    description: `Midden ${number(end)} personen in ${longMonth(summary.ambitie.eind)}, ${gap}.`,
    numbers: volumeTable(summary, scenario),
  });
}

async function trendFigure(summary: Summary, base: ScenarioSummary, trendLabel: string): Promise<Markup> {
  const own = volumeIndex(base);
  const national = (i: number): string => number(100 * (summary.trendindex[i] ?? NaN), 1);
  const last = summary.maanden.length - 1;
  return figure(await drawChart(trendSpec(summary, base)), {
    id: 'landelijke-trend',
    title: `Landelijke trend: ${trendLabel}`,
    description: `Met ${longMonth(summary.ambitie.begin)} op 100 staat Nederland in ${longMonth(summary.ambitie.eind)} op ${national(last)} en ${base.naam} op ${number(own[last] ?? NaN, 1)}.`,
    numbers: {
      caption: 'Volume per halfjaar, begin = 100',
      columns: [
        { label: 'Maand', kind: 'text' },
        { label: 'Nederland', kind: 'num' },
        { label: base.naam, kind: 'num' },
      ],
      rows: halfYears(summary).map((i) => [shortMonth(summary.maanden[i]!), national(i), number(own[i] ?? NaN, 1)]),
    },
  });
}

function legend(): Markup {
  const stroke = (role: Role, dash: readonly number[]): string =>
    `<path d="M0 6H28" stroke="${colour(role)}" stroke-width="2.2" stroke-dasharray="${dash.join(' ')}"/>`;
  const block = (role: Role): string => `<rect width="28" height="12" fill="${colour(role)}"/>`;
  const items: readonly (readonly [string, string])[] = [
    [stroke('median', dashes.median), 'midden van de doorrekeningen'],
    [block('fanInner'), 'helft van de doorrekeningen'],
    [block('fanOuter'), 'acht van de tien'],
    [stroke('ambition', dashes.ambition), 'ambitielijn'],
    [stroke('trend', dashes.trend), 'landelijke trend'],
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
    const [start, end, goal] = [
      summary.beginPersonen,
      base.volumeEindPersonen,
      summary.ambitielijnPersonen.at(-1) ?? NaN,
    ];
    const figures: Markup[] = [];
    for (const [i, scenario] of summary.scenarios.entries()) figures.push(await volumeFigure(summary, scenario, i));
    figures.push(await trendFigure(summary, base, trendLabel));
    const direction = end.gemiddelde < start.gemiddelde ? 'daalt' : 'stijgt';
    return {
      lead: `Bij ongewijzigd beleid ${direction} het aantal personen in de bijstand van ${number(start.gemiddelde)} in ${longMonth(begin)} naar ${number(end.gemiddelde)} in ${longMonth(eind)}, terwijl de ambitielijn dan op ${number(goal)} ligt.`,
      body: markup`<p>
          De ambitielijn volgt de landelijke trend en komt daar in de loop van de tijd ${number(personenMinder)}
          personen onder. ${capital(persons(start.gemiddelde))} waren aan het begin
          ${number(summary.beginUitkeringen.gemiddelde)} uitkeringen. De schaal is in alle figuren gelijk en begint niet
          bij nul.
        </p>
        ${legend()}
        <div class="multiples">${figures}</div>`,
    };
  },
};
