// Section 6, Voor wie maakt het verschil: the difference per group of clients, as means; small groups are not told.
import type { ScenarioSummary } from '../../analysis/summary.js';
import type { GroupDifference, GroupDimension } from '../../analysis/volume-groups.js';
import { groupDots } from '../charts/group-dots.js';
import { figure } from '../figure.js';
import { type Content, markup, type Markup } from '../html.js';
import type { ReportInput } from '../input.js';
import type { Section } from '../section.js';
import { capital, listing, longMonth, number, percent, signed, withMargin } from '../words.js';

/** Below this a group is not told: a cell that rests on few people says something about one of them. */
const FEWEST = 10;

const dimensionLabels: Readonly<Record<string, string>> = { duur: 'duur in de bijstand' };

/** `duur:60+` as `60 maanden of langer`, another group by what stands after its colon. */
export function groupLabel(group: string): string {
  const [dimension = '', name = ''] = group.split(':');
  if (dimension !== 'duur') return name;
  return name.endsWith('+') ? `${name.slice(0, -1)} maanden of langer` : `${name.replace('-', ' tot ')} maanden`;
}

const dimensionLabel = (dimension: string): string => dimensionLabels[dimension] ?? dimension;
const isTold = ({ base, difference }: GroupDifference): boolean =>
  base >= FEWEST && base + difference.gemiddelde >= FEWEST;

function waitText({ wait }: GroupDifference, { process }: ReportInput): string {
  if (wait === null) return 'geen verschil';
  const name = process.stations.find(({ id }) => id === wait.station)?.label ?? wait.station;
  return `${name} ${signed(wait.difference.gemiddelde, 1)}`;
}

/** Who is not yet known by this attribute: a shift to or from it is about looking, not about leaving. */
const UNKNOWN = 'niet-bepaald';
const isLookedAt = ({ groups }: GroupDimension): boolean => groups.some(({ group }) => group.endsWith(`:${UNKNOWN}`));

function dimensionFigure(own: GroupDimension, reach: number, id: string, input: ReportInput): Markup {
  const { dimension, groups, month, unit } = own;
  const rows = groups.map((one) => ({
    label: groupLabel(one.group),
    value: isTold(one) ? { mean: one.difference.gemiddelde, margin: one.difference.marge ?? 0 } : null,
  }));
  const [most] = groups
    .filter(isTold)
    .sort((a, b) => Math.abs(b.difference.gemiddelde) - Math.abs(a.difference.gemiddelde));
  return figure(groupDots(rows, reach), {
    id,
    title: capital(dimensionLabel(dimension)),
    description: `${capital(unit)} in ${longMonth(month)}${most === undefined ? '' : `; het grootste verschil bij ${groupLabel(most.group)}`}.${isLookedAt(own) ? ` ‘${UNKNOWN}’ is nog niet vastgesteld: een verschuiving daarheen of daarvandaan is geen uitstroom.` : ''}`,
    numbers: {
      caption: `Naar ${dimensionLabel(dimension)}, ${unit} in ${longMonth(month)}`,
      columns: [
        { label: 'Groep', kind: 'text' },
        { label: 'Ongewijzigd', kind: 'num' },
        { label: 'Verschil', kind: 'num' },
        { label: 'Deel van de groep', kind: 'num' },
        { label: 'Meer uitstroom (uitkeringen)', kind: 'num' },
        { label: 'Wachttijd in dagen', kind: 'text' },
      ],
      rows: groups.map((one): Content[] =>
        isTold(one)
          ? [
              groupLabel(one.group),
              number(one.base),
              withMargin(one.difference, 1),
              percent(one.difference.gemiddelde / one.base),
              one.exits === null ? '–' : withMargin(one.exits),
              waitText(one, input),
            ]
          : [groupLabel(one.group), `minder dan ${number(FEWEST)}`, '–', '–', '–', '–'],
      ),
    },
  });
}

/** The groups whose volume goes down and up, in the scenario that differs most. */
function lead(top: ScenarioSummary, dimensions: readonly GroupDimension[]): string {
  const [first] = dimensions;
  const clear = dimensions
    .filter((own) => !isLookedAt(own))
    .flatMap(({ groups, dimension, unit }) =>
      groups
        .filter((one) => isTold(one) && (one.outcome === 'lager' || one.outcome === 'hoger'))
        .map((one) => ({ one, dimension, unit })),
    );
  if (first === undefined || clear.length === 0) {
    const count = dimensions.reduce((sum, { groups }) => sum + groups.length, 0);
    return `Bij ‘${top.naam}’ is voor geen van de ${number(count)} groepen een duidelijk verschil gevonden.`;
  }
  const name = ({ one, dimension, unit }: (typeof clear)[number]): string =>
    `${number(Math.abs(one.difference.gemiddelde))} ${unit} ${one.outcome === 'lager' ? 'minder' : 'meer'} bij ${dimensionLabel(dimension)} ${groupLabel(one.group)}`;
  const largest = [...clear].sort(
    (a, b) => Math.abs(b.one.difference.gemiddelde) - Math.abs(a.one.difference.gemiddelde),
  );
  return `Het grootste verschil maakt ‘${top.naam}’: ${listing(largest.slice(0, 3).map(name))}.`;
}

export const groupSection: Section = {
  place: 6,
  id: 'voor-wie',
  title: 'Voor wie maakt het verschil',
  write(input: ReportInput) {
    const { groups: all = [], summary } = input;
    const told = all.flatMap(({ scenario, dimensions }) => {
      const own = summary.scenarios.find(({ id }) => id === scenario);
      return own === undefined || dimensions.length === 0 ? [] : [{ own, dimensions }];
    });
    const [top] = [...told].sort(
      (a, b) => Math.abs(b.own.verschilPersonen.gemiddelde) - Math.abs(a.own.verschilPersonen.gemiddelde),
    );
    if (top === undefined) return null;
    // The scenario that differs most is always drawn, others only when there is something to see.
    const isSmall = ({ own }: (typeof told)[number]): boolean =>
      own.verschilPersonen.soort === 'verwaarloosbaar' || own.verschilPersonen.soort === 'geen verschil';
    const drawn = told.filter((one) => one === top || !isSmall(one));
    const quiet = told.filter((one) => !drawn.includes(one));
    const reach = Math.max(
      5,
      ...drawn.flatMap(({ dimensions }) =>
        dimensions.flatMap(({ groups }) =>
          groups.filter(isTold).map(({ difference }) => Math.abs(difference.gemiddelde)),
        ),
      ),
    );
    const scale = Math.ceil(reach / 5) * 5;
    return {
      lead: lead(top.own, top.dimensions),
      body: markup`<p>
          De stip is het gemiddelde verschil met ongewijzigd beleid, de band de marge. Links van de nul: minder mensen uit
          die groep in de bijstand. Een groep van minder dan ${number(FEWEST)} wordt niet getoond. Het zijn gemiddelden van
          groepen fictieve cliënten; over één inwoner zeggen zij niets.
        </p>
        ${quiet.length === 0 ? null : markup`<p>Niet getekend, omdat het verschil verwaarloosbaar is: ${listing(quiet.map(({ own }) => `‘${own.naam}’`))}.</p>`}
        ${drawn.map(
          ({ own, dimensions }, i) =>
            markup`<h3>${own.naam}</h3>
              <div class="multiples">
                ${dimensions.map((dimension, j) => dimensionFigure(dimension, scale, `voor-wie-${i + 1}-${j + 1}`, input))}
              </div> `,
        )}`,
    };
  },
};
