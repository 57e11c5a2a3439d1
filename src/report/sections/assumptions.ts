// Section 9, Aannames: every number that was not counted in a register, and what each scenario changes.
import { markup, type Markup } from '../html.js';
import { table } from '../figure.js';
import type { ReportInput, ReportScenario } from '../input.js';
import type { Parameter } from '../../scenario/parameter.js';
import type { Section } from '../section.js';
import { foundation } from './cover-parts.js';
import { classLine, rangeLine } from './shelf.js';
import { breakable, rangeText, valueText } from '../parameters.js';
import { capital, number, plural, reference } from '../words.js';

function origin({ source, note, filledInBy }: Parameter): Markup {
  const said = [reference(source), capital(note)].filter((part) => part !== '').map((part) => part.replace(/\.$/, ''));
  const by = filledInBy === '' ? markup`<span class="missing">niet ingevuld</span>` : filledInBy;
  return markup`${said.length === 0 ? 'Geen bron' : said.join('. ')}. <span class="by">Ingevuld door: ${by}</span>`;
}

/** The label over the id. */
function named({ name, label }: Parameter): Markup {
  return label === '' ? breakable(name) : markup`${capital(label)} <span class="id">${breakable(name)}</span>`;
}

function parameterTable(caption: string, parameters: readonly Parameter[]): Markup {
  return table({
    caption,
    className: 'parameters',
    columns: [
      { label: 'Parameter en eenheid', kind: 'text' },
      { label: 'Waarde', kind: 'num' },
      { label: 'Laag – hoog', kind: 'num' },
      { label: 'Status', kind: 'text' },
      { label: 'Bron en toelichting', kind: 'text' },
    ],
    rows: parameters.map((parameter) => [
      markup`${named(parameter)} <span class="by">${parameter.unit}</span>`,
      valueText(parameter.value, parameter.unit),
      rangeText(parameter),
      parameter.status,
      origin(parameter),
    ]),
  });
}

function noChanges({ shelf }: ReportScenario): Markup | null {
  if (shelf?.klasse === 'C') return markup`<p>Dit scenario is niet doorgerekend.</p>`;
  return shelf?.klasse === 'B' ? null : markup`<p>Dit scenario verandert geen enkele parameter.</p>`;
}

function scenarioChanges(input: ReportInput): Markup[] {
  return input.scenarios.map((scenario) => {
    const { name, explanation, source, changes } = scenario;
    const list =
      changes.length === 0
        ? noChanges(scenario)
        : markup`<ul class="plain">
            ${changes.map((change) => markup`<li>${change}</li>`)}
          </ul>`;
    return markup`<h3>${name}</h3>
      <p>
        ${explanation === '' ? markup`<span class="missing">Toelichting niet ingevuld.</span>` : explanation}${source === '' ? null : markup` <span class="note">Bron: ${source}.</span>`}
      </p>
      ${classLine(scenario, input)} ${rangeLine(scenario)} ${list} ${authorSays(scenario)}`;
  });
}

/** Decision, law and author: what is not filled in is said, except where nothing is changed. */
function authorSays({ decision = '', legal = '', author = '', changes }: ReportScenario): Markup | null {
  if (changes.length === 0 && decision === '') return null;
  const missing = markup`<span class="missing">niet ingevuld</span>`;
  return markup`<dl class="facts">
    <dt>Gevraagd besluit</dt>
    <dd>${decision === '' ? missing : decision}</dd>
    <dt>Juridisch</dt>
    <dd>${legal === '' ? missing : legal}</dd>
    <dt>Auteur</dt>
    <dd>${author === '' ? missing : author}</dd>
  </dl>`;
}

/** Those that a reader must see in full: what moves an outcome, what a scenario changes, and what the cover names. */
function weighty(input: ReportInput): Set<string> {
  const { uitkomsten = [] } = input.summary.zekerheid ?? {};
  return new Set([
    ...foundation(input).map(({ name }) => name),
    ...uitkomsten.flatMap(({ beweegt }) => beweegt.map(({ naam }) => naam)),
    ...input.scenarios.flatMap(({ touches = [] }) => touches),
  ]);
}

/** The other numbers, closed per group on a screen; on paper all of them, small and without their sources. */
function restTables(open: readonly Parameter[]): Markup | null {
  if (open.length === 0) return null;
  const groups = [...new Set(open.map(({ group }) => group))];
  return markup`<h3>De andere getallen, per groep</h3>
    <p class="paper">Op papier zonder bron en toelichting; die staan in dit bestand op een scherm, en in parameters.csv.</p>
    <div class="rest">
      ${groups.map((group) => {
        const own = open.filter((parameter) => parameter.group === group);
        const caption = group === '' ? 'Overig' : capital(group);
        return markup`<details>
          <summary>${caption}: ${plural(own.length, 'getal', 'getallen')}</summary>
          ${parameterTable(caption, own)}
        </details>`;
      })}
    </div>`;
}

export const assumptions: Section = {
  place: 9,
  id: 'aannames',
  title: 'Aannames',
  write(input) {
    const open = input.parameters.filter(({ status }) => status !== 'geregistreerd');
    const pure = open.filter(({ status }) => status === 'aanname').length;
    const unsigned = open.filter(({ filledInBy }) => filledInBy === '').length;
    const names = weighty(input);
    const main = open.filter(({ name }) => names.has(name));
    const total = plural(input.parameters.length, 'getal', 'getallen');
    const signing =
      unsigned === 0
        ? 'bij elk staat wie het heeft ingevuld'
        : `bij ${number(unsigned)} staat niet wie het heeft ingevuld`;
    return {
      lead: `Van de ${total} achter deze uitkomsten ${open.length === 1 ? 'is' : 'zijn'} er ${number(open.length)} niet geteld in een registratie, waarvan ${number(pure)} een aanname ${pure === 1 ? 'is' : 'zijn'}; ${signing}.`,
      body: markup`<h3>Wat verandert er per scenario?</h3>
        ${scenarioChanges(input)}
        <h3>Welke getallen zijn niet geregistreerd?</h3>
        <p>
          Tussen laag en hoog ligt de echte waarde in negen van de tien gevallen, naar het oordeel van wie het getal
          heeft
          ingevuld.${input.summary.onzekerheidMeegerekend ? ' Elke doorrekening trekt een eigen waarde uit dat bereik.' : ' In deze doorrekening stonden alle waarden vast.'}
        </p>
        ${main.length === 0 ? null : parameterTable('Wat een uitkomst beweegt of door een scenario verandert', main)}
        ${restTables(open.filter((parameter) => !main.includes(parameter)))}`,
    };
  },
};
