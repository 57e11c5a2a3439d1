// A race with peers as lines of text: per contender the fastest and the middle round, and how that compares.
import type { RaceResult, Row } from './race.js';

const widths = [36, 10, 8, 10, 9, 9, 9, 9, 10, 10];

/** One line per contender, then one per peer that is not there. Ratios are of the fastest rounds, and of the middle ones. */
export function tableOf(id: string, { rows, absent }: RaceResult, knownWait: number): readonly string[] {
  const [loop, chain] = rows;
  if (loop === undefined || chain === undefined) throw new Error('a race has a loop and a chain');
  return [
    `${id}, mean wait ${knownWait.toFixed(3)} by theory`,
    line('', 'clients', 'µs each', 'middle', 'x loop', 'middle', 'x chain', 'middle', 'wall s', 'wait'),
    ...rows.map((row) => lineOf(row, loop, chain)),
    ...absent.map((sentence) => `  ${sentence}`),
  ];
}

function lineOf(row: Row, loop: Row, chain: Row): string {
  const fastest = least(row.microsPerClient);
  const usual = middle(row.microsPerClient);
  return line(
    row.version === undefined ? row.name : `${row.name} ${row.version}`,
    String(row.clients),
    fastest.toFixed(3),
    usual.toFixed(3),
    (fastest / least(loop.microsPerClient)).toFixed(2),
    (usual / middle(loop.microsPerClient)).toFixed(2),
    (fastest / least(chain.microsPerClient)).toFixed(2),
    (usual / middle(chain.microsPerClient)).toFixed(2),
    middle(row.wholeSeconds).toFixed(2),
    row.meanWait.toFixed(3),
  );
}

function line(...cells: readonly string[]): string {
  return `  ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[at]!))).join('')}`;
}

const least = (values: readonly number[]): number => Math.min(...values);

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[sorted.length >> 1]!;
}
