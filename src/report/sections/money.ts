// Section 7, Kosten en baten: what each scenario costs and saves, when it has paid for itself, and what is not counted.
import type { Costs, ScenarioMoney } from '../../analysis/money.js';
import type { ScenarioSummary, Summary } from '../../analysis/summary.js';
import { moneyDomain, moneySpec } from '../charts/money.js';
import { figure, table } from '../figure.js';
import { markup, type Markup } from '../html.js';
import type { Section } from '../section.js';
import { drawChart } from '../vega-chart.js';
import { capital, countWord, longMonth, number, percent, period, signed, withMargin } from '../words.js';
import { extraOf } from '../yield-words.js';

type Counted = ScenarioSummary & { geld: ScenarioMoney };

const isCounted = (scenario: ScenarioSummary): scenario is Counted => scenario.geld !== undefined;

/** `1,2 miljoen euro`, `340.000 euro`; never more figures than the margin carries. */
export function euros(value: number): string {
  const size = Math.abs(value);
  if (size >= 995_000) return `${number(size / 1e6, 1)} miljoen euro`;
  return `${number(Math.round(size / 1000) * 1000)} euro`;
}

const perYear = ({ geld }: Counted): string =>
  `${euros(geld.verschilPerJaar.gemiddelde)} per jaar ${geld.verschilPerJaar.gemiddelde > 0 ? 'meer' : 'minder'}`;

function lead(others: readonly Counted[], base: ScenarioSummary): string {
  const differ = others.filter(({ geld }) => geld.terugverdienen.soort !== 'geen verschil');
  const cheapest = differ.toSorted((a, b) => a.geld.verschilPerJaar.gemiddelde - b.geld.verschilPerJaar.gemiddelde)[0];
  if (cheapest === undefined) return `Geen van de scenario’s kost meer of minder dan ${base.naam.toLowerCase()}.`;
  const { gemiddelde, marge } = cheapest.geld.verschilPerJaar;
  if (Math.abs(gemiddelde) <= (marge ?? 0)) {
    return `Van geen enkel scenario is duidelijk dat het geld oplevert: ‘${cheapest.naam}’ komt uit op ${perYear(cheapest)}, met een marge van ${euros(marge ?? 0)}.`;
  }
  if (gemiddelde > 0) {
    return `Elk scenario dat iets verandert kost geld; ‘${cheapest.naam}’ het minst, ${perYear(cheapest)}.`;
  }
  const paying = differ.filter(
    ({ geld }) => geld.verschilPerJaar.gemiddelde < -(geld.verschilPerJaar.marge ?? 0),
  ).length;
  const among =
    others.length === 1
      ? ''
      : `${countWord(paying)} van de ${countWord(others.length)} scenario’s ${paying === 1 ? 'kost' : 'kosten'} minder dan ongewijzigd beleid; `;
  const text = `${among}‘${cheapest.naam}’ kost ${perYear(cheapest)} dan ongewijzigd beleid, uitkeringen en uitvoering samen.`;
  // Dutch writes Eén, not Één.
  return capital(text).replace(/^Éé/, 'Eé');
}

/** When it has paid for itself, with the draws in which it has. */
function paidBack({ geld }: Counted, { doorrekeningen, ambitie }: Summary): string {
  const { soort, maand, aandeelDoorrekeningen, p10, p90 } = geld.terugverdienen;
  const times = Math.round(aandeelDoorrekeningen * doorrekeningen);
  const draws = `in ${number(times)} van de ${number(doorrekeningen)} doorrekeningen`;
  switch (soort) {
    case 'geen verschil':
      return 'Geen verschil in kosten.';
    case 'nooit duurder':
      return `Gemiddeld is het in geen enkele maand duurder geweest; ${draws} is er aan het eind geld overgehouden.`;
    case 'niet binnen de doorrekening':
      return `Voor ${longMonth(ambitie.eind)} gemiddeld niet terugverdiend; ${draws} wel.`;
    case 'terugverdiend': {
      const from =
        p10 === null
          ? ''
          : ` (acht van de tien: ${period(p10)} tot ${p90 === null ? `na ${period(ambitie.eind)}` : period(p90)})`;
      return `Gemiddeld terugverdiend vanaf ${longMonth(maand ?? ambitie.eind)}${from}; ${draws}.`;
    }
  }
}

/** A month in which a difference within its margin is paid back is no promise. */
function unsure({ geld }: Counted): string {
  const { gemiddelde, marge } = geld.verschilPerJaar;
  const within = geld.terugverdienen.soort !== 'geen verschil' && Math.abs(gemiddelde) <= (marge ?? 0);
  return within ? 'Het verschil in kosten valt binnen de marge.' : '';
}

function perAvoided({ geld }: Counted): string {
  const { perVermedenUitkeringsjaar: cost, vermedenUitkeringsjaren: years } = geld;
  if (geld.terugverdienen.soort === 'geen verschil') return '';
  if (cost.gemiddelde === null) return `Kosten per vermeden uitkeringsjaar zijn niet te noemen: ${cost.reden}.`;
  const margin = cost.marge === null ? '' : ` (marge ${euros(cost.marge)})`;
  const avoided = `${number(years.gemiddelde)} vermeden uitkeringsjaren`;
  return cost.gemiddelde > 0
    ? `Zonder de uitkeringen mee te tellen kost elk van de ${avoided} ${euros(cost.gemiddelde)}${margin}.`
    : `De uitvoering zelf kost ook minder: ${euros(cost.gemiddelde)}${margin} per uitkeringsjaar, bij ${avoided}.`;
}

async function scenarioFigure(
  scenario: Counted,
  index: number,
  summary: Summary,
  all: readonly Counted[],
): Promise<Markup> {
  const { geld, naam } = scenario;
  const domain = moneyDomain(all.map((one) => one.geld));
  const last = geld.cumulatief.length - 1;
  return figure(await drawChart(moneySpec(geld, domain)), {
    id: `kosten-${index + 1}`,
    title: naam,
    description: [paidBack(scenario, summary), unsure(scenario), perAvoided(scenario)]
      .filter((text) => text !== '')
      .join(' '),
    numbers: {
      caption: `${naam}: opgeteld verschil in kosten, in duizenden euro’s`,
      columns: [
        { label: 'Tot en met', kind: 'text' },
        ...['10 %', 'gemiddelde', '90 %'].map((label) => ({ label, kind: 'num' as const })),
      ],
      rows: geld.cumulatief.flatMap(({ maand, gemiddelde, p10, p90 }, i) =>
        i % 6 === 5 || i === last
          ? [[period(maand), ...[p10, gemiddelde, p90].map((euro) => signed(euro / 1000))]]
          : [],
      ),
    },
  });
}

const kinds: readonly (readonly [keyof Costs, string])[] = [
  ['uitkering', 'Uitkeringen'],
  ['personeel', 'Personeel'],
  ['programma', 'Programma’s'],
  ['extra', 'Extra geld'],
  ['totaal', 'Samen'],
];

/** In thousands of euros; `each` gives the costs of a row. */
function costTable(caption: string, first: string, rows: readonly { label: string; costs: Costs }[]): Markup {
  const inThousands = ({ gemiddelde, marge }: { gemiddelde: number; marge: number | null }): string =>
    withMargin({ gemiddelde: gemiddelde / 1000, marge: marge === null ? null : marge / 1000 });
  return table({
    caption,
    columns: [{ label: first, kind: 'text' }, ...kinds.map(([, label]) => ({ label, kind: 'num' as const }))],
    rows: rows.map(({ label, costs }) => [label, ...kinds.map(([kind]) => inThousands(costs[kind]))]),
  });
}

/** What the ambition was given, per person that it should bring. */
function ambitionMoney({ ambitieGeld, ambitie }: Summary, others: readonly Counted[]): Markup | null {
  const asked = extraOf({ ambitie });
  if (ambitieGeld === undefined || asked === null) return null;
  const each = ambitieGeld / asked;
  const judged = others.flatMap(({ naam, geld, verschilPersonen }) => {
    const { personeel, programma, extra } = geld.verschil;
    const cost = personeel.gemiddelde + programma.gemiddelde + extra.gemiddelde;
    if (verschilPersonen.soort !== 'lager' || cost <= 0) return [];
    return [
      `‘${naam}’ kost aan uitvoering ${euros(cost)} voor ${number(-verschilPersonen.gemiddelde)} personen minder, ${euros(cost / -verschilPersonen.gemiddelde)} per persoon`,
    ];
  });
  return markup`<p>
    Ter vergelijking: voor de ambitie is ${euros(ambitieGeld)} genoemd, en dat is ${euros(each)} voor elk van de
    ${number(asked)} personen. ${judged.length === 0 ? null : `${judged.join('; ')}.`}
  </p>`;
}

function budgetNote(all: readonly Counted[]): Markup | null {
  const known = all.flatMap(({ naam, geld }) =>
    geld.saldoRijksbudget === null ? [] : [{ naam, saldo: geld.saldoRijksbudget }],
  );
  if (known.length === 0) return null;
  return table({
    caption: 'Rijksbudget voor uitkeringen min de lasten, over de hele periode, in duizenden euro’s',
    columns: [
      { label: 'Scenario', kind: 'text' },
      { label: 'Saldo', kind: 'num' },
    ],
    rows: known.map(({ naam, saldo }) => [
      naam,
      withMargin({ gemiddelde: saldo.gemiddelde / 1000, marge: saldo.marge === null ? null : saldo.marge / 1000 }),
    ]),
  });
}

export const money: Section = {
  place: 7,
  id: 'kosten-en-baten',
  title: 'Kosten en baten',
  async write({ summary }) {
    const all = summary.scenarios.filter(isCounted);
    const base = all.find(({ vergelijkingsbasis }) => vergelijkingsbasis);
    if (base === undefined) return null;
    const others = all.filter((scenario) => scenario !== base);
    const figures: Markup[] = [];
    for (const [i, scenario] of others.entries()) figures.push(await scenarioFigure(scenario, i, summary, others));
    const { jaren } = base.geld;
    const first = jaren[0];
    const benefitShare = first === undefined ? NaN : first.kosten.uitkering.gemiddelde / first.kosten.totaal.gemiddelde;
    return {
      lead:
        others.length === 0
          ? `${base.naam} kost ${euros(first?.kosten.totaal.gemiddelde ?? NaN)} in het eerste jaar.`
          : lead(others, base),
      body: markup`<p>
          ${base.naam} kost in het eerste jaar ${euros(first?.kosten.totaal.gemiddelde ?? NaN)}, en ${percent(benefitShare, 0)}
          daarvan zijn uitkeringen. De figuren tonen het verschil daarmee, opgeteld vanaf ${longMonth(summary.ambitie.begin)},
          in miljoenen euro’s: onder nul is geld overgehouden. De band bevat acht van de tien doorrekeningen; de schaal is
          overal gelijk.
        </p>
        <div class="multiples">${figures}</div>
        ${
          others.length === 0
            ? null
            : costTable(
                `Verschil met ${base.naam.toLowerCase()} over ${jaren.length === 1 ? 'het jaar' : `de ${countWord(jaren.length)} jaren`} samen, in duizenden euro’s`,
                'Scenario',
                others.map(({ naam, geld }) => ({ label: naam, costs: geld.verschil })),
              )
        }
        ${costTable(
          `Kosten bij ${base.naam.toLowerCase()} per jaar, in duizenden euro’s`,
          'Jaar',
          jaren.map(({ periode, kosten }) => ({ label: period(periode), costs: kosten })),
        )}
        ${others.length === 0 ? null : yearTable(others)}
        ${ambitionMoney(summary, others)}
        ${budgetNote(all)}
        <p class="note">
          Geteld zijn uitkeringen (vanaf de melding, in de prijs van de dag), het loon van wie in de genoemde teams werkt,
          ook wie nog wordt ingewerkt, de inkoop van programma’s met een prijs, en extra geld dat een scenario noemt. Niet
          geteld zijn huisvesting en andere overhead waar de invoer geen opslag noemt, andere afdelingen en fondsen
          (schulden, zorg, wijkteams), programma’s zonder prijs, en wat werk voor inwoners en samenleving waard is.
        </p>`,
    };
  },
};

function yearTable(others: readonly Counted[]): Markup {
  const years = others[0]?.geld.jaren.map(({ periode }) => periode) ?? [];
  return table({
    caption: 'Verschil in kosten per jaar, in duizenden euro’s',
    columns: [
      { label: 'Scenario', kind: 'text' },
      ...years.map((year) => ({ label: period(year), kind: 'num' as const })),
    ],
    rows: others.map(({ naam, geld }) => [
      naam,
      ...geld.jaren.map(({ verschil: { totaal } }) =>
        withMargin({ gemiddelde: totaal.gemiddelde / 1000, marge: totaal.marge === null ? null : totaal.marge / 1000 }),
      ),
    ]),
  });
}
