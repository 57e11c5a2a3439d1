// One request for capacity: a record that is reused, so that a million requests do not make a million objects.
import type { RequestLine } from './request-line.js';

/**
 * What a request allows beside the ordinary. `interrupted` is told when its units are taken away before it is done: it waits again then, in the
 * place it had, and its handler is called again once it is granted. `yields`: whoever is more urgent may take its units. `order`: within a
 * priority who asked latest goes first, or whoever has the lowest lot (between 0 and 1); both go before those who asked in the ordinary way.
 */
export interface Terms {
  readonly interrupted?: GrantHandler;
  readonly yields?: boolean;
  readonly order?: 'latest' | ((subject: never) => number);
}

/** Names one request until it is released, withdrawn or interrupted: a positive integer that is not used again. */
export type RequestId = number;
/** Subjects of different types share one book: the type parameter of `Pools.acquire` keeps each pair together. */
export type GrantHandler = (subject: never, request: RequestId) => void;

export class Request {
  state: 'free' | 'waiting' | 'granted' = 'free';
  id: RequestId;
  line: RequestLine | null = null;
  handler: GrantHandler | null = null;
  subject: unknown = null;
  priority = 0;
  /** Order of asking while it waits, order of granting once it is granted. */
  order = 0;
  /** Order of asking. */
  asked = 0;
  terms: Terms | null = null;
  /** Neighbours in the line. */
  before: Request | null = null;
  after: Request | null = null;
  /** Servers held, in order of the demands, then in order of taking; what stands here before the grant is left over. */
  readonly servers: number[] = [];

  constructor(id: RequestId) {
    this.id = id;
  }
}

/** A name is generation x 2^22 + slot, generations from 1: none is 0. Below 2^31 as those of events, and for the same reason (event-calendar.ts). */
const MAX_SLOTS = 2 ** 22;
const LAST_ID = 2 ** 31 - MAX_SLOTS;

export class RequestBook {
  private readonly slots: (Request | null)[] = [];
  private readonly free: Request[] = [];

  open(): Request {
    return this.free.pop() ?? this.newRequest();
  }

  /** The request of this name, or null when it is closed already. */
  find(id: RequestId): Request | null {
    const request = this.slots[id & (MAX_SLOTS - 1)] ?? null;
    return request !== null && request.id === id && request.state !== 'free' ? request : null;
  }

  /** Lets go of the subject and gives the record a next name. */
  close(request: Request): void {
    request.state = 'free';
    request.line = null;
    request.handler = null;
    request.subject = null;
    request.terms = null;
    if (request.id >= LAST_ID) {
      this.slots[request.id & (MAX_SLOTS - 1)] = null;
      return;
    }
    request.id += MAX_SLOTS;
    this.free.push(request);
  }

  private newRequest(): Request {
    const slot = this.slots.length;
    if (slot === MAX_SLOTS) {
      throw new Error(`More than ${MAX_SLOTS} requests are open, or two thousand million have been made.`);
    }
    const request = new Request(MAX_SLOTS + slot);
    this.slots.push(request);
    return request;
  }
}
