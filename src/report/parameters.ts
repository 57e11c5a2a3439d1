// How a number of the organisation is written in the report: its label, its value in the manner of its unit, its range.
import { labelOf, type Parameter } from '../scenario/parameter.js';
import { markup, type Markup } from './html.js';
import { number, percent } from './words.js';

/** Five figures are enough to tell any two values of one parameter apart. */
function figures(value: number): string {
  const size = Math.abs(value);
  return number(value, size === 0 || size >= 1000 ? 0 : Math.min(5, Math.max(0, 3 - Math.floor(Math.log10(size)))));
}

/** A value of a parameter in the manner of its unit: shares in percent. */
export function valueText(value: number, unit: string): string {
  return /^(aandeel|kans)/.test(unit) ? percent(value) : figures(value);
}

export function rangeText({ low, high, unit }: Parameter): string {
  return low === null || high === null ? 'vast' : `${valueText(low, unit)} – ${valueText(high, unit)}`;
}

/** An id that may break after its dots and underscores, and nowhere else. */
export function breakable(name: string): Markup {
  return markup`<code>${name.split(/(?<=[._])/).map((part) => markup`${part}<wbr>`)}</code>`;
}

/** What a reader is shown for the id of a number; the id itself where nobody gave it a label. */
export function labelFor(name: string, parameters: readonly Parameter[]): string {
  const parameter = parameters.find((candidate) => candidate.name === name);
  return parameter === undefined ? name : labelOf(parameter);
}

/** As `labelFor`, in quotes when it is more than one word: in a sentence it would run into the words around it. */
export function quotedLabel(name: string, parameters: readonly Parameter[]): string {
  const label = labelFor(name, parameters);
  return label.includes(' ') ? `‘${label}’` : label;
}

/** The label with the id behind it, for whoever has to find the row. */
export function labelAndId(name: string, parameters: readonly Parameter[]): Markup {
  const label = labelFor(name, parameters);
  return label === name ? breakable(name) : markup`${label} <span class="id">(${breakable(name)})</span>`;
}
