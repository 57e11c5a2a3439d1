// Keys: the published FNV-1a values, and the room that each part has.
import { expect, test } from 'vitest';
import { clientKey, purpose, stationKey } from '../../src/random/keys.js';

test.each([
  // 32-bit FNV-1a test vectors of Noll's reference implementation, halves folded by exclusive or.
  { id: '', fnv: 0x811c9dc5 },
  { id: 'a', fnv: 0xe40c292c },
  { id: 'foobar', fnv: 0xbf9cf968 },
])("the key of station '$id' is the published hash, folded", ({ id, fnv }) => {
  expect(stationKey(id)).toBe((fnv >>> 16) ^ (fnv & 0xffff));
});

test('ids outside ASCII are hashed by their UTF-8 bytes', () => {
  // é is C3 A9.
  let hash = Math.imul(0x811c9dc5 ^ 0xc3, 0x01000193);
  hash = Math.imul(hash ^ 0xa9, 0x01000193) >>> 0;
  expect(stationKey('é')).toBe((hash >>> 16) ^ (hash & 0xffff));
});

test('a client key holds the source in the top six bits and the client in the other 26', () => {
  expect(clientKey(0, 0)).toBe(0);
  expect(clientKey(1, 2)).toBe(0x04000002);
  expect(clientKey(63, 0x3ffffff)).toBe(0xffffffff);
});

test.each([
  [64, 0, /source 64/],
  [-1, 0, /source -1/],
  [0, 2 ** 26, /client 67108864/],
  [0, 0.5, /client 0\.5/],
  [0, Number.NaN, /client NaN/],
])('source %d with client %d is refused by name', (source, client, message) => {
  expect(() => clientKey(source, client)).toThrow(RangeError);
  expect(() => clientKey(source, client)).toThrow(message);
});

test('purposes are different and fit in four bits', () => {
  const codes = Object.values(purpose);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.every((code) => Number.isInteger(code) && code >= 0 && code < 16)).toBe(true);
});
