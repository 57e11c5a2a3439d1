#!/usr/bin/env node
// The program: this process's terminal, folder and Ctrl-C around one command.
import { run } from './run.js';
import { createTerminal } from './terminal.js';

const stop = new AbortController();
process.once('SIGINT', () => {
  stop.abort();
});

/** A reader that stops reading (`| head`) is not an error. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// Not process.exit, which would cut off what is still being written.
process.exitCode = await run(process.argv.slice(2), {
  terminal: createTerminal(process.stdout, process.stderr),
  workingDirectory: process.cwd(),
  signal: stop.signal,
});
