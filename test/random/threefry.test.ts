// Threefry against the known-answer vectors that Random123 publishes: all three of threefry2x32 with 20 rounds in tests/kat_vectors of
// github.com/DEShawResearch/random123, version 1.14 (commit 9545ff6).
import { expect, test } from 'vitest';
import { threefry, threefryUniform } from '../../src/random/threefry.js';

const vectors = [
  { counter: [0, 0], key: [0, 0], answer: [0x6b200159, 0x99ba4efe] },
  { counter: [0xffffffff, 0xffffffff], key: [0xffffffff, 0xffffffff], answer: [0x1cb996fc, 0xbb002be7] },
  { counter: [0x243f6a88, 0x85a308d3], key: [0x13198a2e, 0x03707344], answer: [0xc4923a9c, 0x483df7a0] },
] as const;

test.each(vectors)('counter $counter with key $key gives the published words', ({ counter, key, answer }) => {
  const out = new Int32Array(2);
  threefry(counter[0], counter[1], key[0], key[1], out);
  expect(Array.from(out, (word) => word >>> 0)).toEqual(answer);
});

test.each(vectors)(
  'the uniform at counter $counter is made of the top 52 bits and a half',
  ({ counter, key, answer }) => {
    const top52 = (BigInt(answer[0]) << 20n) | (BigInt(answer[1]) >> 12n);
    const expected = Number(2n * top52 + 1n) / 2 ** 53;
    expect(threefryUniform(counter[0], counter[1], key[0], key[1])).toBe(expected);
  },
);
