// Reads a file as text: UTF-8, or windows-1252 when it is not valid UTF-8; whatever is not text is a mistake that says what to do.
import { readFileSync } from 'node:fs';
import { failed, mistakeInFile, ok, type Loaded } from './mistake.js';

export interface TextFile {
  readonly file: string;
  readonly text: string;
  readonly encoding: 'utf-8' | 'windows-1252';
  /** The bytes as they stand on disk, for the hash in the run's account. */
  readonly bytes: Uint8Array;
}

// Own table: TextDecoder('windows-1252') in Node reads these 32 bytes as control characters, so that € and ’ get lost.
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Reads one text file. A byte order mark is dropped. Empty, missing, a folder, binary, compressed: one mistake. */
export function readText(file: string): Loaded<TextFile> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return failed([mistakeInFile(file, readProblem(errorCode(error)))]);
  }
  const problem = binaryProblem(bytes);
  if (problem !== null) return failed([mistakeInFile(file, problem)]);
  const { text, encoding } = decode(bytes);
  if (text.trim() === '') return failed([mistakeInFile(file, 'het bestand is leeg.')]);
  return ok({ file, text, encoding, bytes });
}

/** The bytes of a file that was read already, to put elsewhere as they are. */
export function readBytes(file: string): Uint8Array {
  return readFileSync(file);
}

export function decode(bytes: Uint8Array): { text: string; encoding: 'utf-8' | 'windows-1252' } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const letters = Array.from(bytes, (byte) =>
      byte >= 0x80 && byte < 0xa0 ? windows1252[byte - 0x80] : String.fromCharCode(byte),
    );
    return { text: letters.join(''), encoding: 'windows-1252' };
  }
}

/** The system's name for what went wrong (`ENOENT`), or '' when it was not the system. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function readProblem(code: string): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'het bestand bestaat niet.';
    case 'EISDIR':
      return 'dit is een map; noem een bestand.';
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
      return 'het bestand mag niet worden gelezen. Staat het open in een ander programma (Excel?), of hebt u geen leesrechten?';
    default:
      return `het bestand kan niet worden gelezen (${code === '' ? 'onbekende fout' : code}).`;
  }
}

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function binaryProblem(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0x1f, 0x8b)) return 'dit is een gecomprimeerd bestand (gzip); pak het eerst uit.';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    return 'dit is een Excel-werkmap of zipbestand, geen tekst. Kies in Excel "Opslaan als" en dan "CSV UTF-8".';
  }
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    return 'dit bestand is opgeslagen als Unicode-tekst (UTF-16). Kies bij opslaan "CSV UTF-8" of codering UTF-8.';
  }
  if (bytes.includes(0)) return 'dit is geen tekstbestand (het bevat nulbytes).';
  return null;
}
