// The table of `npm run validatie`, in Dutch.
import { textTable } from '../../src/cli/text-table.js';
import { unchanged } from '../../src/cli/study.js';
import type { Finding } from './run-case.js';

/** As many decimals as the error has: two of its figures. Without an error six figures. */
function decimals(size: number, figures: number): number {
  return Math.min(8, Math.max(0, figures - 1 - Math.floor(Math.log10(Math.abs(size) || 1))));
}

function shown(value: number, digits: number): string {
  if (Number.isNaN(value)) return '-';
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat('nl-NL', format).format(value);
}

const words = {
  exact: 'exact',
  variantie: 'exact',
  vast: 'precies',
  gepubliceerd: 'gepubliceerd',
  gelijk: 'gelijk aan',
};

function row({ of, expected, verdict }: Finding): string[] {
  const { mean, error, n, isGood } = verdict;
  const hasError = !Number.isNaN(error) && error > 0;
  const digits = hasError ? decimals(error, 2) : 6;
  const value = hasError ? shown(expected.value, digits + 1) : trimmed(shown(expected.value, 6));
  const isBase = expected.scenario === unchanged;
  return [
    of.id,
    isBase ? expected.what : `${expected.what} (${expected.scenario})`,
    words[expected.kind],
    expected.kind === 'gelijk'
      ? expected.like
      : expected.error > 0
        ? `${value} ± ${shown(expected.error, digits + 1)}`
        : value,
    hasError ? `${shown(mean, digits)} ± ${shown(error, digits)}` : trimmed(shown(mean, 6)),
    hasError ? `${shown((100 * error) / Math.abs(mean), 2)} %` : '',
    String(n),
    isGood ? 'goed' : 'FOUT',
  ];
}

function trimmed(text: string): string {
  return text.replace(/,?0+$/, '');
}

export function table(findings: readonly Finding[]): string {
  return textTable(
    [
      { title: 'geval' },
      { title: 'wat' },
      { title: 'soort' },
      { title: 'verwacht', align: 'right' },
      { title: 'doorgerekend', align: 'right' },
      { title: 'fout', align: 'right' },
      { title: 'n', align: 'right' },
      { title: 'oordeel' },
    ],
    findings.map(row),
  );
}
