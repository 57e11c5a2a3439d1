// Checks on the numbers of a distribution, with their Dutch messages.

/** A number as a Dutch reader writes it. */
export function written(value: number): string {
  return String(value).replace('.', ',');
}

export function notFinite(name: string, value: number): string[] {
  return Number.isFinite(value) ? [] : [`'${name}' moet een gewoon getal zijn; er staat ${written(value)}`];
}

export function notPositive(name: string, value: number): string[] {
  return Number.isFinite(value) && value > 0
    ? []
    : [`'${name}' moet een getal groter dan 0 zijn; er staat ${written(value)}`];
}

export function negative(name: string, value: number): string[] {
  return Number.isFinite(value) && value >= 0
    ? []
    : [`'${name}' moet 0 of een getal groter dan 0 zijn; er staat ${written(value)}`];
}

export function notAscending(lowName: string, low: number, highName: string, high: number): string[] {
  return low > high ? [`'${lowName}' (${written(low)}) mag niet groter zijn dan '${highName}' (${written(high)})`] : [];
}
