// What can be seen of a run. All methods are optional, and none has a `this`; a method that nobody listens to costs one comparison.
import type { Client, Visit } from './client.js';
import type { Here, Station } from './station.js';

export interface Observer {
  /** An application reaches the first station. */
  applied?: (client: Client, now: number) => void;
  entered?: (visit: Visit, station: Station, now: number) => void;
  /** Service, course or place begins, after `waited`. */
  started?: (visit: Visit, station: Station, waited: number, now: number) => void;
  /** A group begins with so many, each of whom has been told of by `started`. */
  grouped?: (station: Here, size: number, now: number) => void;
  /** A visit leaves by its route; `to` is undefined when it leaves the chain. */
  left?: (visit: Visit, station: Station, to: Station | undefined, now: number) => void;
  /** A visit is cut short because the spell ended with `reason`. */
  withdrawn?: (visit: Visit, station: Station, reason: number, now: number) => void;
  spellStarted?: (client: Client, now: number) => void;
  granted?: (client: Client, now: number) => void;
  /** `reason` indexes the chain's reasons: risks first, then marks. */
  spellEnded?: (client: Client, reason: number, now: number) => void;
  /** A client on bijstand enters a state or leaves it; the end of her spell ends it without this call. `state` counts in the order of the file. */
  stateChanged?: (client: Client, state: number, isIn: boolean, now: number) => void;
  /** A station looked at an attribute (by position): the client holds what it saw; `before` is what was known, NaN before the first look. */
  observed?: (client: Client, station: Station, attribute: number, before: number, now: number) => void;
  marked?: (client: Client, mark: string, now: number) => void;
  poolChanged?: (pool: number, inUse: number, waiting: number, capacity: number, now: number) => void;
  /** Contact hours in the month to come: what clients of a station get of what they need. */
  dosed?: (station: Station, dose: number, now: number) => void;
  /** Hours of an hours pool in the month to come: had, and needed for contact; and worked by services in the month before. */
  hours?: (pool: number, available: number, contact: number, services: number, now: number) => void;
}

type Method = keyof Observer;

/** One observer that passes everything on to all of `observers`, in their order. */
export function together(observers: readonly Observer[]): Observer {
  const methods: Method[] = [
    'applied',
    'entered',
    'started',
    'grouped',
    'left',
    'withdrawn',
    'spellStarted',
    'granted',
    'spellEnded',
    'stateChanged',
    'observed',
    'marked',
    'poolChanged',
    'dosed',
    'hours',
  ];
  const combined: Record<string, unknown> = {};
  for (const method of methods) {
    const listeners: Listener[] = [];
    for (const observer of observers) {
      const listener = observer[method] as Listener | undefined;
      if (listener !== undefined) listeners.push(listener);
    }
    combined[method] = inTurn(listeners);
  }
  return combined;
}

/** No method has more than five values; passed by name, because a list of them would be made anew at every call. */
type Listener = (a: unknown, b: unknown, c: unknown, d: unknown, e: unknown) => void;

function inTurn(listeners: readonly Listener[]): Listener | undefined {
  const [first, second, third, fourth] = listeners;
  if (first === undefined || second === undefined) return first;
  // Two or three calls that stand side by side are quicker than a loop over them.
  if (third === undefined) {
    return (a, b, c, d, e) => {
      first(a, b, c, d, e);
      second(a, b, c, d, e);
    };
  }
  if (fourth === undefined) {
    return (a, b, c, d, e) => {
      first(a, b, c, d, e);
      second(a, b, c, d, e);
      third(a, b, c, d, e);
    };
  }
  return (a, b, c, d, e) => {
    for (const listener of listeners) listener(a, b, c, d, e);
  };
}
