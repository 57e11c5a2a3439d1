// Blocking after service: clients who are done and cannot go on, in order of blocking, and circles in which everybody waits for another.
import type { Simulation } from '../kernel/simulation.js';
import { written } from '../random/checks.js';
import type { Visit } from './client.js';
import type { Exit, Node } from './node.js';

/** The run cannot go on: everybody waits for another. `message` is Dutch and names the stations. */
export class Deadlock extends Error {
  static is(error: unknown): error is Error {
    // Errors of a worker arrive without their class.
    return error instanceof Error && error.message.includes(sign);
  }
}

const sign = 'blokkeren elkaar voorgoed';

/** Those who wait for room behind one door, the longest blocked first. */
interface Gate {
  readonly node: Node;
  readonly blocked: Visit[];
}

export interface BlockingOptions {
  readonly simulation: Simulation;
  /** Units of a pool that there are at the moment. */
  readonly capacity: (pool: number) => number;
  readonly onDeadlock: 'stop' | 'swap';
  readonly goOn: (visit: Visit, node: Node, exit: Exit) => void;
  readonly letGo: (visit: Visit, node: Node) => void;
}

/**
 * A client who is done and finds no room behind a blocking door stays, with all that she occupies. Whoever was blocked first goes on first. In
 * each start phase one client goes on, after the pools have given out what was free, so that what she frees and takes is known before the next.
 */
export class Blocking {
  private readonly options: BlockingOptions;
  private readonly gates: Gate[] = [];
  private readonly byStation: (Gate | undefined)[] = [];
  private count = 0;
  private total = 0;
  /** Somebody was blocked since the last time that circles were looked for. */
  private isFresh = false;

  constructor(options: BlockingOptions) {
    this.options = options;
    options.simulation.onStartPhase(() => {
      if (this.total > 0) this.dispatch();
    });
  }

  readonly room = (): void => {
    if (this.total > 0) this.options.simulation.requestStartPhase();
  };

  add(visit: Visit, exit: Exit, to: Node): void {
    const gate = this.gateOf(to);
    gate.blocked.push(visit);
    visit.blockedBy = exit;
    visit.blockedOrder = this.count;
    this.count += 1;
    this.total += 1;
    this.isFresh = true;
    if (to.mechanism.door !== undefined) to.mechanism.door.blocked += 1;
    this.options.simulation.requestStartPhase();
  }

  /** Takes the visit out, because it goes on or because its spell ended. */
  remove(visit: Visit): void {
    const to = visit.blockedBy?.to;
    if (to === undefined) return;
    const { blocked } = this.gateOf(to);
    blocked.splice(blocked.indexOf(visit), 1);
    visit.blockedBy = undefined;
    this.total -= 1;
    if (to.mechanism.door !== undefined) to.mechanism.door.blocked -= 1;
    this.room();
  }

  private gateOf(node: Node): Gate {
    let gate = this.byStation[node.index];
    if (gate === undefined) {
      gate = { node, blocked: [] };
      this.byStation[node.index] = gate;
      this.gates.push(gate);
    }
    return gate;
  }

  private dispatch(): void {
    let first: Visit | undefined;
    for (const { node, blocked } of this.gates) {
      const head = blocked[0];
      if (head === undefined || (first !== undefined && first.blockedOrder < head.blockedOrder)) continue;
      if (node.mechanism.door?.hasRoom() === true) first = head;
    }
    if (first !== undefined) {
      this.letIn(first);
      return;
    }
    if (this.isFresh) this.isFresh = this.seekCircle();
  }

  private letIn(visit: Visit): void {
    const exit = visit.blockedBy;
    const door = exit?.to?.mechanism.door;
    this.remove(visit);
    if (exit === undefined || door === undefined) return;
    door.cleared = visit;
    this.options.goOn(visit, visit.station as Node, exit);
    this.options.simulation.requestStartPhase();
  }

  /**
   * A door is stuck when what it needs of some pool is more than can still come free: what is held by clients who are blocked behind stuck doors
   * never does. Found by starting from all doors and freeing those that are not stuck until nothing changes. Whoever is on bijstand may still
   * leave, so such a chain is never stuck for good. True when a circle was broken: there may be another.
   */
  private seekCircle(): boolean {
    const stuck = new Set(this.gates.filter(({ blocked }) => blocked.length > 0));
    for (let before = -1; before !== stuck.size;) {
      before = stuck.size;
      const lost = this.lost(stuck);
      for (const gate of stuck) if (this.mayOpen(gate, lost)) stuck.delete(gate);
    }
    if (stuck.size === 0) return false;
    if (this.options.onDeadlock === 'stop') throw new Deadlock(this.told(stuck));
    const closing = [...stuck]
      .flatMap(({ blocked }) => blocked.filter(({ request }) => request !== undefined))
      .sort((one, other) => other.blockedOrder - one.blockedOrder)[0];
    if (closing === undefined) return false;
    this.options.letGo(closing, closing.station as Node);
    this.options.simulation.requestStartPhase();
    return true;
  }

  private lost(stuck: ReadonlySet<Gate>): Map<number, number> {
    const lost = new Map<number, number>();
    for (const { blocked } of stuck) {
      for (const visit of blocked) {
        const holder = visit.heldBy ?? visit.station;
        if (visit.request === undefined) continue;
        for (const { pool, units } of holder?.mechanism.demands ?? []) lost.set(pool, (lost.get(pool) ?? 0) + units);
      }
    }
    return lost;
  }

  private mayOpen({ node, blocked }: Gate, lost: ReadonlyMap<number, number>): boolean {
    if (blocked.some(({ client }) => client.spell !== undefined)) return true;
    const { demands } = node.mechanism;
    if (demands === undefined || node.mechanism.door?.mayEmpty() === true) return true;
    return demands.every(({ pool, units }) => this.options.capacity(pool) - (lost.get(pool) ?? 0) >= units);
  }

  private told(stuck: ReadonlySet<Gate>): string {
    const waits = [...stuck].flatMap(({ node, blocked }) => {
      const from = new Set(blocked.map((visit) => (visit.heldBy ?? visit.station)?.id ?? ''));
      return [...from].map((id) => `wie klaar is bij '${id}' wacht op ruimte bij '${node.id}'`);
    });
    return (
      `op tijdstip ${written(Number(this.options.simulation.now.toPrecision(6)))} ${sign}: ${waits.join('; ')}. ` +
      'Geef een van deze stations een grotere `queueLimit` of meer capaciteit, of laat wie elkaar blokkeert van plaats wisselen met `deadlock: swap` onder `run`.'
    );
  }
}
