// Creates several folders as one act: all of them are there afterwards, complete and read through, or none of them is.
import { existsSync, mkdirSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beside, type Rename } from './atomic.js';
import type { Loaded } from './mistake.js';

/**
 * Writes `files` (paths below `root`) into a scratch folder, lets `check` read them there (what it throws is thrown on, and nothing is left
 * behind), and then moves each of `folders` into its place. When a move is refused, those before it are taken back. None of the folders may
 * be there already: asking that comes first and is the caller's, who knows the words.
 */
export function createTogether(
  root: string,
  folders: readonly string[],
  files: ReadonlyMap<string, string | Uint8Array>,
  check: (scratch: string) => void,
  rename: Rename = renameSync,
): Loaded<string> {
  return beside(join(root, folders[0] ?? ''), root, (scratch) => {
    for (const [name, content] of files) {
      mkdirSync(dirname(join(scratch, name)), { recursive: true });
      writeFileSync(join(scratch, name), content);
    }
    check(scratch);
    move(scratch, root, folders, rename);
  });
}

function move(scratch: string, root: string, folders: readonly string[], rename: Rename): void {
  const undo: (() => void)[] = [];
  try {
    for (const folder of folders) {
      const [from, to] = [join(scratch, folder), join(root, folder)];
      if (!existsSync(dirname(to))) {
        mkdirSync(dirname(to));
        undo.unshift(() => {
          rmdirSync(dirname(to));
        });
      }
      rename(from, to);
      undo.unshift(() => {
        renameSync(to, from);
      });
    }
  } catch (error) {
    for (const back of undo) back();
    throw error;
  }
}
