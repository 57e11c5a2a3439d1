// Section 8, Hoe zeker is dit: chance and not knowing apart, what moves each outcome, and which numbers to look up first.
import type { Certainty, OutcomeCertainty } from '../../analysis/certainty.js';
import { shareBars, type ShareRow } from '../charts/shares.js';
import { figure } from '../figure.js';
import { markup, type Markup } from '../html.js';
import type { Parameter } from '../../scenario/parameter.js';
import type { ReportInput } from '../input.js';
import { labelAndId, labelFor, quotedLabel } from '../parameters.js';
import type { Section, SectionContent } from '../section.js';
import { capital, countWord, listing, number, percent } from '../words.js';
import { agreement, firstToFind, mustBeTrue, readings } from './certainty-parts.js';
import { tornadoPart } from './tornado.js';

const outcomeLabel = ({ naam, uitkomst }: OutcomeCertainty): string =>
  uitkomst === 'verschil' ? naam : `${naam}: ${uitkomst}`;

function lead(certainty: Certainty, parameters: readonly Parameter[]): string {
  const split = certainty.uitkomsten.flatMap(({ uitkomst, splitsing }) =>
    uitkomst === 'verschil' && splitsing !== null ? [splitsing] : [],
  );
  const mostly = split.filter(({ aandeelNietWeten }) => aandeelNietWeten > 0.5).length;
  const cause =
    split.length === 0
      ? 'Er is geen verschil met spreiding'
      : mostly === split.length
        ? `Bij ${split.length === 1 ? 'het scenario' : `alle ${countWord(split.length)} scenario’s`} komt de spreiding in het verschil vooral doordat getallen niet precies bekend zijn, en minder door toeval`
        : mostly === 0
          ? 'De spreiding in de verschillen is vooral toeval'
          : `Bij ${countWord(mostly)} van de ${countWord(split.length)} scenario’s komt de spreiding in het verschil vooral doordat getallen niet precies bekend zijn; bij de andere vooral door toeval`;
  const names = certainty.eerstUitzoeken.map(({ naam }) => quotedLabel(naam, parameters));
  if (names.length === 0) return `${cause}; geen enkel getal steekt boven het toeval uit.`;
  return `${cause}; ${listing(names)} ${names.length === 1 ? 'beweegt' : 'bewegen'} de uitkomsten het meest.`;
}

function splitFigure({ uitkomsten, doorrekeningenToeval }: Certainty): Markup | null {
  const known = uitkomsten.flatMap((outcome) =>
    outcome.splitsing === null ? [] : [{ outcome, split: outcome.splitsing }],
  );
  if (known.length === 0) return null;
  const rows = known.map(({ outcome, split }): ShareRow => ({
    label: outcomeLabel(outcome),
    share: split.aandeelNietWeten,
    low: split.aandeelLaag,
    high: split.aandeelHoog,
  }));
  const unclear = known.filter(({ split }) => !split.teOnderscheiden);
  return markup`<div class="multiples">${figure(shareBars(rows, { rest: true }), {
    id: 'toeval-en-niet-weten',
    title: 'Niet weten (blauw) en toeval (grijs)',
    description: `Deel van de spreiding dat van niet weten komt: ${listing(known.map(({ outcome, split }) => `${outcomeLabel(outcome)} ${percent(split.aandeelNietWeten, 0)}`))}.`,
    numbers: {
      caption: 'Spreiding over de doorrekeningen, in personen (standaardafwijking)',
      columns: [
        { label: 'Uitkomst', kind: 'text' },
        ...['Alles samen', 'Alleen niet weten', 'Alleen toeval', 'Deel niet weten', 'Interval'].map((label) => ({
          label,
          kind: 'num' as const,
        })),
      ],
      rows: known.map(({ outcome, split }) => [
        outcomeLabel(outcome),
        number(split.totaal, 1),
        number(split.nietWeten, 1),
        number(split.toeval, 1),
        percent(split.aandeelNietWeten, 0),
        `${percent(split.aandeelLaag, 0)} – ${percent(split.aandeelHoog, 0)}`,
      ]),
    },
  })}</div>
    ${unclear.length === 0 ? null : markup`<p>Niet van toeval te onderscheiden: ${listing(unclear.map(({ outcome }) => outcomeLabel(outcome)))}. Meer doorrekeningen kunnen dat verhelderen.</p>`}
    <p class="note">
      Toeval is gemeten met ${number(doorrekeningenToeval)} doorrekeningen waarin elk getal op zijn waarde stond, met
      dezelfde cliënten en hetzelfde geluk. De streep is het 95 %-interval (F-verdeling). Spreidingen tellen in het
      kwadraat op. Toeval verdwijnt niet door beter te meten; niet weten wel.
    </p>`;
}

function rankingFigure(outcome: OutcomeCertainty, index: number, parameters: readonly Parameter[]): Markup {
  const rows = outcome.beweegt.slice(0, 5).map(({ soort, naam, aandeel, laag, hoog }): ShareRow => {
    return {
      label: soort === 'lezing' ? `lezing ${naam}` : labelFor(naam, parameters),
      share: aandeel,
      low: laag,
      high: hoog,
    };
  });
  return figure(shareBars(rows, { rest: false }), {
    id: `beweegt-${index + 1}`,
    title: outcomeLabel(outcome),
    description: `Deel van de spreiding dat met het getal meebeweegt: ${listing(rows.map(({ label, share }) => `${label} ${percent(share, 0)}`))}.`,
    numbers: {
      caption: `Boven toeval uit, van ${number(outcome.bekeken)} getallen en lezingen`,
      columns: [
        { label: 'Getal', kind: 'text' },
        { label: 'Samenhang', kind: 'num' },
        { label: 'Deel van de spreiding', kind: 'num' },
        { label: 'Interval', kind: 'num' },
      ],
      rows: outcome.beweegt.map(({ soort, naam, correlatie, aandeel, laag, hoog }) => [
        soort === 'lezing' ? `lezing ${naam}` : labelAndId(naam, parameters),
        correlatie === null ? '–' : number(correlatie, 2),
        percent(aandeel, 0),
        laag === null || hoog === null ? '–' : `${percent(laag, 0)} – ${percent(hoog, 0)}`,
      ]),
    },
  });
}

function rankings({ uitkomsten }: Certainty, { parameters }: ReportInput): Markup {
  const moved = uitkomsten.filter(({ beweegt }) => beweegt.length > 0);
  const still = uitkomsten.filter(({ beweegt, bekeken }) => beweegt.length === 0 && bekeken > 0);
  const looked = Math.max(...uitkomsten.map(({ bekeken }) => bekeken));
  const threshold = Math.max(...uitkomsten.filter(({ bekeken }) => bekeken > 0).map(({ drempel }) => drempel));
  return markup`<div class="multiples">${moved.map((outcome, index) => rankingFigure(outcome, index, parameters))}</div>
    ${still.length === 0 ? null : markup`<p>Geen enkel getal steekt boven het toeval uit bij: ${listing(still.map(outcomeLabel))}.</p>`}
    ${
      looked === 0
        ? null
        : markup`<p class="note">
      Elke doorrekening heeft eigen waarden voor ${number(looked)} onzekere getallen en lezingen. Hier staan alleen die
      waarvan de samenhang met de uitkomst (r) groter is dan ${number(threshold, 2)}: zo groot wordt de grootste van
      zoveel getallen door toeval alleen in hoogstens 5 van de 100 keer.
    </p>`
    }`;
}

/** Only chance was counted, so there is nothing to tell apart; a tornado that was given is shown all the same. */
function withoutCertainty(input: ReportInput): SectionContent {
  return {
    lead: 'Alleen toeval is meegerekend; wat het doet dat getallen niet precies bekend zijn, staat hier per getal.',
    body: markup`${tornadoPart(input)}
      <h3>Geeft het model de bekende cijfers terug?</h3>
      ${agreement(input)}`,
  };
}

export const certainty: Section = {
  place: 8,
  id: 'hoe-zeker',
  title: 'Hoe zeker is dit',
  write(input: ReportInput) {
    const { zekerheid } = input.summary;
    if (zekerheid === undefined) return input.tornado === undefined ? null : withoutCertainty(input);
    const first = firstToFind(zekerheid, input);
    const count = zekerheid.eerstUitzoeken.length;
    const heading =
      count === 1
        ? 'Het cijfer dat u eerst moet uitzoeken'
        : `${capital(countWord(count))} cijfers die u eerst moet uitzoeken`;
    return {
      lead: lead(zekerheid, input.parameters),
      body: markup`<h3>Toeval of niet weten?</h3>
        ${splitFigure(zekerheid)}
        <h3>Wat beweegt de uitkomst?</h3>
        ${rankings(zekerheid, input)} ${tornadoPart(input)}
        ${first === null ? null : markup`<h3>${heading}</h3>${first}`} ${mustBeTrue(zekerheid, input)}
        ${readings(input)}
        <h3>Geeft het model de bekende cijfers terug?</h3>
        ${agreement(input)}`,
    };
  },
};
