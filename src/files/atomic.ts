// Writes files and whole folders so that a reader sees all of the old or all of the new, never half.
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { failed, mistakeInFile, ok, type Loaded, type Mistake } from './mistake.js';
import { errorCode } from './text.js';

/** The one call that another program can refuse; a test passes its own. */
export type Rename = (from: string, to: string) => void;

/** A text in pieces is written piece by piece: for one that is too long to hold at once. */
export type Content = string | Uint8Array | Iterable<string>;

/** Writes beside the file, then renames over it; makes the folder when it is not there. The value is the path. */
export function writeFileAtomically(file: string, content: Content, rename: Rename = renameSync): Loaded<string> {
  return beside(file, dirname(file), (scratch) => {
    const written = join(scratch, 'nieuw');
    writeContent(written, content);
    rename(written, file);
  });
}

/**
 * Writes all files of a folder into a temporary folder beside it and renames that at the end. Names may hold folders (`beelden/a.svg`).
 * A folder that was there already is replaced; what others put into it (notes, a saved copy) is kept.
 */
export function writeFolderAtomically(
  folder: string,
  files: ReadonlyMap<string, Content>,
  rename: Rename = renameSync,
): Loaded<string> {
  return beside(folder, dirname(folder), (scratch) => {
    const written = join(scratch, 'nieuw');
    mkdirSync(written);
    for (const [name, content] of files) {
      mkdirSync(dirname(join(written, name)), { recursive: true });
      writeContent(join(written, name), content);
    }
    if (existsSync(folder)) replace(folder, written, join(scratch, 'oud'), rename);
    else rename(written, folder);
  });
}

/** Characters that are gathered before they go to the disk. */
const GATHERED = 65_536;

function writeContent(path: string, content: Content): void {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    writeFileSync(path, content);
    return;
  }
  const file = openSync(path, 'w');
  try {
    let gathered = '';
    for (const piece of content) {
      gathered += piece;
      if (gathered.length < GATHERED) continue;
      writeFileSync(file, gathered);
      gathered = '';
    }
    writeFileSync(file, gathered);
  } finally {
    closeSync(file);
  }
}

/** Swaps the folders; when anything is refused, the former one is put back with all it had. */
function replace(folder: string, written: string, former: string, rename: Rename): void {
  rename(folder, former);
  const taken: string[] = [];
  try {
    for (const name of readdirSync(former)) {
      if (existsSync(join(written, name))) continue;
      rename(join(former, name), join(written, name));
      taken.push(name);
    }
    rename(written, folder);
  } catch (error) {
    for (const name of taken) renameSync(join(written, name), join(former, name));
    renameSync(former, folder);
    throw error;
  }
}

/** A scratch folder in `home`, on the same disk as `path`, so that renaming never crosses disks; gone afterwards, whatever happens. */
export function beside(path: string, home: string, write: (scratch: string) => void): Loaded<string> {
  let scratch: string | null = null;
  try {
    mkdirSync(home, { recursive: true });
    scratch = mkdtempSync(join(home, '.doorstroom-'));
    write(scratch);
    return ok(path);
  } catch (error) {
    return failed([writeMistake(path, error)]);
  } finally {
    if (scratch !== null) remove(scratch);
  }
}

/** Clearing up may be refused too (a file is held open): that is not what the user has to know about. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (error) {
    if (errorCode(error) === '') throw error;
  }
}

/** Words for what the system refused. An error that is not the system's is ours and is thrown on. */
export function writeMistake(path: string, error: unknown): Mistake {
  const code = errorCode(error);
  switch (code) {
    case '':
      throw error;
    case 'EBUSY':
    case 'EPERM':
    case 'EACCES':
      return mistakeInFile(
        path,
        'staat open in een ander programma (Excel?), of u mag hier niet schrijven. Sluit het en probeer het opnieuw.',
      );
    case 'ENOSPC':
      return mistakeInFile(path, 'kan niet worden geschreven: de schijf is vol.');
    case 'EROFS':
      return mistakeInFile(path, 'kan niet worden geschreven: deze schijf is alleen-lezen. Kies een andere map.');
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EISDIR':
    case 'ENOTEMPTY':
      return mistakeInFile(path, 'kan niet worden geschreven: er staat een bestand of map met deze naam in de weg.');
    default:
      return mistakeInFile(path, `kan niet worden geschreven (${code}).`);
  }
}
