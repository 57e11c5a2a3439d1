// A scenario's difference in words: its size and sign, where it goes, what it costs elsewhere, how far the ambition is.
import type { ScenarioSummary, Summary } from '../../analysis/summary.js';
import type { ReportInput } from '../input.js';
import { destinationLabels } from '../labels.js';
import { trendWords } from '../trend-words.js';
import { capital, duration, listing, longMonth, number, percent, period, persons } from '../words.js';

/** Persons by which a scenario is more or less; `96 personen minder`. */
export function moreOrLess(difference: number): string {
  return `${persons(Math.abs(difference))} ${difference < 0 ? 'minder' : 'meer'}`;
}

const shown = (value: number): boolean => Math.abs(value) >= 0.5;
/** What is still under decision is named only when it is more than rounding. */
const REST = 2;

/** `van de 120 minder: 45 werk, 20 opleiding of ander inkomen; daar gaat af: 10 meer herinstroom`; null when there is nothing to split. */
export function whereItGoes({ bestemmingen, verschilPersonen }: ScenarioSummary): string | null {
  if (
    bestemmingen === null ||
    verschilPersonen.soort === 'verwaarloosbaar' ||
    verschilPersonen.soort === 'geen verschil'
  ) {
    return null;
  }
  const { minder, delen, geteldIn } = bestemmingen;
  if (!shown(minder.gemiddelde)) return null;
  const lower = minder.gemiddelde > 0;
  const parts = delen.filter(
    ({ id, gemiddelde }) => shown(gemiddelde) && (id !== 'rest' || Math.abs(gemiddelde) >= REST),
  );
  const phrase = (positive: boolean): string[] =>
    parts
      .filter(({ gemiddelde }) => gemiddelde > 0 === positive)
      .map(({ id, gemiddelde }) => {
        const words = destinationLabels[id];
        return `${number(Math.abs(gemiddelde))} ${positive ? words.fewer : words.against}`;
      });
  const [along, against] = lower ? [phrase(true), phrase(false)] : [phrase(false), phrase(true)];
  const unit = geteldIn === 'personen' ? '' : ' uitkeringen';
  const total = `${number(Math.abs(minder.gemiddelde))}${unit} ${lower ? 'minder' : 'meer'}`;
  const offset = against.length === 0 ? '' : `; daar gaat af: ${listing(against)}`;
  return `Van de ${total}: ${listing(along)}${offset}.`;
}

/** What got worse elsewhere, in one sentence. */
export function priceElsewhere(scenario: ScenarioSummary, { process }: ReportInput): string {
  if (!scenario.eldersGemeten) return 'Wachttijden en contact zijn in deze doorrekening niet gemeten.';
  if (scenario.elders.length === 0) return 'Nergens een langere wachttijd of minder contact gevonden.';
  const items = scenario.elders.slice(0, 3).map(({ soort, station, gemiddelde, bereik, periode }) => {
    const name = process.stations.find(({ id }) => id === station)?.label ?? station;
    if (soort === 'dosis') {
      return `${name}: van elke 100 nodige contacten vallen er ${number(-100 * gemiddelde)} weg`;
    }
    const who = bereik?.geteldIn === 'uitkeringen' ? 'huishoudens' : 'inwoners';
    const whom = bereik === null ? '' : ` voor ${number(bereik.aantal)} ${who}`;
    return `${name}: ${duration(gemiddelde)} langer wachten${whom} (${period(periode)})`;
  });
  const more = scenario.elders.length - items.length;
  return `${capital(items.join('; '))}${more > 0 ? `; en nog ${number(more)} plekken` : ''}.`;
}

/** How far the ambition is, and how often it is reached; null without one. */
export function distanceToAmbition(
  { resterendeOpgavePersonen, kansAmbitie }: ScenarioSummary,
  summary: Summary,
): string | null {
  if (resterendeOpgavePersonen === null) return null;
  const { gemiddelde } = resterendeOpgavePersonen;
  const task =
    gemiddelde > 0
      ? `De resterende opgave is ${persons(gemiddelde)}`
      : `De ambitie is ruim gehaald: ${persons(-gemiddelde)} onder de ambitielijn`;
  if (kansAmbitie === null) return `${task}.`;
  const times = Math.round(kansAmbitie * summary.doorrekeningen);
  const share = times === 0 ? 'geen' : times === summary.doorrekeningen ? 'elk' : number(times);
  return `${task}; in ${share} van de ${number(summary.doorrekeningen)} doorrekeningen is de ambitie gehaald.`;
}

/** Size and sign: `In oktober 2022 gemiddeld 96 personen minder (marge 14); lager in 19 van de 20 doorrekeningen.` */
export function sizeAndSign({ verschilPersonen }: ScenarioSummary, summary: Summary): string {
  const { gemiddelde, marge, soort, uitkomst } = verschilPersonen;
  const when = longMonth(summary.ambitie.eind);
  if (soort === 'geen verschil') return `In ${when} geen verschil, in geen enkele doorrekening.`;
  const margin = marge === null ? '' : ` (marge ${number(marge)})`;
  return `In ${when} gemiddeld ${moreOrLess(gemiddelde)}${margin}; ${uitkomst}.`;
}

/** Whether the base follows the trend: within 2,5 % it does. */
export function followsTrend(base: ScenarioSummary, summary: Summary): { follows: boolean; sentence: string } {
  const trend = summary.trendlijnPersonen.at(-1) ?? NaN;
  const distance = base.afstandTotTrendPersonen.gemiddelde;
  const share = distance / trend;
  const follows = Math.abs(share) <= 0.025;
  const side = distance < 0 ? 'onder' : 'boven';
  const volume = `${number(base.volumeEindPersonen.gemiddelde)} personen in ${longMonth(summary.ambitie.eind)}, tegen ${number(trend)} ${trendWords(summary).asIf(summary.ambitie.begin)}`;
  const verdict = `${persons(Math.abs(distance))} ${side} de trend (${percent(Math.abs(share))})`;
  return { follows, sentence: `${capital(volume)}: ${verdict}.` };
}
