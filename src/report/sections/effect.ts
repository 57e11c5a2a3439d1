// Bruto en netto: what each programme seems to do, what it adds, and what would have come anyway.
import type { EffectAtHorizon, ProgrammeEffect } from '../../analysis/effect.js';
import type { Estimate } from '../../analysis/summary.js';
import { dumbbellSpec, shareDomain } from '../charts/dumbbell.js';
import { figure, type Table } from '../figure.js';
import { markup, type Markup, trusted } from '../html.js';
import type { Section } from '../section.js';
import { colour } from '../theme.js';
import { drawChart } from '../vega-chart.js';
import { listing, number, percent, period, reference, signed } from '../words.js';
import { pilotList } from './pilots.js';

/** `+14,0 ± 0,7`. */
function points({ gemiddelde, marge }: Estimate): string {
  const margin = marge === null ? '' : ` ± ${number(100 * marge, 1)}`;
  return `${signed(100 * gemiddelde, 1)}${margin}`;
}

function inWords(net: number): string {
  const size = `${number(Math.abs(100 * net), 1)} punten`;
  return net < 0 ? `${size} minder` : size;
}

/** The horizon of a year when it is there, for that is how success is mostly told. */
function yearOf({ horizonten }: ProgrammeEffect): EffectAtHorizon | undefined {
  return horizonten.find(({ maanden }) => maanden === 12) ?? horizonten[0];
}

function anyway({ ookZonder, netto }: EffectAtHorizon): string {
  if (ookZonder === null) return '–';
  return netto.gemiddelde <= 0 ? 'alles' : percent(ookZonder.gemiddelde, 0);
}

/** About the programme that looks best: there the distance between gross and net matters most. */
function lead(effects: readonly ProgrammeEffect[]): string {
  const [top] = [...effects].sort((a, b) => (yearOf(b)?.bruto.gemiddelde ?? 0) - (yearOf(a)?.bruto.gemiddelde ?? 0));
  const at = top && yearOf(top);
  if (top === undefined || at === undefined) return 'Van geen enkel programma is het netto-effect berekend.';
  const { bruto, zonder, netto, maanden } = at;
  const gross = `Van wie bij ${top.naam} begint, heeft ${percent(bruto.gemiddelde, 0)} na ${number(maanden)} maanden geen uitkering meer`;
  if (netto.gemiddelde <= 0) {
    return `${gross}; zonder het programma zou dat ${percent(zonder.gemiddelde, 0)} zijn, dus het voegt dan niets toe.`;
  }
  return `${gross}; ${percent(zonder.gemiddelde, 0)} zou ook zonder zijn vertrokken, dus ${inWords(netto.gemiddelde)} komen door het programma zelf.`;
}

function numbers({ naam, horizonten, venster }: ProgrammeEffect): Table {
  return {
    caption: `${naam}: deel zonder uitkering van wie begon in ${period(venster)}`,
    columns: [
      { label: 'Na', kind: 'text' },
      { label: 'Bruto', kind: 'num' },
      { label: 'Zonder programma', kind: 'num' },
      { label: 'Netto in punten', kind: 'num' },
      { label: 'Ook zonder', kind: 'num' },
      { label: 'Onderzoek elders, in punten', kind: 'num' },
    ],
    rows: horizonten.map((at) => [
      `${number(at.maanden)} maanden`,
      percent(at.bruto.gemiddelde),
      percent(at.zonder.gemiddelde),
      points(at.netto),
      anyway(at),
      at.literatuur === null ? '' : `${signed(100 * at.literatuur.laag, 1)} tot ${signed(100 * at.literatuur.hoog, 1)}`,
    ]),
  };
}

/** How many began, how they left during the stay, and whether the twin had as many. */
function description(effect: ProgrammeEffect): string {
  const { begonnen, begonnenZonder, tijdens, tegelijkUit } = effect;
  const began = `${number(begonnen.gemiddelde)} begonnen in het eerste jaar`;
  const fewer = Math.round(begonnen.gemiddelde) === Math.round(begonnenZonder.gemiddelde);
  const other = fewer ? '' : ` (zonder het effect ${number(begonnenZonder.gemiddelde)})`;
  const work =
    tijdens === null
      ? ''
      : `; tijdens het verblijf vertrok ${percent(tijdens.werk.bruto.gemiddelde, 0)} naar werk en ${percent(tijdens.anders.bruto.gemiddelde, 0)} om een andere reden, zonder het effect ${percent(tijdens.werk.zonder.gemiddelde, 0)} en ${percent(tijdens.anders.zonder.gemiddelde, 0)}`;
  const together =
    tegelijkUit.length === 0 ? '' : ` In dezelfde doorrekening had ${listing(tegelijkUit)} ook geen effect.`;
  return `${began}${other}${work}.${together}`;
}

function legend(): Markup {
  const dot = (fill: 'median' | 'paper'): string =>
    `<circle cx="14" cy="6" r="4.5" fill="${colour(fill)}" stroke="${colour('median')}" stroke-width="2"/>`;
  const items: readonly (readonly [string, string])[] = [
    [dot('median'), 'bruto: met het programma'],
    [dot('paper'), 'dezelfde inwoners zonder het programma'],
    [
      `<path d="M0 6H28" stroke="${colour('median')}" stroke-width="2.5"/>`,
      'netto: het verschil, met het aantal punten erachter',
    ],
    [
      `<rect width="28" height="12" fill="${colour('fanOuter')}"/>`,
      'waar bruto zou liggen bij het netto-effect uit onderzoek elders',
    ],
  ];
  return markup`<ul class="legend" aria-label="Legenda">
    ${items.map(
      ([drawing, label]) =>
        markup`<li><svg viewBox="0 0 28 12" aria-hidden="true" focusable="false">${trusted(drawing)}</svg>${label}</li>`,
    )}
  </ul>`;
}

function sources(effects: readonly ProgrammeEffect[]): Markup | null {
  const found = effects.flatMap(({ horizonten }) => horizonten.flatMap(({ literatuur }) => literatuur?.bron ?? []));
  const distinct = [...new Set(found.flatMap((source) => source.split('; ')))];
  if (distinct.length === 0) return null;
  return markup`<p class="note">Onderzoek elders: ${reference(distinct.join('; '))}.</p>`;
}

export const effect: Section = {
  // After the flows and who goes through them, before costs, which rest on the net effect.
  place: 6.5,
  id: 'bruto-en-netto',
  title: 'Bruto en netto',
  async write({ summary }) {
    const effects = (summary.effecten ?? []).filter(({ horizonten }) => horizonten.length > 0);
    if (effects.length === 0) return null;
    const domain = shareDomain(effects);
    const figures: Markup[] = [];
    for (const [i, one] of effects.entries()) {
      const id = `effect-${i + 1}`;
      const drawing = await drawChart(dumbbellSpec(one, domain));
      figures.push(figure(drawing, { id, title: one.naam, description: description(one), numbers: numbers(one) }));
    }
    return {
      lead: lead(effects),
      body: markup`<p>
          Bruto succes is wat een team ziet: hoeveel mensen na een programma geen uitkering meer hebben. Een deel van hen
          was ook zonder programma vertrokken. Dat deel telt niet mee voor het volume, want het was er al. Alleen het
          netto-effect verlaagt het aantal uitkeringen.
        </p>
        <p>
          Hoe hoger het deel ‘ook zonder’, hoe meer een programma werkt met mensen die zichzelf ook hadden gered. Dat is geen
          verwijt aan wie het uitvoert: wie de meest bemiddelbare inwoners kiest, ziet vanzelf veel succes. Het betekent wel
          dat een hoog bruto percentage niet meegaat naar een grotere groep.
        </p>
        ${legend()}
        <div class="multiples">${figures}</div>
        <p class="note">
          Ongewijzigd beleid bij een vlakke landelijke trend. Beide doorrekeningen hebben dezelfde inwoners met hetzelfde
          toeval; alleen het effect van het programma is eruit gehaald. Wie zonder dat effect langer blijft, houdt een plaats
          langer bezet, en daardoor kan het aantal dat begint iets verschillen. ‘Alles’ betekent: op dat moment waren er
          zonder het programma evenveel of meer mensen vertrokken.
        </p>
        ${sources(effects)} ${pilotList(summary.pilots ?? [])}`,
    };
  },
};
