// Section 10, Verantwoording: agreement with the printed figures, the checklist, and how to make this file again.
import type { IjkpuntResult } from '../../analysis/ijkpunt.js';
import { checklist } from '../checklist.js';
import { table } from '../figure.js';
import { type Content, markup, type Markup } from '../html.js';
import type { Section } from '../section.js';
import { number, percent, plural, reference, withMargin } from '../words.js';

/** A value in the unit of its ijkpunt: shares and ratios in percent, small numbers with decimals. */
function value({ ijkpunt }: IjkpuntResult, amount: number): string {
  if (/^(aandeel|kans)/.test(ijkpunt.unit)) return percent(amount);
  return number(amount, Math.abs(ijkpunt.high) < 10 ? 3 : 0);
}

function margin(result: IjkpuntResult): string {
  const { interval, ijkpunt } = result;
  if (interval === null) return 'geen waarde';
  if (/^(aandeel|kans)/.test(ijkpunt.unit)) {
    return interval.halfWidth === null
      ? percent(interval.mean)
      : `${percent(interval.mean)} ± ${percent(interval.halfWidth)}`;
  }
  const digits = Math.abs(ijkpunt.high) < 10 ? 3 : (interval.halfWidth ?? 1) < 1 ? 1 : 0;
  return withMargin({ gemiddelde: interval.mean, marge: interval.halfWidth }, digits);
}

function ijkpuntTable(results: readonly IjkpuntResult[]): Markup {
  return table({
    caption: 'IJkpunten: wat de bron drukt, en wat de berekening geeft',
    columns: [
      { label: 'IJkpunt', kind: 'text' },
      { label: 'Bandbreedte', kind: 'num' },
      { label: 'Berekend', kind: 'num' },
      { label: 'Eenheid', kind: 'text' },
      { label: 'Soort', kind: 'text' },
      { label: 'Uitkomst', kind: 'text' },
      { label: 'Bron', kind: 'text' },
    ],
    rows: results.map((result): Content[] => [
      result.ijkpunt.description,
      `${value(result, result.ijkpunt.low)} – ${value(result, result.ijkpunt.high)}`,
      margin(result),
      result.ijkpunt.unit,
      result.ijkpunt.kind,
      markup`<span class="${result.outcome === 'binnen' ? 'good' : 'warn'}">${result.outcome}</span>`,
      reference(result.ijkpunt.source),
    ]),
  });
}

function lead(results: readonly IjkpuntResult[], missing: number): string {
  const inside = results.filter(({ outcome }) => outcome === 'binnen').length;
  const checks =
    results.length === 0
      ? 'Bij deze doorrekening zijn geen ijkpunten nagerekend'
      : `De berekening geeft ${number(inside)} van de ${plural(results.length, 'ijkpunt', 'ijkpunten')} terug`;
  if (missing === 0) return `${checks}, en alle punten van de verantwoording zijn ingevuld.`;
  return `${checks}, en ${plural(missing, 'punt', 'punten')} van de verantwoording ${missing === 1 ? 'is' : 'zijn'} nog niet ingevuld.`;
}

export const accountability: Section = {
  place: 10,
  id: 'verantwoording',
  title: 'Verantwoording',
  write(input) {
    const stages = checklist(input);
    const missing = stages.flatMap(({ items }) => items).filter(({ answer }) => answer === null).length;
    const { ijkpunten, run } = input;
    const calibrated = ijkpunten.length > 0 && ijkpunten.every(({ outcome }) => outcome === 'binnen');
    return {
      lead: lead(ijkpunten, missing),
      body: markup`<h3>Maak dit bestand opnieuw</h3>
        <pre><code>${run.command}</code></pre>
        ${
          ijkpunten.length === 0
            ? null
            : markup`<h3>Geeft het model de bekende cijfers terug?</h3>
                <p>
                  ‘Ingevoerd’ is een cijfer dat het model heeft meegekregen; ‘volgt’ moest er vanzelf uit
                  komen.${calibrated ? ' Het model geeft de cijfers terug waarop het is afgesteld. Of het ook voorspelt, blijkt alleen uit een terugtoets.' : ''}
                </p>
                ${ijkpuntTable(ijkpunten)}`
        }
        ${stages.map(
          ({ title, items }) =>
            markup`<h3>${title}</h3>
              <dl class="checklist">
                ${items.map(
                  ({ code, title: item, answer }) =>
                    markup`<dt><span class="code">${code}</span> ${item}</dt>
                      <dd>${answer ?? markup`<span class="missing">niet ingevuld</span>`}</dd> `,
                )}
              </dl> `,
        )}
        <p class="note">Ingedeeld naar STRESS-DES (nummers), ISPOR-SMDM (kopjes) en STARS.</p>`,
    };
  },
};
