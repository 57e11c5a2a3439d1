// The simulators that we know how to ask: what each is called with, and which script of ours runs which model.
import { join } from 'node:path';
import type { Command, Peer } from './peer.js';

const folder = join('test', 'bench', 'peers');
const python = (script: string): Command => ({ program: 'python3', args: [join(folder, script)] });
/** Without the user's own start-up files, so that everybody measures the same. */
const rscript = (script: string): Command => ({ program: 'Rscript', args: ['--vanilla', join(folder, script)] });

export const peers: readonly Peer[] = [
  {
    name: 'SimPy',
    needs: 'python3 with simpy 4 or newer',
    oldest: 4,
    asksVersion: {
      program: 'python3',
      args: ['-c', 'import platform, simpy; print(simpy.__version__, "on Python", platform.python_version())'],
    },
    scripts: { mm1: python('simpy_mm1.py'), network: python('simpy_network.py') },
  },
  {
    name: 'simmer',
    needs: 'Rscript with simmer 4 or newer',
    oldest: 4,
    asksVersion: {
      program: 'Rscript',
      args: ['--vanilla', '-e', 'cat(format(packageVersion("simmer")), "on R", format(getRversion()))'],
    },
    scripts: { mm1: rscript('simmer_mm1.R'), network: rscript('simmer_network.R') },
  },
];
