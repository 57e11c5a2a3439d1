// Another simulator that runs our two models in a process of its own: whether it is there, and what one run of it said.
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';

export type Model = 'mm1' | 'network';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

export interface Peer {
  readonly name: string;
  /** What must be installed, in words. */
  readonly needs: string;
  /** The oldest major version that the scripts are written for. */
  readonly oldest: number;
  /** Writes its version and, behind a space, what it runs on. */
  readonly asksVersion: Command;
  /** What the arguments of the model are put behind. */
  readonly scripts: Readonly<Record<Model, Command>>;
}

export type Presence = { readonly version: string } | { readonly absent: string };

/** Looks once; a peer that is not there, or is too old, is a sentence and no mistake. */
export function look({ name, needs, oldest, asksVersion }: Peer): Presence {
  const { status, stdout } = spawnSync(asksVersion.program, asksVersion.args, { encoding: 'utf8' });
  const version = status === 0 ? stdout.trim() : '';
  if (version === '') return { absent: `${name} is not installed (${needs}): left out.` };
  const major = Number.parseInt(version, 10);
  if (!(major >= oldest)) return { absent: `${name} ${version} is older than ${oldest} (${needs}): left out.` };
  return { version };
}

/** What a script writes as one line of JSON. `seconds` and `processorSeconds` are of the simulation alone, taken by the script. */
const runSchema = z.strictObject({
  clients: z.int().positive(),
  visits: z.int().positive(),
  waited: z.number().nonnegative(),
  seconds: z.number().positive(),
  processorSeconds: z.number().positive(),
});

export interface PeerRun extends z.output<typeof runSchema> {
  /** From start to end of the process: interpreter, libraries and warming up too. */
  readonly wholeSeconds: number;
}

/** @throws when the script fails, or writes anything else than its line */
export function runPeer(peer: Peer, model: Model, args: readonly string[]): PeerRun {
  const { program, args: first } = peer.scripts[model];
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(program, [...first, ...args], { encoding: 'utf8' });
  const wholeSeconds = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(`${peer.name} stopped with exit code ${String(status)}.\n${stderr}`);
  return { ...parseRun(peer.name, stdout), wholeSeconds };
}

/** @throws when it is not the one line that was agreed */
export function parseRun(name: string, text: string): z.output<typeof runSchema> {
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    throw new Error(`${name} wrote no line of JSON: ${text.slice(0, 200)}`);
  }
  const parsed = runSchema.safeParse(written);
  if (!parsed.success) throw new Error(`${name} wrote another line than was agreed.\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
