// Who is where, in order of arrival: doubly linked lists over one pair of typed arrays, because nobody is in two of them at once.
const NONE = -1;

export class HandLists {
  readonly sizes: Int32Array;
  readonly heads: Int32Array;
  readonly tails: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  /** The list that holds a client, -1 when none does. */
  readonly of: Int32Array;

  constructor(lists: number, clients: number) {
    this.sizes = new Int32Array(lists);
    this.heads = new Int32Array(lists).fill(NONE);
    this.tails = new Int32Array(lists).fill(NONE);
    this.next = new Int32Array(clients);
    this.previous = new Int32Array(clients);
    this.of = new Int32Array(clients).fill(NONE);
  }

  add(list: number, client: number): void {
    const tail = this.tails[list]!;
    this.previous[client] = tail;
    this.next[client] = NONE;
    if (tail === NONE) this.heads[list] = client;
    else this.next[tail] = client;
    this.tails[list] = client;
    this.sizes[list]! += 1;
    this.of[client] = list;
  }

  /** Does nothing for a client who is in no list. */
  remove(client: number): void {
    const list = this.of[client]!;
    if (list === NONE) return;
    const before = this.previous[client]!;
    const after = this.next[client]!;
    if (before === NONE) this.heads[list] = after;
    else this.next[before] = after;
    if (after === NONE) this.tails[list] = before;
    else this.previous[after] = before;
    this.sizes[list]! -= 1;
    this.of[client] = NONE;
  }
}
