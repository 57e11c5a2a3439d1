// The whole numbers that name a draw: which client, at which station, for what purpose.

/** What a draw is for. Two draws with different purposes at one visit are independent. Four bits: 0 to 15. */
export const purpose = {
  duration: 0,
  outcome: 1,
  score: 2,
  patience: 3,
  threshold: 4,
  attribute: 5,
  handover: 6,
  noShow: 7,
  decision: 8,
  return: 9,
  priority: 10,
  extension: 11,
  choice: 12,
  lost: 13,
  balk: 14,
} as const;

export type Purpose = (typeof purpose)[keyof typeof purpose];

const CLIENTS = 2 ** 26;
const SOURCES = 2 ** 6;
const utf8 = new TextEncoder();

/**
 * The key of a station or risk: 16 bits, from its id only, so that moving a station in the file changes no draw.
 * 32-bit FNV-1a over the UTF-8 bytes, folded to 16 bits by exclusive or (Fowler, Noll and Vo, "xor-folding"). Two ids
 * may share a key; whoever loads a chain must refuse that.
 */
export function stationKey(id: string): number {
  let hash = 0x811c9dc5;
  for (const byte of utf8.encode(id)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 16) ^ (hash & 0xffff);
}

/**
 * The key of a client: her source (0 to 63) above her number within that source (0 to 2²⁶ − 1), as an unsigned 32-bit
 * number. Numbering per source keeps the luck of one source's clients apart from the size of another.
 * @throws RangeError when either does not fit.
 */
export function clientKey(source: number, client: number): number {
  if (!isIndexBelow(SOURCES, source)) {
    throw new RangeError(`source ${source} is not a whole number from 0 to ${SOURCES - 1}`);
  }
  if (!isIndexBelow(CLIENTS, client)) {
    throw new RangeError(`client ${client} is not a whole number from 0 to ${CLIENTS - 1}`);
  }
  return source * CLIENTS + client;
}

/** The keys of one source's clients, for whoever makes many: `clientKey` without looking at the source again. */
export function clientKeysOf(source: number): (client: number) => number {
  const first = clientKey(source, 0);
  return (client) => (client < CLIENTS ? first + client : clientKey(source, client));
}

/** The source and the number within it of a key that `clientKey` made. */
export function clientOf(key: number): { readonly source: number; readonly client: number } {
  return { source: Math.floor(key / CLIENTS), client: key % CLIENTS };
}

function isIndexBelow(limit: number, value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < limit;
}
