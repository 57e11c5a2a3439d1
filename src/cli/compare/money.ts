// Costs of every scenario beside the base, where the chain declares money.
import { Lookup } from '../../analysis/lookup.js';
import { moneyOf } from '../../analysis/money.js';
import type { ScenarioSummary, Summary } from '../../analysis/summary.js';
import { period } from '../../report/words.js';
import { signed, withMargin } from '../numbers.js';
import type { Extra } from './comparison.js';

/** Thousands of euros, which a margin of a hundred draws can carry. */
const thousands = (euro: number): string => signed(euro / 1000);

function paidBackWords({ geld }: ScenarioSummary): string {
  const back = geld?.terugverdienen;
  if (typeof back?.maand === 'string') return `terugverdiend vanaf ${period(back.maand)}`;
  if (back?.soort === 'nooit duurder') return 'in geen enkele maand duurder';
  return 'niet terugverdiend binnen de doorrekening';
}

function line(scenario: ScenarioSummary): string[] {
  const { naam, geld, vergelijkingsbasis } = scenario;
  if (geld === undefined || vergelijkingsbasis) return [];
  if (geld.terugverdienen.soort === 'geen verschil') return [`Kosten bij '${naam}': geen verschil.`];
  const { gemiddelde, marge } = geld.verschilPerJaar;
  const perYear = withMargin(gemiddelde, marge, thousands).replace('± +', '± ');
  const benefits = thousands((12 * geld.verschil.uitkering.gemiddelde) / geld.cumulatief.length);
  return [
    `Kosten bij '${naam}': ${perYear} duizend euro per jaar, waarvan uitkeringen ${benefits}; ${paidBackWords(scenario)}.`,
  ];
}

export const addMoney: Extra = ({ study, plan, ambition, results, summary }) => {
  if (study.spec.money === undefined) return {};
  const lookup = new Lookup(results);
  const base = results.scenarios.findIndex(({ id }) => id === plan.scenarios[0]?.id);
  const scenarios = summary.scenarios.map((scenario): ScenarioSummary => {
    const index = results.scenarios.findIndex(({ id }) => id === scenario.id);
    if (index < 0) return scenario;
    const geld = moneyOf(lookup, { scenario: index, base, start: ambition.start, end: ambition.end });
    return geld === null ? scenario : { ...scenario, geld };
  });
  const budget = study.organisation.parameters.byName.get('ambitie.geld')?.value;
  const added: Partial<Summary> = budget === undefined ? {} : { ambitieGeld: budget };
  return { summary: { ...added, scenarios }, lines: scenarios.flatMap(line) };
};
