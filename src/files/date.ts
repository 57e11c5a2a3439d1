// Calendar dates as people write them: 2019-07-01 or 1-7-2019.

/** `iso` is always of the form 2019-07-01. */
export type ParsedDate =
  { readonly state: 'date'; readonly iso: string } | { readonly state: 'mistake'; readonly message: string };

const monthNames = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

/** Reads year-month-day or day-month-year, with hyphens and a year of four digits (1900–2199); the day must exist. */
export function parseDate(text: string): ParsedDate {
  const plain = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain);
  const dutch = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(plain);
  if (iso === null && dutch === null) {
    return mistake(`'${plain}' is geen datum; schrijf jaar-maand-dag of dag-maand-jaar, zoals 2019-07-01 of 1-7-2019`);
  }
  const [year, month, day] = (iso === null ? [dutch?.[3], dutch?.[2], dutch?.[1]] : iso.slice(1)).map(Number);
  return checked(plain, year ?? NaN, month ?? NaN, day ?? NaN);
}

function checked(text: string, year: number, month: number, day: number): ParsedDate {
  if (year < 1900 || year > 2199) return mistake(`'${text}': het jaar moet tussen 1900 en 2199 liggen`);
  if (month < 1 || month > 12) return mistake(`'${text}' is geen datum: maand ${month} bestaat niet`);
  const last = daysInMonth(year, month);
  if (day < 1 || day > last) {
    return mistake(`'${text}' bestaat niet: ${monthNames[month - 1] ?? ''} ${year} heeft ${last} dagen`);
  }
  return { state: 'date', iso: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` };
}

function mistake(message: string): ParsedDate {
  return { state: 'mistake', message };
}

/** `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
