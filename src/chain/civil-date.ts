// Calendar dates as day numbers: exact proleptic Gregorian arithmetic without clocks or time zones.

/** Days since 1970-01-01 of an ISO date `2018-10-01`. Throws on anything else. */
export function dayNumber(iso: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const time = match === null ? NaN : Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  const day = time / 86_400_000;
  if (Number.isNaN(day) || isoDate(day) !== iso) throw new RangeError(`not a date: ${iso}`);
  return day;
}

/** ISO date of a day number; the fraction of the day is dropped. */
export function isoDate(day: number): string {
  return new Date(Math.floor(day) * 86_400_000).toISOString().slice(0, 10);
}

export function isDate(iso: string): boolean {
  try {
    dayNumber(iso);
    return true;
  } catch {
    return false;
  }
}

/** 0 = Monday … 6 = Sunday. Day 0, 1970-01-01, was a Thursday. */
export function weekday(day: number): number {
  return (((Math.floor(day) + 3) % 7) + 7) % 7;
}

/** The first of each month from `from` to `to` inclusive, as ISO dates; both must be the first of a month. */
export function monthStarts(from: string, to: string): string[] {
  const months: string[] = [];
  for (let iso = from; iso <= to; iso = nextMonth(iso)) months.push(iso);
  return months;
}

/** The first of the next month. */
export function nextMonth(iso: string): string {
  const year = Number(iso.slice(0, 4));
  const month = Number(iso.slice(5, 7));
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}

/** The same day of the month, `months` later; meant for the first of a month. */
export function addMonths(iso: string, months: number): string {
  const total = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 + months;
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}${iso.slice(7)}`;
}

/** Easter Sunday (Gregorian), by the anonymous algorithm of Meeus, Astronomical Algorithms (1991), chapter 8. */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/**
 * Days on which Dutch municipalities are closed, as day numbers: New Year, Easter Monday, King's Day (26 April when the 27th is a Sunday),
 * Liberation Day in lustrum years, Ascension, Whit Monday, Christmas. Good Friday is a working day.
 */
export function dutchHolidays(year: number): number[] {
  const at = (month: number, day: number): number => Date.UTC(year, month - 1, day) / 86_400_000;
  const sunday = easter(year);
  const kingsDay = weekday(at(4, 27)) === 6 ? at(4, 26) : at(4, 27);
  const liberation = year % 5 === 0 ? [at(5, 5)] : [];
  return [at(1, 1), sunday + 1, kingsDay, ...liberation, sunday + 39, sunday + 50, at(12, 25), at(12, 26)];
}
