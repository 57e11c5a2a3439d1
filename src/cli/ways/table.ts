// The ways of working as they stand in the terminal: a row per organisation, in the order asked for.
import type { Estimate } from '../../analysis/estimate.js';
import type { ReachedPart } from '../../analysis/ways.js';
import type { WaysSummary, WaySummary } from '../../analysis/ways-summary.js';
import { keptShare } from '../../report/ways/kept.js';
import { transplantWords, volumeWords } from '../../report/ways/words.js';
import { dutch } from '../../scenario/parameter.js';
import { count, inUnit } from '../numbers.js';
import type { Terminal } from '../terminal.js';
import { paragraph, textTable } from '../text-table.js';

const shown = (value: Estimate | null | undefined, unit = 'aantal'): string =>
  value === null || value === undefined ? '-' : inUnit(value.gemiddelde, unit);

const reached = ({ bereik }: WaySummary, soort: ReachedPart['soort']): Estimate | undefined =>
  bereik.find((part) => part.soort === soort && part.groep === null)?.aandeel;

function volume({ volumeUitkeringen }: WaySummary): string {
  if (volumeUitkeringen === null) return '-';
  const { p10, p90 } = volumeUitkeringen;
  return `${count(p10)} tot ${count(p90)}`;
}

function kept(way: WaySummary): string {
  const share = keptShare(way);
  return share === null ? '-' : inUnit(share, 'aandeel');
}

function row(way: WaySummary): string[] {
  return [
    way.naam,
    dutch(way.schaal),
    shown(way.eersteContact?.mediaan),
    shown(way.eersteGesprek?.mediaan),
    shown(way.eersteActiviteit?.mediaan),
    shown(way.gezichten),
    shown(way.overdrachten),
    shown(reached(way, 'werk'), 'aandeel'),
    shown(reached(way, 'participatie'), 'aandeel'),
    kept(way),
    volume(way),
  ];
}

export function waysTable(summary: WaysSummary, terminal: Pick<Terminal, 'strong' | 'faint'>): string {
  const { bevolking, werkwijzen, doorrekeningen, startgetal } = summary;
  const table = textTable(
    [
      { title: 'werkwijze', width: 18 },
      { title: 'schaal', align: 'right' },
      { title: 'eerste contact', align: 'right', width: 8 },
      { title: 'eerste gesprek', align: 'right', width: 8 },
      { title: 'begin werk', align: 'right', width: 6 },
      { title: 'gezichten', align: 'right', width: 9 },
      { title: 'overdrachten', align: 'right', width: 12 },
      { title: 'bereikt werk', align: 'right', width: 7 },
      { title: 'bereikt meedoen', align: 'right', width: 7 },
      { title: 'termijn gehaald', align: 'right', width: 7 },
      { title: 'uitkeringen aan het eind', align: 'right', width: 14 },
    ],
    werkwijzen.map(row),
  );
  return [
    terminal.strong(
      paragraph(
        `${count(werkwijzen.length)} ${werkwijzen.length === 1 ? 'werkwijze' : 'werkwijzen'} met dezelfde cliënten: die van ${bevolking.naam}, met hetzelfde toeval.`,
      ),
    ),
    paragraph(transplantWords(summary)),
    '',
    table,
    '',
    terminal.faint(
      paragraph(
        `Dagen zijn medianen. Gezichten, overdrachten en bereik gaan over twaalf maanden na de aanvraag. Een streepje: die werkwijze zegt het niet. ${volumeWords(summary)}`.trim(),
      ),
    ),
    terminal.faint(paragraph(`${count(doorrekeningen)} keer doorgerekend per werkwijze, startgetal ${startgetal}.`)),
  ].join('\n');
}
