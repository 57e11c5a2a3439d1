// Numbers as they are printed in the terminal: Dutch, with their margin.

const whole = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 });

/** `-120`, `1.250`; a minus is a hyphen so that it can be copied. */
export function count(value: number): string {
  return Number.isNaN(value) ? '-' : whole.format(Math.round(value) === 0 ? 0 : value);
}

/** Three figures, and a value and its margin in the same decimals: those of `size`. */
function decimals(size: number): Intl.NumberFormat {
  const magnitude = Math.abs(size);
  const digits = magnitude >= 99.95 ? 0 : magnitude >= 9.995 ? 1 : 2;
  return new Intl.NumberFormat('nl-NL', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A value in the manner of its unit: shares in percent, others in three figures, or in as many decimals as a value of `size` has. */
export function inUnit(value: number, unit: string, size = value): string {
  if (Number.isNaN(value)) return '-';
  if (unit === 'aandeel' || unit === 'per maand' || unit === 'punten') {
    const digits = unit === 'per maand' ? 2 : 1;
    return `${new Intl.NumberFormat('nl-NL', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(100 * value)} %`;
  }
  return decimals(size).format(value);
}

export function withMargin(value: number, margin: number | null, show: (value: number) => string = count): string {
  return margin === null || Number.isNaN(margin) ? show(value) : `${show(value)} ± ${show(margin)}`;
}

export function signed(value: number): string {
  const text = count(value);
  return value > 0 && text !== '0' ? `+${text}` : text;
}

export function percentage(value: number): string {
  return `${whole.format(100 * value)} %`;
}
