// The random numbers of the model in the orders in which it can ask for them, as 32-bit words for a battery of statistical tests.
import { purpose, stationKey } from '../../src/random/keys.js';
import { createStreams, type Streams } from '../../src/random/streams.js';

const stations = [
  ...['aanvraag', 'zoektermijn', 'intake', 'poort', 'voorlichting', 'diagnose', 'programma', 'bestand'],
  ...['uitstroom/werk', 'uitstroom/verhuizing', 'voorraad/duur', 'herinstroom', 'deeltijdwerk', 'attribute/leeftijd'],
  ...['attribute/kracht', 'attribute/wijk'],
].map(stationKey);
const sources = ['regulier', 'jongeren', 'statushouders', 'verhuisd', 'groepen'];

/** How many values each part of a key runs through; after the last one the next part takes a step. */
const sizes = {
  client: 2 ** 32,
  purpose: Object.keys(purpose).length,
  station: stations.length,
  visit: 12,
  replication: 568,
} as const;
export type Part = keyof typeof sizes;

/** Which part changes fastest; the other parts follow in a fixed order. `sequence`: the sources of arrivals in turn. */
export type Order = Part | 'sequence';
export const orders: readonly Order[] = ['client', 'purpose', 'station', 'visit', 'replication', 'sequence'];

const slower: readonly Part[] = ['client', 'purpose', 'station', 'visit', 'replication'];

/** The draws of the model in one order, each strictly between 0 and 1, for ever. */
export function drawsIn(order: Order, seed: string): () => number {
  if (order === 'sequence') {
    const { sequence } = createStreams(seed, 0);
    const readers = sources.map((id) => sequence(`arrivals/${id}`));
    let turn = 0;
    return () => {
      turn = turn + 1 === readers.length ? 0 : turn + 1;
      return readers[turn]!();
    };
  }
  const at = { client: 0, purpose: 0, station: 0, visit: 0, replication: 0 };
  const odometer = [order, ...slower.filter((part) => part !== order)];
  const fates: Streams['fate'][] = [];
  return () => {
    const fate = (fates[at.replication] ??= createStreams(seed, at.replication).fate);
    const u = fate(at.client, stations[at.station]!, at.purpose, at.visit);
    for (const part of odometer) {
      at[part] += 1;
      if (at[part] < sizes[part]) break;
      at[part] = 0;
    }
    return u;
  };
}

/** Draws and words of one block: eight high words, and in five more the 20 bits that each draw has below them. */
const drawsInBlock = 8;
const lowBits = 20;

/**
 * Fills `words` with every bit that the model uses: of each draw its first 32 bits, and after eight of them their lower 20 bits side by side. A
 * sequence has 32 bits and no lower ones.
 */
export function fillWords(words: Uint32Array, next: () => number, order: Order): void {
  if (order === 'sequence') {
    for (let index = 0; index < words.length; index += 1) words[index] = next() * 2 ** 32;
    return;
  }
  const block = drawsInBlock + (drawsInBlock * lowBits) / 32;
  if (words.length % block !== 0) throw new RangeError(`ask for a multiple of ${block} words, not ${words.length}`);
  for (let start = 0; start < words.length; start += block) {
    let end = start + drawsInBlock;
    let held = 0;
    let kept = 0;
    for (let draw = 0; draw < drawsInBlock; draw += 1) {
      const scaled = next() * 2 ** 32;
      const high = Math.floor(scaled);
      const low = (scaled - high) * 2 ** lowBits;
      words[start + draw] = high;
      // At most 19 bits are kept over, so with 20 more the number stays far below 2^53.
      kept = kept * 2 ** lowBits + Math.floor(low);
      held += lowBits;
      if (held < 32) continue;
      held -= 32;
      const word = Math.floor(kept / 2 ** held);
      words[end] = word;
      kept -= word * 2 ** held;
      end += 1;
    }
  }
}
