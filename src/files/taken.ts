// Is there something at a path already? For what must never be overwritten.
import { statSync } from 'node:fs';

/** True for a file, a folder or a link that leads somewhere. */
export function isTaken(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
