// Part of section 8: every number alone on laag and on hoog, from the table that doorstroom gevoeligheid made.
import type { SwingEnd, SwingRow } from '../../analysis/sensitivity.js';
import { ends, tornado as drawing } from '../charts/tornado.js';
import { figure } from '../figure.js';
import { markup, type Markup, trusted } from '../html.js';
import type { ReportInput } from '../input.js';
import { labelAndId, labelFor, rangeText } from '../parameters.js';
import { colour } from '../theme.js';
import { number, plural, signed, signedMargin } from '../words.js';

/** So many numbers in a picture; the table under it has all. */
const SHOWN = 8;

const size = ({ low, high }: SwingRow): number => Math.max(Math.abs(low.mean), Math.abs(high.mean));
const changeText = ({ mean, margin }: SwingEnd): string => signedMargin({ gemiddelde: mean, marge: margin });

/** Those that move the outcome by a person or more, the best known first, then the largest. */
function movers(swings: readonly SwingRow[], scenario: string): SwingRow[] {
  return swings
    .filter((swing) => swing.scenario === scenario && size(swing) >= 0.5)
    .sort((a, b) => b.draws - a.draws || size(b) - size(a));
}

function picture(
  rows: readonly SwingRow[],
  { name, index, most, base }: { name: string; index: number; most: number; base: boolean },
  { parameters }: ReportInput,
): Markup {
  const top = rows.slice(0, SHOWN);
  const bars = top.map(({ parameter, low, high }) => ({
    label: labelFor(parameter, parameters),
    low: low.mean,
    high: high.mean,
  }));
  const [first] = bars;
  const what = base ? 'van het volume' : 'van het verschil met ongewijzigd beleid';
  return figure(drawing(bars, most), {
    id: `gevoeligheid-${index + 1}`,
    title: name,
    description: `Verandering ${what}, in personen. Het meest doet ‘${first?.label ?? ''}’: ${signed(first?.low ?? 0)} op laag en ${signed(first?.high ?? 0)} op hoog.`,
    numbers: {
      caption: `Elk getal alleen op laag en op hoog: verandering ${what}, in personen`,
      columns: [
        { label: 'Getal', kind: 'text' },
        ...['Laag – hoog', 'Op laag', 'Op hoog', 'Doorrekeningen'].map((label) => ({ label, kind: 'num' as const })),
      ],
      rows: rows.map(({ parameter, low, high, draws }) => {
        const found = parameters.find((candidate) => candidate.name === parameter);
        return [
          labelAndId(parameter, parameters),
          found === undefined ? '–' : rangeText(found),
          changeText(low),
          changeText(high),
          number(draws),
        ];
      }),
    },
  });
}

const swatch = (role: 'low' | 'high'): Markup =>
  trusted(
    `<svg viewBox="0 0 28 12" aria-hidden="true"><rect width="28" height="10" y="1" fill="${colour(ends[role])}"/></svg>`,
  );

/** The command that makes the table, and the option that puts it here. */
export function howToMake({ organisation }: ReportInput): Markup {
  return markup`<code>doorstroom gevoeligheid ${organisation.id}</code> en daarna
    <code>--gevoeligheid reports/gevoeligheid-${organisation.id}.csv</code>`;
}

/** A table that does not fit is named and not shown; without one there is only how to make it. */
export function tornadoPart(input: ReportInput): Markup {
  const { tornado, summary } = input;
  const heading = markup`<h3>Wat doet elk getal alleen?</h3>`;
  if (tornado === undefined) {
    return markup`${heading}
      <p class="note">
        Elk getal één voor één op laag en op hoog, met de getallen die niets doen, staat hier na
        ${howToMake(input)}.
      </p>`;
  }
  if (tornado.state === 'other') {
    return markup`${heading}
      <p>
        <span class="missing">De tabel ${tornado.file} staat hier niet: ${tornado.reason}.</span> Maak haar opnieuw met
        ${howToMake(input)}.
      </p>`;
  }
  const { swings, dead, file } = tornado;
  const shown = summary.scenarios
    .map(({ id, naam, vergelijkingsbasis }) => ({ name: naam, base: vergelijkingsbasis, rows: movers(swings, id) }))
    .filter(({ rows }) => rows.length > 0);
  const most = Math.max(1, ...shown.flatMap(({ rows }) => rows.slice(0, SHOWN).map(size)));
  const looked = new Set(swings.map(({ parameter }) => parameter)).size + dead.length;
  return markup`${heading}
    <p>
      Van de ${plural(looked, 'onzeker getal dat is bekeken, doet', 'onzekere getallen die zijn bekeken, doen')} er
      ${number(dead.length)} niets: geen enkele reeks verandert tussen laag en hoog.
    </p>
    <ul class="legend">
      <li>${swatch('low')} op laag</li>
      <li>${swatch('high')} op hoog</li>
    </ul>
    <div class="multiples">
      ${shown.map(({ name, base, rows }, index) => picture(rows, { name, index, most, base }, input))}
    </div>
    <p class="note">
      Eén getal tegelijk, de andere op hun waarde, met dezelfde cliënten en hetzelfde geluk; uit ${file}. Wat getallen
      samen doen, staat hier niet.
    </p>`;
}
