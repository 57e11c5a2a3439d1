#!/usr/bin/env node
// The program: runs one command and ends with the right code, whatever happens.
import { CommanderError } from 'commander';
import { Deadlock } from '../chain/blocking.js';
import { rootsFrom } from '../files/folders.js';
import { renderMistake } from '../files/mistake.js';
import { readPackageInfo } from '../files/package-info.js';
import type { Context } from './context.js';
import { exitCode, MistakesFound, UsageError } from './failure.js';
import { asksForAll, createProgram } from './program.js';
import { createTerminal } from './terminal.js';

/** Sets `process.exitCode` and never calls process.exit, which would cut off what is still being written. */
async function main(args: readonly string[]): Promise<void> {
  const terminal = createTerminal();
  const stop = new AbortController();
  process.once('SIGINT', () => {
    stop.abort();
  });
  const workingDirectory = process.cwd();
  const context: Context = {
    terminal,
    roots: rootsFrom(workingDirectory),
    workingDirectory,
    info: readPackageInfo(),
    signal: stop.signal,
    exit(code) {
      process.exitCode = code;
    },
  };
  try {
    const all = asksForAll(args);
    const program = createProgram(context, { all });
    if (args.length === 0 || all) program.outputHelp();
    else await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    process.exitCode = explain(error, context);
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

await main(process.argv.slice(2));
