// What stands on the cover: the conclusion in three sentences, what a scenario asks and costs, and what the outcome rests on.
import type { ScenarioSummary, Summary } from '../../analysis/summary.js';
import type { Parameter } from '../../scenario/parameter.js';
import { type Content, markup } from '../html.js';
import type { ReportInput, ReportScenario } from '../input.js';
import { trendWords } from '../trend-words.js';
import { countWord, longMonth, number, percent, persons, plural, signed } from '../words.js';
import { yieldWords } from '../yield-words.js';
import { euros } from './money.js';

/** Ongewijzigd beleid, the scenario that brings most, and with an ambition what is left after it: one sentence each. */
export function threeSentences(base: ScenarioSummary, others: readonly ScenarioSummary[], summary: Summary): string {
  const { ambitie } = summary;
  const distance = base.afstandTotTrendPersonen.gemiddelde;
  const trend = summary.trendlijnPersonen.at(-1) ?? NaN;
  const first = `Bij ongewijzigd beleid zijn er in ${longMonth(ambitie.eind)} ${number(base.volumeEindPersonen.gemiddelde)} personen in de bijstand, ${number(Math.abs(distance))} (${percent(Math.abs(distance / trend))}) ${distance < 0 ? 'onder' : 'boven'} ${trendWords(summary).name}.`;
  const [top] = others
    .filter(({ verschilPersonen }) => verschilPersonen.soort === 'lager')
    .sort((a, b) => a.verschilPersonen.gemiddelde - b.verschilPersonen.gemiddelde);
  const words = yieldWords(summary);
  const many = others.length === 1 ? 'Het scenario' : `Geen van de ${countWord(others.length)} scenario’s`;
  const second =
    others.length === 0
      ? 'Er zijn geen scenario’s mee vergeleken.'
      : top === undefined
        ? `${many} ${words.unclear(others.length === 1 ? 'niet ' : '')}.`
        : others.length === 1
          ? `‘${top.naam}’ ${words.verb} ${words.amount(-top.verschilPersonen.gemiddelde)}.`
          : `Van de ${countWord(others.length)} scenario’s ${words.mostVerb} ‘${top.naam}’ het meest: ${words.amount(-top.verschilPersonen.gemiddelde)}.`;
  return [first, second, ...whatIsLeft(top ?? base, summary)].join(' ');
}

/** What is left of the ambition after a scenario, and how often it is reached. */
function whatIsLeft(
  { resterendeOpgavePersonen, kansAmbitie }: ScenarioSummary,
  { doorrekeningen }: Summary,
): readonly string[] {
  if (resterendeOpgavePersonen === null) return [];
  const left = resterendeOpgavePersonen.gemiddelde;
  const size = left > 0 ? `blijft ${persons(left)} over` : `is de ambitie met ${persons(-left)} ruim gehaald`;
  const reached = kansAmbitie === null ? null : Math.round(kansAmbitie * doorrekeningen);
  const chance =
    reached === null
      ? ''
      : `; ${reached === 0 ? 'in geen' : `in ${number(reached)}`} van de ${number(doorrekeningen)} doorrekeningen wordt de ambitie gehaald`;
  return [`${left > 0 ? 'Van de opgave' : 'Gemiddeld'} ${size}${chance}.`];
}

const missing = (): Content => markup`<span class="missing">niet ingevuld</span>`;

/** More decisions do not fit on one A4; all of them stand with their scenario in section 9. */
const MOST_DECISIONS = 5;

/** The decisions that are asked for, those of the scenarios in `first` before the others, each with its scenario when there are more. */
export function decisions(scenarios: readonly ReportScenario[], first: readonly string[]): Content {
  const asked = scenarios.filter(({ decision = '' }) => decision !== '');
  if (asked.length === 0) return missing();
  if (scenarios.length === 1) return asked[0]?.decision ?? '';
  const before = asked.filter(({ id }) => first.includes(id));
  const shown = [...before, ...asked.filter((one) => !before.includes(one))].slice(0, MOST_DECISIONS);
  const rest = asked.length - shown.length;
  return markup`<ul class="plain">
      ${shown.map(({ name, decision = '' }) => markup`<li>${decision} <span class="note">(${name})</span></li>`)}
    </ul>
    ${
      rest === 0
        ? null
        : markup`<p class="note">Nog ${plural(rest, 'scenario vraagt', 'scenario’s vragen')} een besluit; zie <a href="#aannames">Aannames</a>.</p>`
    }`;
}

/** `BAP +4, Werk −4 (samen 0)`. */
export function staffText(staff: ReportScenario['staff']): string {
  if (staff === undefined || staff.length === 0) return 'geen verandering';
  const total = staff.reduce((sum, { fte }) => sum + fte, 0);
  const teams = staff.map(({ team, fte }) => `${team} ${signed(fte, 1)}`).join(', ');
  return staff.length === 1 ? teams : `${teams} (samen ${signed(total, 1)})`;
}

/** Who pays for it: where people wait longer or get less contact, and who leaves without a known income. */
export function disadvantage({ elders, eldersGemeten, bestemmingen }: ScenarioSummary, input: ReportInput): string {
  const nameOf = (id: string): string => input.process.stations.find((station) => station.id === id)?.label ?? id;
  const parts = elders
    .slice(0, 2)
    .map(({ soort, station, gemiddelde }) =>
      soort === 'dosis'
        ? `${nameOf(station)}: ${number(-100 * gemiddelde)} van de 100 nodige contacten minder`
        : `${nameOf(station)}: ${number(gemiddelde)} ${number(gemiddelde) === '1' ? 'dag' : 'dagen'} langer wachten`,
    );
  const unknown = bestemmingen?.delen.find(({ id }) => id === 'onbekend')?.gemiddelde ?? 0;
  if (unknown >= 0.5) parts.push(`${number(unknown)} meer zonder uitkering en zonder bekend inkomen`);
  if (parts.length > 0) return parts.join('; ');
  return eldersGemeten ? 'niets gevonden' : 'wachttijd en contact niet gemeten';
}

/** How much of its value the range of a parameter spans. */
function spread({ value, low, high }: Parameter): number {
  return low === null || high === null || value === 0 ? 0 : (high - low) / Math.abs(value);
}

export interface Foundation {
  readonly name: string;
  /** Why it is among them: the rest of a sentence about it. */
  readonly why: string;
}

/**
 * The three numbers it rests on: those that move the outcomes beyond chance, then those that a scenario changes (the widest first), then those
 * that go along with an outcome most but may be chance. Without a ranking of influence, and when nothing goes along with anything, as with two draws,
 * the last are the widest of all.
 */
export function foundation({ summary, parameters, scenarios }: ReportInput): Foundation[] {
  const { zekerheid } = summary;
  const moving = (zekerheid?.eerstUitzoeken.map(({ naam }) => naam) ?? []).slice(0, 3);
  const wide = parameters
    .filter((parameter) => parameter.status !== 'geregistreerd' && spread(parameter) > 0)
    .sort((a, b) => spread(b) - spread(a))
    .map(({ name }) => name);
  const touched = new Set(scenarios.flatMap(({ touches = [] }) => touches));
  const own = wide.filter((name) => touched.has(name));
  const along = (zekerheid?.uitkomsten ?? []).flatMap(({ grootste }) =>
    grootste?.soort === 'getal' ? [grootste.naam] : [],
  );
  const reasons: readonly (readonly [string, readonly string[]])[] = [
    ['beweegt de uitkomsten het meest', moving],
    ['een scenario verandert dit, en het is niet precies bekend', own],
    along.length === 0
      ? ['is naar verhouding het minst precies bekend', wide]
      : ['beweegt het sterkst met een uitkomst mee, maar dat kan toeval zijn', along],
  ];
  const found = new Map<string, string>();
  for (const [why, names] of reasons) {
    for (const name of names) if (!found.has(name)) found.set(name, why);
  }
  return [...found].slice(0, 3).map(([name, why]) => ({ name, why }));
}

/** What it costs or saves per year; a difference within its margin is not told as one. */
export function moneyText({ geld }: ScenarioSummary): string {
  if (geld === undefined) return 'nog niet berekend';
  const { gemiddelde, marge } = geld.verschilPerJaar;
  if (geld.terugverdienen.soort === 'geen verschil') return 'geen verschil';
  if (Math.abs(gemiddelde) <= (marge ?? 0)) return `niet duidelijk (marge ${euros(marge ?? 0)} per jaar)`;
  return `${euros(gemiddelde)} per jaar ${gemiddelde > 0 ? 'meer' : 'minder'}`;
}

/** What a scenario stands on, as a class: `B` is never printed without what it means. */
export function evidenceText({ shelf }: Pick<ReportScenario, 'shelf'>): string {
  switch (shelf?.klasse) {
    case 'A':
      return 'A: er is onderzoek naar het effect';
    case 'B':
      return 'B: het effect is niet onderzocht';
    case 'C':
      return 'C: niet te berekenen';
    default:
      return 'niet ingevuld';
  }
}
