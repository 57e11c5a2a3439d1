// The small language in which `teller` and `noemer` of an ijkpunt name what is to be counted.

/**
 * ```
 * formule  = term  { (" + " | " - ") term }
 * term     = factor { " * " factor }
 * factor   = getal | maat [ "|" plaats [ "|" groep [ "|" eenheid ] ] ] [ "@" periode ]
 * ```
 * - Operators have a space on both sides; ids may hold `-` and `>`, so `stroom|poort>bap + stroom|bap>diagnose` is not ambiguous.
 * - An empty or missing plaats or groep is the total; `*` is the sum of all named ones; `volume||duur:60+` is one group.
 * - An empty or missing eenheid is the unit in the ijkpunt's own column `eenheid` when the measure is counted in it, else the only unit
 *   of the measure, else the one of households (`aanvragen`, `uitkeringen`).
 * - periode is `2018-10`, `2018-10..2019-09` or `2019-12-31`, and in a chain with its own unit `run` or an instant (`12.5`); without it the ijkpunt looks at the measuring window of the run, or,
 *   for the operation `stand`, at the start of that window.
 * - `index@2019-12` is the level of the national trend in that month, a constant.
 * - A number is written with a decimal point or comma: `0,5 * uitstroom||werk`.
 */
export interface SeriesFactor {
  measure: string;
  place: string | null;
  group: string | null;
  unit: string | null;
  period: string | null;
}

export type Factor = number | SeriesFactor;

export interface Term {
  sign: 1 | -1;
  factors: readonly Factor[];
}

const NUMBER = /^\d+(?:[.,]\d+)?$/;
const PERIOD = /^(?:\d{4}-\d{2}(?:-\d{2}|\.\.\d{4}-\d{2})?|run|\d+(?:\.\d+)?)$/;

function parseFactor(text: string, problems: string[]): Factor {
  if (NUMBER.test(text)) return Number(text.replace(',', '.'));
  const [selector = '', period = null, ...tooMuch] = text.split('@');
  const [measure = '', place = '', group = '', unit = '', ...rest] = selector.split('|').map((part) => part.trim());
  if (measure === '') problems.push(`'${text}' noemt geen maat`);
  if (rest.length > 0) problems.push(`'${text}' heeft meer dan vier delen: maat|plaats|groep|eenheid`);
  if (tooMuch.length > 0 || (period !== null && !PERIOD.test(period))) {
    problems.push(`'${text}' heeft geen geldige periode: schrijf @2018-10, @2018-10..2019-09 of @2019-12-31`);
  }
  const orNull = (part: string): string | null => (part === '' ? null : part);
  return { measure, place: orNull(place), group: orNull(group), unit: orNull(unit), period };
}

/** The measures that a formula reads, each once. */
export function measuresIn(text: string): string[] {
  const factors = parseFormula(text).terms.flatMap((term) => term.factors);
  return [...new Set(factors.flatMap((factor) => (typeof factor === 'object' ? factor.measure : [])))];
}

/** Parses a formula; `problems` are Dutch sentences, empty when all is well. */
export function parseFormula(text: string): { terms: readonly Term[]; problems: readonly string[] } {
  const problems: string[] = [];
  const terms: Term[] = [];
  // The capture keeps the operators, so the list alternates term, operator, term …
  const parts = text.trim().split(/\s([+-])\s/);
  for (let i = 0; i < parts.length; i += 2) {
    const factors = (parts[i] ?? '').split(' * ').map((part) => part.trim());
    if (factors.includes('')) {
      problems.push(`'${text}' mist iets naast een + - of *`);
      continue;
    }
    terms.push({ sign: parts[i - 1] === '-' ? -1 : 1, factors: factors.map((part) => parseFactor(part, problems)) });
  }
  return { terms, problems };
}
