// How long the program takes to start: its help beside a Node that does nothing.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import type { Contender } from './harness.js';

function started(name: string, args: readonly string[]): Contender {
  return {
    name,
    run() {
      const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
      return { events: 1, check: `exit code ${String(status)}` };
    },
  };
}

export const bareNode = started('node that does nothing', ['-e', '0']);
export const help = started('doorstroom --help', ['dist/cli/main.js', '--help']);
