// A table of text for the terminal: columns as wide as what stands in them, numbers to the right.
import { widest } from './dutch-help.js';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Longer texts are wrapped at a space. */
  readonly width?: number;
}

/** Lines of at most `width` characters, broken at spaces; a longer word stands on a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = [columns.map(({ title }) => title), ...rows].map((row) =>
    columns.map((column, index) => wrap(row[index] ?? '', column.width ?? Infinity)),
  );
  const widths = columns.map((_, index) =>
    Math.max(...cells.flatMap((row) => (row[index] ?? []).map((line) => line.length))),
  );
  const lineOf = (row: readonly string[][], line: number): string =>
    columns
      .map(({ align }, index) => {
        const text = row[index]?.[line] ?? '';
        return align === 'right' ? text.padStart(widths[index] ?? 0) : text.padEnd(widths[index] ?? 0);
      })
      .join('  ')
      .trimEnd();
  const lines = cells.flatMap((row) => {
    const height = Math.max(...row.map((cell) => cell.length));
    return Array.from({ length: height }, (_, line) => lineOf(row, line));
  });
  const headHeight = Math.max(...(cells[0] ?? []).map((cell) => cell.length));
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [...lines.slice(0, headHeight), rule, ...lines.slice(headHeight)].join('\n');
}

/** Running text in lines of at most a hundred characters, behind `mark` and aligned with what stands behind it. */
export function paragraph(text: string, mark = ''): string {
  return mark + wrap(text, widest - mark.length).join(`\n${' '.repeat(mark.length)}`);
}
