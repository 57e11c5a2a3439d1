// Builds dist/ from src/ with tsc: `node test/config/build.js`; with --if-old only when something changed since the last good build.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '..', '..');
const dist = join(root, 'dist');
// Written last and only by a build without errors, so that half a build never counts as a fresh one.
const stamp = join(dist, '.built');

/**
 * The last moment at which a file came, changed or (through its folder) went.
 * @param {string} path
 * @returns {number} milliseconds since 1970
 */
function lastChange(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}

function isFresh() {
  if (!existsSync(stamp)) return false;
  const inputs = ['src', 'tsconfig.json', 'package.json'].map((name) => lastChange(join(root, name)));
  return Math.max(...inputs) <= statSync(stamp).mtimeMs;
}

function compiler() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  } catch {
    console.error('TypeScript is not installed. Run `npm install` with development dependencies (no --omit=dev).');
    process.exit(1);
  }
}

if (!process.argv.includes('--if-old') || !isFresh()) {
  const tsc = compiler();
  rmSync(dist, { recursive: true, force: true });
  const built = spawnSync(process.execPath, [tsc, '--project', root], { stdio: 'inherit' });
  if (built.status !== 0) process.exit(built.status ?? 1);
  writeFileSync(stamp, '');
}
