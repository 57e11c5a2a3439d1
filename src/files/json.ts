// JSON that is the same bytes for the same content, and the fingerprints of input files.
import { createHash } from 'node:crypto';

/**
 * Keys sorted by code unit, two spaces, a newline at the end. Throws a TypeError for what JSON has no word for (NaN, Infinity, functions, maps,
 * undefined inside a list); a key whose value is undefined is left out.
 */
export function stableJson(value: unknown): string {
  return `${JSON.stringify(sorted(value, '$'), null, 2)}\n`;
}

function sorted(value: unknown, path: string): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${path} is ${value}, which JSON cannot hold`);
    return value;
  }
  if (Array.isArray(value)) return value.map((item: unknown, index) => sorted(item, `${path}[${index}]`));
  if (typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, item]: [string, unknown]) => [key, sorted(item, `${path}.${key}`)]));
  }
  throw new TypeError(`${path} is a ${typeof value}, which JSON cannot hold`);
}

/** Lower-case hexadecimal SHA-256 of bytes, or of text as UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
