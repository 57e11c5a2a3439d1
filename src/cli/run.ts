// Runs one command and says with which code the program must end, whatever happens.
import { CommanderError } from 'commander';
import { Deadlock } from '../chain/blocking.js';
import { rootsFrom } from '../files/folders.js';
import { renderMistake } from '../files/mistake.js';
import { readPackageInfo } from '../files/package-info.js';
import type { Context } from './context.js';
import { exitCode, MistakesFound, UsageError } from './failure.js';
import { asksForAll, createProgram } from './program.js';
import type { Terminal } from './terminal.js';

/** Where a command runs: what it writes to, which folder is its own, and how it is stopped. */
export interface Surroundings {
  readonly terminal: Terminal;
  readonly workingDirectory: string;
  readonly signal: AbortSignal;
}

/** Everything that is thrown becomes a Dutch sentence on stderr and an exit code (`exitCode`). */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  let code: number = exitCode.fine;
  const context: Context = {
    ...surroundings,
    roots: rootsFrom(surroundings.workingDirectory),
    info: readPackageInfo(),
    exit(asked) {
      code = asked;
    },
  };
  try {
    const all = asksForAll(args);
    const program = createProgram(context, { all });
    if (args.length === 0 || all) program.outputHelp();
    else await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return explain(error, context);
  }
}

function explain(error: unknown, { terminal, signal, workingDirectory }: Context): number {
  if (signal.aborted) {
    terminal.note('\nAfgebroken; er is niets weggeschreven.');
    return exitCode.interrupted;
  }
  if (error instanceof MistakesFound) {
    const { mistakes } = error;
    for (const mistake of mistakes) terminal.note(renderMistake(mistake, workingDirectory));
    terminal.error(
      mistakes.length === 1
        ? 'er is één fout gevonden; er is niets weggeschreven.'
        : `er zijn ${String(mistakes.length)} fouten gevonden; er is niets weggeschreven.`,
    );
    return exitCode.badInput;
  }
  if (error instanceof UsageError) {
    terminal.error(error.message);
    return exitCode.badInput;
  }
  if (Deadlock.is(error)) {
    terminal.error(error.message);
    return exitCode.badInput;
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.badInput;
  terminal.error(
    `dit is een fout van doorstroom zelf, niet van u: ${error instanceof Error ? error.message : String(error)}`,
  );
  if (error instanceof Error && process.env['DOORSTROOM_DEBUG'] !== undefined) terminal.note(error.stack ?? '');
  return exitCode.bug;
}
