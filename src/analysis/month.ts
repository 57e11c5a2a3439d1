// Calendar months as text (`2018-10`) and arithmetic on them, without a clock or a time zone.

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

function count(month: string): number {
  const match = MONTH.exec(month);
  if (match === null) throw new RangeError(`'${month}' is not a month like 2018-10`);
  return Number(match[1]) * 12 + Number(match[2]) - 1;
}

/** The month `offset` months later. */
export function addMonths(month: string, offset: number): string {
  const total = count(month) + offset;
  return `${String(Math.floor(total / 12)).padStart(4, '0')}-${String((total % 12) + 1).padStart(2, '0')}`;
}

/** Whole months from `from` to `to`; negative when `to` is earlier. */
export function monthsBetween(from: string, to: string): number {
  return count(to) - count(from);
}

/** All months from `first` through `last`; empty when last comes first. */
export function monthRange(first: string, last: string): string[] {
  const length = Math.max(0, monthsBetween(first, last) + 1);
  return Array.from({ length }, (_, offset) => addMonths(first, offset));
}

export function isMonth(text: string): boolean {
  return MONTH.test(text);
}
