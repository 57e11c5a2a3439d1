// Runs the built program as a user would: in a folder of its own, with files of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';
import type { run } from '../../src/cli/run.js';
import type { createTerminal } from '../../src/cli/terminal.js';

export const root = join(import.meta.dirname, '..', '..');
const small = join(root, 'test', 'fixtures', 'klein');
const cli = (file: string): string => join(root, 'dist', 'cli', file);
const built = async (file: string): Promise<unknown> => import(pathToFileURL(cli(file)).href);

export interface Said {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A stream that keeps what is written, as a pipe would. */
class Kept extends Writable {
  text = '';

  override _write(chunk: Buffer | string, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** A command in this process, with the built code: what `main.ts` does with the streams and the folder of its own process. */
export async function doorstroom(
  args: readonly string[],
  { cwd = root }: { readonly cwd?: string } = {},
): Promise<Said> {
  const program = (await built('run.js')) as { readonly run: typeof run };
  const terminal = (await built('terminal.js')) as { readonly createTerminal: typeof createTerminal };
  const [out, err] = [new Kept(), new Kept()];
  const code = await program.run(args, {
    terminal: terminal.createTerminal(out, err),
    workingDirectory: cwd,
    signal: new AbortController().signal,
  });
  return { code, out: out.text, err: err.text };
}

export interface Circumstances {
  readonly cwd: string;
  /** Closes stdout at once, as `| head -0` would. */
  readonly closeEarly?: boolean;
  /** Called with every piece that arrives on stderr. */
  readonly onNote?: (text: string, child: ChildProcess) => void;
}

/** The same in a process of its own: for what has to do with exit codes, pipes and signals. */
export function spawned(args: readonly string[], { cwd, closeEarly = false, onNote }: Circumstances): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli('main.js'), ...args], { cwd });
    if (closeEarly) child.stdout.destroy();
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
      onNote?.(text, child);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, out, err });
    });
  });
}

const villages: string[] = [];
afterAll(() => {
  for (const folder of villages) rmSync(folder, { recursive: true });
});

/** A folder with a copy of the small organisation `dorp`, and with other files if wanted. Gone when the tests of the file are done. */
export function village(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'doorstroom-cli-'));
  villages.push(folder);
  cpSync(small, folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
