// Whether a file stands there with other text than we would write: somebody has worked in it.
import { existsSync, readFileSync } from 'node:fs';

export function differsOnDisk(file: string, text: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8') !== text;
}
