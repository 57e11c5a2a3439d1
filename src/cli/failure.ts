// How a command ends: the exit codes, and the two ways to stop early.
import type { Mistake } from '../files/mistake.js';

/** 0 fine (also when the ambition is not met), 1 an ijkpunt is buiten, 2 bad input, 70 our own bug, 130 interrupted. */
export const exitCode = { fine: 0, outside: 1, badInput: 2, bug: 70, interrupted: 130 } as const;

/** The user's mistakes, all at once. */
export class MistakesFound extends Error {
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    super(`${String(mistakes.length)} mistakes`);
    this.mistakes = mistakes;
  }
}

/** Something asked on the command line cannot be done; `message` is Dutch. */
export class UsageError extends Error {}
