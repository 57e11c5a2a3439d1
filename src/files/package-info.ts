// What the program says of itself: version, defaults and versions of its libraries, from package.json.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './folders.js';

export interface PackageInfo {
  readonly version: string;
  /** The organisation that commands take when none is named. */
  readonly organisation: string;
  readonly libraries: readonly { readonly name: string; readonly version: string }[];
}

interface Manifest {
  readonly version: string;
  readonly doorstroom?: { readonly organisatie?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

export function readPackageInfo(): PackageInfo {
  const manifest = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as Manifest;
  const libraries = Object.entries(manifest.dependencies ?? {}).map(([name, version]) => ({ name, version }));
  return { version: manifest.version, organisation: manifest.doorstroom?.organisatie ?? '', libraries };
}
