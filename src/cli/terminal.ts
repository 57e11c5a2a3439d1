// The terminal: results on stdout, everything else on stderr, a bar where somebody looks at it.
import { styleText } from 'node:util';
import { paragraph } from './text-table.js';

/** `process.stdout`, or any other stream. */
export type Stream = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** How far a piece of work is; `done` clears the bar. */
export interface Progress {
  readonly at: (done: number, total: number) => void;
  readonly done: () => void;
}

export interface Terminal {
  /** Columns of stdout; 80 where nobody can tell. */
  readonly width: number;
  /** A result, on stdout. */
  result(text: string): void;
  /** Progress, warnings and errors, on stderr. */
  note(text: string): void;
  warn(text: string): void;
  error(text: string): void;
  strong(text: string): string;
  faint(text: string): string;
  progress(what: string): Progress;
}

export function createTerminal(
  stdout: Stream,
  stderr: Stream,
  clock: () => number = () => performance.now(),
): Terminal {
  const { columns = 0 } = stdout;
  const coloured = (stream: Stream, format: 'bold' | 'dim' | 'red' | 'yellow', text: string): string =>
    styleText(format, text, { stream, validateStream: true });
  return {
    width: columns > 0 ? columns : 80,
    result: (text) => void stdout.write(`${text}\n`),
    note: (text) => void stderr.write(`${text}\n`),
    warn: (text) =>
      void stderr.write(
        `${paragraph(`${text}.`, 'Let op: ').replace('Let op:', coloured(stderr, 'yellow', 'Let op:'))}\n`,
      ),
    error: (text) => void stderr.write(`${coloured(stderr, 'red', 'Fout:')} ${text}\n`),
    strong: (text) => coloured(stdout, 'bold', text),
    faint: (text) => coloured(stdout, 'dim', text),
    progress: (what) => (stderr.isTTY === true ? bar(stderr, what, clock) : sparse(stderr, what)),
  };
}

function bar(stream: Stream, what: string, clock: () => number): Progress {
  const begun = clock();
  let drawn = -Infinity;
  return {
    at(done, total) {
      const now = clock();
      if (now - drawn < 100 && done < total) return;
      drawn = now;
      const width = 24;
      const filled = Math.round((done / total) * width);
      const left = done === 0 ? '' : `, nog ${duration(((now - begun) / done) * (total - done))}`;
      const line = `${what} [${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${String(done)} van ${String(total)}${left}`;
      stream.write(`\r\u001b[K${line.slice(0, (stream.columns ?? 100) - 1)}`);
    },
    done: () => void stream.write('\r\u001b[K'),
  };
}

/** Where nobody looks at a bar (a log file), a line at the start and at each quarter. */
function sparse(stream: Stream, what: string): Progress {
  let quarter = 0;
  stream.write(`${what}\n`);
  return {
    at(done, total) {
      const reached = Math.floor((done / total) * 4);
      if (reached <= quarter) return;
      quarter = reached;
      stream.write(`${what}: ${String(done)} van ${String(total)}\n`);
    },
    done: () => undefined,
  };
}

/** `40 s`, `2 min`; for reading, not for measuring. */
function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 90 ? `${String(seconds)} s` : `${String(Math.round(seconds / 60))} min`;
}
