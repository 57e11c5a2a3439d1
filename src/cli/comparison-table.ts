// The comparison as it stands in the terminal: two lines, never one, then a row for each scenario.
import { dayNumber } from '../chain/civil-date.js';
import { longDate } from '../scenario/dates.js';
import type { ScenarioSummary, Summary } from '../analysis/summary.js';
import { count, percentage, signed, withMargin } from './numbers.js';
import { trendWords } from '../report/trend-words.js';
import type { Terminal } from './terminal.js';
import { paragraph, textTable } from './text-table.js';

const ambitionColumns = [
  { title: 'resterende opgave in personen', align: 'right', width: 10 },
  { title: 'kans op ambitie', align: 'right', width: 7 },
] as const;

/** Of the base there is nothing to prove. */
function classNote({ vergelijkingsbasis, klasse }: ScenarioSummary): string {
  if (vergelijkingsbasis || klasse === undefined) return '';
  return klasse === null ? ' (klasse niet ingevuld)' : ` (klasse ${klasse})`;
}

function row(scenario: ScenarioSummary): string[] {
  const { verschilPersonen, resterendeOpgavePersonen: left, kansAmbitie, volumeEindUitkeringen } = scenario;
  const base = scenario.vergelijkingsbasis;
  return [
    `${scenario.naam}${classNote(scenario)}`,
    withMargin(volumeEindUitkeringen.gemiddelde, volumeEindUitkeringen.marge),
    base ? '' : withMargin(verschilPersonen.gemiddelde, verschilPersonen.marge, signed).replace('± +', '± '),
    base ? '' : verschilPersonen.uitkomst,
    ...(left === null
      ? []
      : [withMargin(left.gemiddelde, left.marge), kansAmbitie === null ? '-' : percentage(kansAmbitie)]),
  ];
}

/** `2018-10` as `1 oktober 2018`. */
function firstOf(month: string): string {
  return longDate(dayNumber(`${month}-01`));
}

/** The first line: what the scenarios are laid beside. */
function besideWhat(summary: Summary): string {
  const { begin, eind, personenMinder } = summary.ambitie;
  const span = `van ${firstOf(begin)} tot ${firstOf(eind)}`;
  const { name } = trendWords(summary);
  if (personenMinder === null) {
    return `Er is geen ambitie opgegeven (parameter ambitie.personen): de scenario's liggen naast ongewijzigd beleid en ${name}, ${span}.`;
  }
  const below = personenMinder === 0 ? '' : ` en ${count(personenMinder)} personen daaronder`;
  return `Ambitie: ${name} volgen${below}, ${span}.`;
}

export function comparisonTable(summary: Summary, terminal: Pick<Terminal, 'strong' | 'faint'>): string {
  const { scenarios } = summary;
  const hasAmbition = summary.ambitie.personenMinder !== null;
  const base = scenarios.find(({ vergelijkingsbasis }) => vergelijkingsbasis);
  const distance = base?.afstandTotTrendPersonen;
  const followed =
    distance === undefined
      ? ''
      : `${base?.naam ?? ''} eindigt ${withMargin(Math.abs(distance.gemiddelde), distance.marge)} personen ${distance.gemiddelde > 0 ? 'boven' : 'onder'} ${trendWords(summary).name}.`;
  const table = textTable(
    [
      { title: 'scenario', width: 32 },
      { title: 'uitkeringen aan het eind', align: 'right', width: 13 },
      { title: 'verschil in personen', align: 'right', width: 12 },
      { title: 'uitkomst', width: 15 },
      ...(hasAmbition ? ambitionColumns : []),
    ],
    scenarios.map(row),
  );
  const uncertain = summary.onzekerheidMeegerekend
    ? 'De marges gaan over het gemiddelde; in elke doorrekening zijn ook de onzekere getallen anders.'
    : `Alleen toeval meegerekend: de getallen zelf staan vast${hasAmbition ? ', dus er is geen kans op de ambitie te noemen' : ''}.`;
  return [
    terminal.strong(paragraph(besideWhat(summary))),
    followed,
    '',
    table,
    '',
    terminal.faint(
      paragraph(
        `${count(summary.doorrekeningen)} keer doorgerekend per scenario, startgetal ${summary.startgetal}. ${uncertain}`,
      ),
    ),
  ].join('\n');
}
