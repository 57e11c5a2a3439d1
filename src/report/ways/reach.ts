// The third section: who begins something within a year, by age, distance to work and number of problems.
import type { WaySummary } from '../../analysis/ways-summary.js';
import { dotRows, mark, type DotRow } from '../charts/dot-rows.js';
import { figure } from '../figure.js';
import { markup, trusted } from '../html.js';
import type { SectionContent } from '../section.js';
import { percent } from '../words.js';
import type { WaysInput } from './input.js';
import { notSaid } from './words.js';

const groupLabels: Readonly<Record<string, string>> = {
  'leeftijd:<27': 'jonger dan 27',
  'leeftijd:27-45': '27 tot 45 jaar',
  'leeftijd:45+': '45 jaar en ouder',
  'afstand:klein': 'dicht bij werk',
  'afstand:midden': 'daartussen',
  'afstand:groot': 'ver van werk',
  'meervoudig:ja': 'meer problemen tegelijk',
  'meervoudig:nee': 'niet meer problemen',
};

/** From near to far; what a population does not declare is left out. */
const order = Object.keys(groupLabels);

function shareOf({ bereik }: WaySummary, kind: string, group: string | null): number | null {
  return bereik.find(({ soort, groep }) => soort === kind && groep === group)?.aandeel.gemiddelde ?? null;
}

const shown = (share: number | null): string => (share === null ? '–' : percent(share, 0));

function rowsOf(way: WaySummary): { group: string | null; label: string; work: number | null; part: number | null }[] {
  const groups = order.filter((group) => way.bereik.some(({ groep }) => groep === group));
  return [null, ...groups].map((group) => ({
    group,
    label: group === null ? 'iedereen' : (groupLabels[group] ?? group),
    work: shareOf(way, 'werk', group),
    part: shareOf(way, 'participatie', group),
  }));
}

function dotRow({ label, work, part }: ReturnType<typeof rowsOf>[number]): DotRow {
  const marks = [
    ...(work === null ? [] : [{ at: work, shape: 'disc' as const }]),
    ...(part === null ? [] : [{ at: part, shape: 'diamond' as const }]),
  ];
  return { label, marks, text: `${shown(work)} / ${shown(part)}` };
}

export function reachSection({ summary: { werkwijzen } }: WaysInput): SectionContent | null {
  const told = werkwijzen.filter(({ bereik }) => bereik.some(({ soort }) => soort !== 'contact'));
  if (told.length === 0) return null;
  const key = (shape: 'disc' | 'diamond') =>
    trusted(`<svg viewBox="0 0 28 12" aria-hidden="true">${mark(14, 6, shape)}</svg>`);
  return {
    lead: 'Van wie zich meldde: welk deel begint binnen twaalf maanden aan iets gericht op werk, en welk deel aan iets gericht op meedoen?',
    body: markup`<ul class="legend">
        <li>${key('disc')}gericht op werk</li>
        <li>${key('diamond')}gericht op meedoen</li>
      </ul>
      <div class="multiples wide">
        ${werkwijzen.map((way, index) => {
          const rows = rowsOf(way);
          return figure(
            dotRows(rows.map(dotRow), 1, (value) => percent(value, 0)),
            {
              id: `bereik-${index + 1}`,
              title: way.naam,
              description: told.includes(way)
                ? 'Deel van de aanvragen; achter elke rij werk / meedoen'
                : `Op welk doel een stap gericht is, ${notSaid}`,
              numbers: {
                caption: `Deel dat binnen twaalf maanden begint, ${way.naam}`,
                columns: [
                  { label: 'Groep', kind: 'text' },
                  { label: 'Gericht op werk', kind: 'num' },
                  { label: 'Gericht op meedoen', kind: 'num' },
                ],
                rows: rows.map(({ label, work, part }) => [label, shown(work), shown(part)]),
              },
            },
          );
        })}
      </div>
      <p class="note">
        Dicht bij en ver van werk zijn de hoogste en de laagste derde van de kenmerken waar kans op werk van afhangt; niemand
        in het werkproces ziet die rechtstreeks. Een aanvrager valt in de groep van de dag van de aanvraag.
      </p>`,
  };
}
