// Runs the built program as a user would: in a folder of its own, with files of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

export const root = join(import.meta.dirname, '..', '..');
const main = join(root, 'dist', 'cli', 'main.js');
const small = join(root, 'test', 'fixtures', 'klein');

export interface Said {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Circumstances {
  readonly cwd?: string;
  /** Closes stdout at once, as `| head -0` would. */
  readonly closeEarly?: boolean;
  /** Called with every piece that arrives on stderr. */
  readonly onNote?: (text: string, child: ChildProcess) => void;
}

export function doorstroom(
  args: readonly string[],
  { cwd = root, closeEarly = false, onNote }: Circumstances = {},
): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { cwd });
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

/** A folder with a copy of the small organisation `dorp`, and with other files if wanted. Gone when the tests of the file are done. */
export function village(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'doorstroom-cli-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  cpSync(small, folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
