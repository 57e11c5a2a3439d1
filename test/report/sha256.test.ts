// SHA-256 against the examples of FIPS 180-4 and Node's own implementation.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { cspSource, sha256 } from '../../src/report/sha256.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

test('gives the published digests of "abc" and of the two-block message', () => {
  expect(hex(sha256('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(hex(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'))).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  );
});

test('agrees with Node on every length around the block borders, and on letters of several bytes', () => {
  for (let length = 0; length < 200; length += 1) {
    const text = 'é'.repeat(length % 7) + 'x'.repeat(length);
    expect(hex(sha256(text))).toBe(createHash('sha256').update(text).digest('hex'));
  }
});

test('is written for a Content-Security-Policy in base 64', () => {
  expect(cspSource('abc')).toBe("'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='");
});
