// Gross and net of every programme, as a table for the terminal.
import type { Estimate } from '../analysis/estimate.js';
import type { EffectAtHorizon, ProgrammeEffect } from '../analysis/effect.js';
import { count, inUnit, percentage, withMargin } from './numbers.js';
import { paragraph, textTable } from './text-table.js';

const one = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A difference of shares in points, with its sign. */
export function points(value: number): string {
  if (Number.isNaN(value)) return '-';
  const text = one.format(100 * value);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text.replace(/^-0,0$/, '0,0');
}

function share({ gemiddelde }: Estimate): string {
  return inUnit(gemiddelde, 'aandeel');
}

function inPoints({ gemiddelde, marge }: Estimate): string {
  return withMargin(gemiddelde, marge, points).replace('± +', '± ');
}

/** Above 1 nothing of the gross success is the programme's; a share of it would only confuse. */
function anyway({ ookZonder, netto }: EffectAtHorizon): string {
  if (ookZonder === null) return '-';
  return netto.gemiddelde <= 0 ? 'alles' : percentage(ookZonder.gemiddelde);
}

export function effectTable(effects: readonly ProgrammeEffect[]): string {
  const rows = effects.flatMap(({ naam, begonnen, horizonten }) =>
    horizonten.map((at, index) => [
      index === 0 ? `${naam} (${count(begonnen.gemiddelde)} begonnen)` : '',
      `${String(at.maanden)} mnd`,
      share(at.bruto),
      share(at.zonder),
      inPoints(at.netto),
      anyway(at),
      at.literatuur === null ? '' : `${points(at.literatuur.laag)} tot ${points(at.literatuur.hoog)}`,
    ]),
  );
  const table = textTable(
    [
      { title: 'programma', width: 32 },
      { title: 'na', align: 'right' },
      { title: 'bruto', align: 'right' },
      { title: 'zonder', align: 'right' },
      { title: 'netto in punten', align: 'right', width: 11 },
      { title: 'ook zonder', align: 'right', width: 6 },
      { title: 'onderzoek', align: 'right' },
    ],
    rows,
  );
  const explanation =
    'Bruto: deel dat geen uitkering meer heeft van wie in het eerste meetjaar begon. Zonder: dezelfde inwoners met hetzelfde toeval, als het programma niets deed. Ook zonder: het deel van bruto dat er zonder programma ook was geweest.';
  return `${table}\n\n${paragraph(explanation)}`;
}
