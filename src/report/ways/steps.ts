// The second section: how long until the first meeting, the first talk and the first activity, drawn on one scale.
import type { Days } from '../../analysis/ways.js';
import type { WaySummary } from '../../analysis/ways-summary.js';
import { dotRows, type DotRow } from '../charts/dot-rows.js';
import { figure } from '../figure.js';
import { markup } from '../html.js';
import type { SectionContent } from '../section.js';
import { number } from '../words.js';
import type { WaysInput } from './input.js';
import { dayText } from './overview.js';
import { notSaid } from './words.js';

const steps = [
  { label: 'gesprek of bijeenkomst', days: (way: WaySummary) => way.eersteContact },
  { label: 'persoonlijk gesprek', days: (way: WaySummary) => way.eersteGesprek },
  { label: 'iets gericht op werk', days: (way: WaySummary) => way.eersteActiviteit },
] as const;

/** The end of a scale that reads well, also at its half. */
export function roundedUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return ([1, 2, 3, 4, 6, 8, 10].find((factor) => factor * power >= value) ?? 10) * power;
}

function dotRow(label: string, days: Days | null): DotRow {
  if (days === null) return { label, marks: [], text: notSaid };
  const { mediaan, p90 } = days;
  return {
    label,
    marks: [{ at: mediaan.gemiddelde, shape: 'disc' }],
    to: p90.gemiddelde,
    text: dayText(mediaan.gemiddelde),
  };
}

export function stepsSection({ summary: { werkwijzen } }: WaysInput): SectionContent | null {
  const all = werkwijzen.flatMap((way) => steps.flatMap(({ days }) => days(way)?.p90.gemiddelde ?? []));
  if (all.length === 0) return null;
  const end = roundedUp(Math.max(...all));
  return {
    lead: 'De stip is de helft van de mensen, de streep loopt tot negen van de tien; elke figuur heeft dezelfde schaal in dagen na de aanvraag.',
    body: markup`<div class="multiples wide">
      ${werkwijzen.map((way, index) => {
        return figure(
          dotRows(
            steps.map(({ label, days }) => dotRow(label, days(way))),
            end,
            (value) => number(value),
          ),
          {
            id: `stappen-${index + 1}`,
            title: way.naam,
            description: 'Dagen na de aanvraag tot het eerste',
            numbers: {
              caption: `Dagen na de aanvraag, ${way.naam}`,
              columns: [
                { label: 'Eerste', kind: 'text' },
                { label: 'Gemiddeld', kind: 'num' },
                { label: 'Mediaan', kind: 'num' },
                { label: 'Negen van de tien', kind: 'num' },
              ],
              rows: steps.map(({ label, days }) => {
                const found = days(way);
                return found === null
                  ? [label, notSaid, '', '']
                  : [
                      label,
                      ...[found.gemiddelde, found.mediaan, found.p90].map((value) => number(value.gemiddelde, 1)),
                    ];
              }),
            },
          },
        );
      })}
    </div>`,
  };
}
