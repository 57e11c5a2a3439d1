// What the tests of files/ share: scratch folders and mistakes in one line each.
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { renderMistake, type Loaded } from '../../src/files/mistake.js';

/** A new folder with these files, by relative path. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'doorstroom-files-')));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export function valueOf<T>(loaded: Loaded<T>): T {
  if (loaded.state === 'ok') return loaded.value;
  throw new Error(loaded.mistakes.map((mistake) => renderMistake(mistake, '/')).join('\n'));
}

/** All mistakes as the user sees them; a value is no mistakes. */
export function rendered(loaded: Loaded<unknown>, workingDirectory = '/'): string[] {
  return loaded.state === 'ok' ? [] : loaded.mistakes.map((mistake) => renderMistake(mistake, workingDirectory));
}
