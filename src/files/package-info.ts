// What the program says of itself: version, default organisation and the versions of its libraries as installed.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** Libraries stand beside the program or, where it is itself installed as one, beside its own folder; else what it asks for is all there is to say. */
function installedVersion(name: string, asked: string): string {
  for (const shelf of [join(packageRoot, 'node_modules'), dirname(packageRoot)]) {
    try {
      return readManifest(join(shelf, name)).version;
    } catch {
      continue;
    }
  }
  return asked;
}

export function readPackageInfo(): PackageInfo {
  const manifest = readManifest(packageRoot);
  const libraries = Object.entries(manifest.dependencies ?? {}).map(([name, asked]) => ({
    name,
    version: installedVersion(name, asked),
  }));
  return { version: manifest.version, organisation: manifest.doorstroom?.organisatie ?? '', libraries };
}
