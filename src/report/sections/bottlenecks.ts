// Section 5, Knelpunten: how full teams and places are per month, how long people wait, and which decisions are in time.
import type { Bottlenecks, StationWait } from '../../analysis/bottlenecks.js';
import { heatDrawing, shadeBlock } from '../charts/heat.js';
import { figure, table } from '../figure.js';
import { type Content, markup, type Markup, trusted } from '../html.js';
import type { ReportInput } from '../input.js';
import type { Section } from '../section.js';
import { duration, number, percent, period, plural, shortMonth } from '../words.js';

type Named = Bottlenecks & { scenario: string };

const shades = { from: [0.5, 0.7, 0.85, 0.95] };
const shadeLabels = ['onder 50 %', '50–70 %', '70–85 %', '85–95 %', '95 % of meer'];
/** Mean waits of a week and more, and less than nine of ten needed contacts, are called a bottleneck. */
const LONG_DAYS = 7;
const THIN = 0.9;
const FULL = 0.95;

const stationName = ({ process }: ReportInput, id: string): string =>
  process.stations.find((station) => station.id === id)?.label ?? id;
const poolName = ({ process }: ReportInput, id: string): string =>
  process.pools.find((pool) => pool.id === id)?.label ?? id;
const scenarioName = ({ summary }: ReportInput, id: string): string =>
  summary.scenarios.find((scenario) => scenario.id === id)?.naam ?? id;

const meanOf = (values: readonly number[]): number => {
  const seen = values.filter((value) => !Number.isNaN(value));
  return seen.reduce((sum, value) => sum + value, 0) / seen.length;
};

/** The longest queue in person-days, the fullest team and the thinnest contact, of which the first that is bad enough is named. */
export function worst(found: Bottlenecks, input: ReportInput): string {
  const [wait] = found.waits
    .filter(({ mean }) => mean >= LONG_DAYS)
    .sort((a, b) => b.mean * b.visits - a.mean * a.visits);
  const [full] = [...found.pools].sort((a, b) => meanOf(b.use) - meanOf(a.use));
  const [thin] = [...found.doses].sort((a, b) => a.share - b.share);
  const contact =
    thin !== undefined && thin.share < THIN
      ? `bij ${stationName(input, thin.station)} is er maar ${percent(thin.share, 0)} van het nodige contact`
      : null;
  if (wait !== undefined) {
    const where = `Het grootste knelpunt bij ongewijzigd beleid is ${stationName(input, wait.station)}: gemiddeld ${duration(wait.mean)} wachten voor ${plural(wait.visits, 'cliënt', 'cliënten')} (${period(wait.period)})`;
    return `${where}${contact === null ? '' : `; ${contact}`}.`;
  }
  const fullest =
    full === undefined ? '' : `, en het drukst is ${poolName(input, full.pool)} met ${percent(meanOf(full.use), 0)}`;
  const none = `Bij ongewijzigd beleid is nergens de gemiddelde wachttijd ${number(LONG_DAYS)} dagen of langer${fullest}`;
  const isFull = full !== undefined && meanOf(full.use) >= FULL;
  if (contact !== null) return `${none}; ${contact}.`;
  return isFull ? `${none}: daar is geen ruimte over.` : `${none}; er is geen knelpunt.`;
}

function heat(found: Named, input: ReportInput, index: number): Markup {
  const name = scenarioName(input, found.scenario);
  const rows = found.pools.map(({ pool, use }) => ({ label: poolName(input, pool), values: use }));
  const [top] = [...found.pools].sort((a, b) => meanOf(b.use) - meanOf(a.use));
  const description =
    top === undefined
      ? 'Geen teams.'
      : `Het drukst: ${poolName(input, top.pool)}, gemiddeld ${percent(meanOf(top.use), 0)}.`;
  return figure(heatDrawing(rows, found.months, shades), {
    id: `benutting-${index + 1}`,
    title: name,
    description,
    numbers: {
      caption: `${name}: benutting en wachtrij`,
      columns: [
        { label: 'Team of plaatsen', kind: 'text' },
        { label: 'Gemiddeld', kind: 'num' },
        { label: 'Hoogste', kind: 'num' },
        { label: 'In', kind: 'text' },
        { label: 'Wachtrij', kind: 'num' },
      ],
      rows: found.pools.map(({ pool, use, queue }): Content[] => {
        const highest = Math.max(...use.filter((value) => !Number.isNaN(value)));
        return [
          poolName(input, pool),
          percent(meanOf(use), 0),
          percent(highest, 0),
          shortMonth(found.months[use.indexOf(highest)] ?? ''),
          number(meanOf(queue), 1),
        ];
      }),
    },
  });
}

function waits(all: readonly Named[], input: ReportInput): Markup {
  const cells = (wait: StationWait | undefined): Content[] =>
    wait === undefined ? ['–', '–', '–'] : [number(wait.mean, 1), number(wait.median, 1), number(wait.p90, 1)];
  const stations = [...new Set(all.flatMap((found) => found.waits.map(({ station }) => station)))];
  const columns = all.flatMap(({ scenario }, i) => {
    const who = i === 0 ? 'ongewijzigd' : scenarioName(input, scenario);
    return [`Gemiddeld, ${who}`, 'Mediaan', 'Negen van de tien'];
  });
  return table({
    caption: 'Wachttijd in dagen, in het jaar waarin die het langst is; over wie begon',
    columns: [{ label: 'Stap', kind: 'text' }, ...columns.map((label) => ({ label, kind: 'num' as const }))],
    rows: stations.map((station) => [
      stationName(input, station),
      ...all.flatMap((found) => cells(found.waits.find((wait) => wait.station === station))),
    ]),
  });
}

function inTime(all: readonly Named[], input: ReportInput): Markup | null {
  const known = all.flatMap(({ scenario, inTerm }) => (inTerm === null ? [] : [{ scenario, ...inTerm }]));
  if (known.length === 0 || input.termDays === undefined) return null;
  const parts = known.map(
    ({ scenario, share, period: year }) => `${scenarioName(input, scenario)} ${percent(share)} (${period(year)})`,
  );
  return markup`<p>Besluit binnen de wettelijke ${duration(input.termDays)}, in het slechtste jaar: ${parts.join('; ')}.</p>`;
}

function doses(all: readonly Named[], input: ReportInput): Markup | null {
  const stations = [...new Set(all.flatMap((found) => found.doses.map(({ station }) => station)))];
  if (stations.length === 0) return null;
  return table({
    caption: 'Deel van het nodige contact dat er is, gemiddeld',
    columns: [
      { label: 'Stap', kind: 'text' },
      ...all.map(({ scenario }) => ({ label: scenarioName(input, scenario), kind: 'num' as const })),
    ],
    rows: stations.map((station) => [
      stationName(input, station),
      ...all.map((found) => {
        const dose = found.doses.find((one) => one.station === station);
        return dose === undefined ? '–' : percent(dose.share, 0);
      }),
    ]),
  });
}

export const bottleneckSection: Section = {
  place: 5,
  id: 'knelpunten',
  title: 'Knelpunten',
  write(input) {
    const { bottlenecks: all = [] } = input;
    const [base] = all;
    if (base === undefined || (base.pools.length === 0 && base.waits.length === 0)) return null;
    return {
      lead: worst(base, input),
      body: markup`<p>
          Hoe donkerder, hoe voller het team of de plaatsen in die maand. Naast ongewijzigd beleid staat het scenario met
          het grootste verschil. Een team dat bijna vol is, kan een drukke week niet opvangen; een vol programma geeft
          minder contact.
        </p>
        <ul class="legend" aria-label="Legenda">
          ${shadeLabels.map((label, shade) => markup`<li><svg viewBox="0 0 28 12" aria-hidden="true" focusable="false">${trusted(shadeBlock(shade))}</svg>${label}</li>`)}
        </ul>
        <div class="multiples wide">${all.map((found, i) => heat(found, input, i))}</div>
        ${inTime(all, input)} ${waits(all, input)} ${doses(all, input)}`,
    };
  },
};
