// SHA-256 (FIPS 180-4), because the report floor has no access to the machine and the page vouches for its own style sheet.

const initial = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4 §4.2.2). */
function roundConstants(): Uint32Array {
  const constants: number[] = [];
  for (let candidate = 2; constants.length < 64; candidate += 1) {
    let prime = true;
    for (let d = 2; d * d <= candidate; d += 1) prime &&= candidate % d !== 0;
    if (prime) constants.push(fractionOfCubeRoot(candidate));
  }
  return Uint32Array.from(constants);
}

/** floor(frac(∛n) · 2³²) in whole numbers: a rounded double cube root is not trusted with all 32 bits. */
function fractionOfCubeRoot(n: number): number {
  const target = BigInt(n) << 96n;
  let low = 0n;
  let high = 1n << 36n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle * middle * middle <= target) low = middle;
    else high = middle;
  }
  return Number(low & 0xffffffffn);
}

const K = roundConstants();
const rotate = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

function padded(bytes: Uint8Array): DataView {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const block = new Uint8Array(length);
  block.set(bytes);
  block[bytes.length] = 0x80;
  const view = new DataView(block.buffer);
  view.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(length - 4, (bytes.length << 3) >>> 0);
  return view;
}

/** The hash of the UTF-8 bytes of a text, 32 bytes. */
export function sha256(text: string): Uint8Array {
  const view = padded(new TextEncoder().encode(text));
  const state = Uint32Array.from(initial);
  const w = new Uint32Array(64);
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    for (let t = 0; t < 16; t += 1) w[t] = view.getUint32(offset + 4 * t);
    for (let t = 16; t < 64; t += 1) {
      const [a, b] = [w[t - 15]!, w[t - 2]!];
      const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
      const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
      w[t] = w[t - 16]! + s0 + w[t - 7]! + s1;
    }
    const v = Uint32Array.from(state);
    for (let t = 0; t < 64; t += 1) {
      const [a, b, c, e, f, g, h] = [v[0]!, v[1]!, v[2]!, v[4]!, v[5]!, v[6]!, v[7]!];
      const one = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + K[t]! + w[t]!;
      const two = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      v.copyWithin(1, 0, 7);
      v[4] = v[4]! + one;
      v[0] = one + two;
    }
    v.forEach((value, i) => (state[i] = state[i]! + value));
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((value, i) => digest.setUint32(4 * i, value));
  return new Uint8Array(digest.buffer);
}

/** The hash as a Content-Security-Policy source: `'sha256-…'` in base 64. */
export function cspSource(text: string): string {
  return `'sha256-${btoa(String.fromCharCode(...sha256(text)))}'`;
}
