// What the class of a scenario allows to be said: A a volume, B a break-even, C its reason; and whether the named series moves.
import { Lookup } from '../../analysis/lookup.js';
import { moved, type InForce } from '../../analysis/moved.js';
import { measuresIn } from '../../analysis/selector.js';
import type { BreakEvenSummary, MovementSummary, NotComputed } from '../../analysis/shelf-summary.js';
import { dayNumber, isoDate } from '../../chain/civil-date.js';
import type { LoadedScenario } from '../../files/load-scenarios.js';
import type { Change } from '../../scenario/change.js';
import type { Shelf } from '../../scenario/shelf.js';
import { breakEvenText, gridFor, readGrid, withBase } from '../break-even.js';
import { inUnit, signed, withMargin } from '../numbers.js';
import { plannedScenario } from '../study.js';
import type { Comparison, Extra } from './comparison.js';

/** Enough for a median with its p10 and p90; `--doorrekeningen-omslag` asks for more. */
const usualDraws = 40;

/** When all that a scenario changes ends: the months in which any of it holds; null when something stays. */
export function inForceOf(changes: readonly Change[], start: string): InForce | null {
  const day = dayNumber(start);
  const month = (days: number): string => isoDate(day + days).slice(0, 7);
  const ends = changes.map(({ through }) => through ?? Infinity);
  const last = Math.max(...ends);
  if (changes.length === 0 || last === Infinity) return null;
  return { first: month(Math.min(...changes.map(({ from }) => from ?? 0))), last: month(last) };
}

interface Looked {
  readonly shelf: Shelf | undefined;
  readonly inForce: InForce | null;
}

function movement(lookup: Lookup, scenario: number, { shelf, inForce }: Looked): MovementSummary | null {
  const measure = shelf?.measure ?? null;
  if (measure === null) return null;
  const { outcome, difference, base, unit, period } = moved(lookup, { base: 0, scenario }, measure, inForce);
  return {
    meetpunt: measure.selector,
    richting: measure.direction,
    uitkomst: outcome,
    verschil: difference === null ? null : { gemiddelde: difference.mean, marge: difference.halfWidth },
    basis: Number.isNaN(base) ? null : base,
    eenheid: unit,
    periode: period,
  };
}

async function breakEvenOf({ scenario }: LoadedScenario, comparison: Comparison): Promise<BreakEvenSummary | null> {
  const { study, plan, options, ambition, results } = comparison;
  const { shelf, id, name } = scenario;
  const sweep = shelf?.sweep ?? null;
  const parameter = study.organisation.parameters.byName.get(sweep?.parameter ?? '');
  if (shelf === undefined || sweep === null || parameter === undefined) return null;
  const own = plannedScenario(scenario, study.all);
  const grid = gridFor(sweep, own, plan.scenarios[0]?.changes ?? []);
  const draws = Math.min(options.doorrekeningen, options.doorrekeningenOmslag ?? usualDraws);
  const measures = ['volume', ...(shelf.measure === null ? [] : measuresIn(shelf.measure.selector))];
  const steps = await comparison.run(grid.scenarios, `Omslag van ${name}`, { draws, measures });
  const computed = withBase(results, 0, steps);
  const { found } = readGrid(computed, sweep, grid, ambition.end);
  const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return {
    id,
    naam: name,
    klasse: 'B',
    reden: shelf.evidenceReason,
    hefboom: shelf.levers,
    parameter: sweep.parameter,
    van: sweep.from,
    tot: sweep.to,
    doelPersonen: sweep.goalPersons,
    nodig: { mediaan: orNull(found.median), p10: orNull(found.p10), p90: orNull(found.p90) },
    doorrekeningen: found.draws,
    nietGehaald: found.missed,
    tekst: breakEvenText(found, sweep, parameter),
    beweging: movement(new Lookup(computed), grid.scenarios.length, {
      shelf,
      inForce: inForceOf(own.changes, plan.start),
    }),
  };
}

function notComputed({ scenario: { id, name, shelf } }: LoadedScenario): NotComputed {
  return { id, naam: name, klasse: 'C', reden: shelf?.evidenceReason ?? '', hefboom: shelf?.levers ?? [] };
}

/** `wachttijd|diagnose|gemiddelde beweegt zoals bedoeld (-3,2 ± 0,4 dagen)`. */
function movementText({ meetpunt, uitkomst, verschil, eenheid }: MovementSummary, where = ''): string {
  if (verschil === null) return `${meetpunt}: niets gemeten${where}`;
  const unit = eenheid === 'aandeel' ? 'punten' : eenheid;
  const large = Math.abs(verschil.gemiddelde) >= 100;
  const show = (value: number): string => (large ? signed(value) : inUnit(value, unit));
  const size = withMargin(verschil.gemiddelde, verschil.marge, show).replace('± +', '± ');
  return `${meetpunt} ${uitkomst}${where} (${size}${unit === 'punten' ? '' : ` ${eenheid}`})`;
}

export const shelf: Extra = async (comparison) => {
  const { study, plan, results, summary } = comparison;
  const of = (id: string): LoadedScenario | undefined => study.scenarios.find(({ scenario }) => scenario.id === id);
  const lookup = new Lookup(results);
  const scenarios = summary.scenarios.map((one, index) => {
    if (index === 0) return one;
    const { id = '', changes = [] } = plan.scenarios[index] ?? {};
    const declared = of(id)?.scenario.shelf;
    const looked = { shelf: declared, inForce: inForceOf(changes, plan.start) };
    return { ...one, klasse: declared?.evidence ?? null, beweging: movement(lookup, index, looked) };
  });
  const classB = study.scenarios.filter(({ scenario }) => scenario.shelf?.evidence === 'B');
  const omslagen: BreakEvenSummary[] = [];
  for (const one of classB) {
    const found = await breakEvenOf(one, comparison);
    if (found !== null) omslagen.push(found);
  }
  const nietBerekend = study.scenarios.filter(({ scenario }) => scenario.shelf?.evidence === 'C').map(notComputed);
  const lines = [
    ...scenarios.flatMap(({ naam, beweging }) =>
      beweging === null || beweging === undefined ? [] : [`${naam}: ${movementText(beweging)}.`],
    ),
    ...omslagen.map(({ naam, tekst, beweging }) => {
      const moves = beweging === null ? '' : ` Aan het eind van het bereik: ${movementText(beweging)}.`;
      return `${naam}: klasse B, ${tekst}.${moves}`;
    }),
    ...nietBerekend.map(({ naam, reden }) => `${naam}: klasse C, niet doorgerekend. ${reden}`),
  ];
  const hasShelf = omslagen.length + nietBerekend.length > 0;
  return { summary: { scenarios, ...(hasShelf ? { omslagen, nietBerekend } : {}) }, lines };
};
