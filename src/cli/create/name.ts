// The name that a new organisation or scenario gets: it becomes a folder or a file, on every system, and a word on the command line.
import { UsageError } from '../failure.js';

const longest = 40;
/** Windows keeps these for devices, whatever comes behind the point. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Throws a UsageError with a name that would do, when there is one to be made of it. */
export function checkName(name: string): void {
  if (isName(name)) return;
  const near = nearest(name);
  const proposal = isName(near) ? ` Bijvoorbeeld: ${near}.` : '';
  throw new UsageError(
    `'${name}' kan geen naam zijn. Een naam heeft kleine letters, cijfers en streepjes, begint met een letter en is hoogstens ${String(longest)} tekens lang.${proposal}`,
  );
}

function isName(name: string): boolean {
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) && name.length <= longest && !device.test(name);
}

function nearest(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .slice(0, longest)
    .replace(/-+$/, '');
}

/** What a reader sees when nobody gave a label: `nieuw-dorp` becomes `Nieuw dorp`. */
export function labelOf(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
