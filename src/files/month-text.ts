// A month as people and Excel write it: 2019-01, 1-2019, jan-19, januari 2019, January 2019, 1-1-2019, 2019M01.

const names = [
  ['jan', 'januari', 'january'],
  ['feb', 'februari', 'february'],
  ['mrt', 'maart', 'mar', 'march'],
  ['apr', 'april'],
  ['mei', 'may'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['aug', 'augustus', 'august'],
  ['sep', 'sept', 'september'],
  ['okt', 'oktober', 'oct', 'october'],
  ['nov', 'november'],
  ['dec', 'december'],
];

/** `2019-01`, or a Dutch sentence that says what is wrong. */
export type ParsedMonth =
  { readonly state: 'month'; readonly month: string } | { readonly state: 'mistake'; readonly message: string };

/** A date is a month when it is the first day of it. A year of two digits lies in this century. */
export function parseMonth(text: string): ParsedMonth {
  const plain = text.trim().toLowerCase();
  const parts =
    numbers(/^(?<year>\d{4})-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?$/.exec(plain)) ??
    numbers(/^(?:(?<day>\d{1,2})[-/])?(?<month>\d{1,2})[-/](?<year>\d{4})$/.exec(plain)) ??
    numbers(/^(?<year>\d{4})m?(?<month>\d{2})$/.exec(plain)) ??
    named(/^(?<name>[a-z]+)\.?[\s-]+(?<year>\d{4}|\d{2})$/.exec(plain));
  if (parts === null) {
    return { state: 'mistake', message: `'${text}' is geen maand; schrijf jaar-maand, zoals 2019-01, of januari 2019` };
  }
  const { year, month, day } = parts;
  if (month < 1 || month > 12) return { state: 'mistake', message: `'${text}': maand ${String(month)} bestaat niet` };
  if (year < 1900 || year > 2199) {
    return { state: 'mistake', message: `'${text}': het jaar moet tussen 1900 en 2199 liggen` };
  }
  if (day !== 1) return { state: 'mistake', message: `'${text}': een telling hoort bij de eerste dag van een maand` };
  return { state: 'month', month: `${String(year)}-${String(month).padStart(2, '0')}` };
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function numbers(found: RegExpExecArray | null): Parts | null {
  if (found === null) return null;
  const { year, month, day = '1' } = found.groups ?? {};
  return { year: Number(year), month: Number(month), day: Number(day) };
}

function named(found: RegExpExecArray | null): Parts | null {
  const { name = '', year = '' } = found?.groups ?? {};
  const month = names.findIndex((forms) => forms.includes(name)) + 1;
  return month === 0 ? null : { year: Number(year) + (year.length === 2 ? 2000 : 0), month, day: 1 };
}
