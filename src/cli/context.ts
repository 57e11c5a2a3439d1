// What every command is given: the terminal, where files are looked for, and how it is stopped.
import type { Roots } from '../files/folders.js';
import type { PackageInfo } from '../files/package-info.js';
import type { Terminal } from './terminal.js';

export interface Context {
  readonly terminal: Terminal;
  readonly roots: Roots;
  readonly workingDirectory: string;
  readonly info: PackageInfo;
  readonly signal: AbortSignal;
  /** Ends the process with this code once everything is written. */
  exit(code: number): void;
}
