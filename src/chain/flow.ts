// The route: takes visits into stations and out of them, along the outcomes, and out of the chain.
import type { Simulation } from '../kernel/simulation.js';
import { rank } from '../kernel/ranks.js';
import { purpose } from '../random/keys.js';
import type { Blocking } from './blocking.js';
import type { Client, Visit } from './client.js';
import type { ClientStore } from './client-store.js';
import { leadsAtOnce, mustWait, type Exit, type Node } from './node.js';
import type { Effects } from './effects.js';
import type { Observer } from './observer.js';
import type { Fate } from './routing.js';
import { amountAt } from './spec/amount.js';
import { compileDuration, type Sampler } from './spec/duration.js';
import { exit, type HandoverSpec, type OutcomeSpec } from './spec/outcome.js';
import type { Spells } from './spells.js';

export interface FlowOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly fate: Fate;
  readonly clients: ClientStore;
}

/** What a route works with where a chain has it; these know the flow, so they come after it. */
export interface FlowParts {
  readonly spells?: Spells | undefined;
  readonly effects?: Effects | undefined;
  readonly blocking?: Blocking | undefined;
}

/** The index of a reason that nobody declared: a way out of the chain without a mark. */
const noReason = -1;

export class Flow {
  readonly nodes = new Map<string, Node>();
  private readonly options: FlowOptions;
  private readonly clients: ClientStore;
  private precedence = false;
  private spells: Spells | undefined;
  private effects: Effects | undefined;
  private blocking: Blocking | undefined;

  constructor(options: FlowOptions) {
    this.options = options;
    this.clients = options.clients;
  }

  /** To be called once, before anybody moves. */
  connect({ spells, effects, blocking }: FlowParts): void {
    this.spells = spells;
    this.effects = effects;
    this.blocking = blocking;
  }

  /** Resolves outcomes to stations, once all nodes are there. */
  exitsOf(outcomes: readonly OutcomeSpec[]): Exit[] {
    return outcomes.map((spec) => ({
      spec,
      to: this.target(spec.to),
      grant: spec.grant === undefined ? undefined : compileDuration(spec.grant),
      delay:
        spec.handover?.kind === 'cold' && spec.handover.delay !== undefined
          ? compileDuration(spec.handover.delay)
          : undefined,
    }));
  }

  node(id: string): Node {
    const node = this.nodes.get(id);
    if (node === undefined) throw new Error(`no station ${id}`);
    return node;
  }

  private target(id: string): Node | undefined {
    return id === exit ? undefined : this.node(id);
  }

  /** A client inside the chain who is nowhere yet. */
  newClient(): Client {
    const client = this.clients.take();
    client.inside = true;
    return client;
  }

  enter(visit: Visit, node: Node): void {
    const { simulation, observer } = this.options;
    visit.turn = this.clients.nextTurn(visit.client, node.index);
    visit.station = node;
    visit.enteredAt = simulation.now;
    // Not begun: a station that sends her on at once leaves no effect.
    visit.startedAt = Infinity;
    if (observer.entered !== undefined) observer.entered(visit, node, simulation.now);
    if (node.after !== undefined && mustWait(visit, node.after)) {
      visit.isHeld = true;
      this.precedence = true;
    } else node.mechanism.arrive(visit);
  }

  /** A visit of hers has left a station: others that waited for it may be taken in. */
  private admit(client: Client): void {
    this.admitVisit(client.main);
    if (client.sides !== undefined) for (const side of [...client.sides]) this.admitVisit(side);
  }

  private admitVisit(visit: Visit): void {
    const node = visit.station as Node | undefined;
    if (!visit.isHeld || node?.after === undefined || mustWait(visit, node.after)) return;
    visit.isHeld = false;
    node.mechanism.arrive(visit);
  }

  readonly leave = (visit: Visit): void => {
    const now = this.options.simulation.now;
    const node = visit.station as Node;
    if (node.look !== undefined) node.look(visit);
    const taken = node.exits[node.choose(visit, now)];
    if (taken === undefined) throw new Error(`station ${node.id} has no outcomes`);
    if (node.keeps && this.isBlocked(visit, node, taken)) return;
    this.take(visit, node, taken, now);
  };

  /** A visit that was blocked goes on. */
  readonly goOn = (visit: Visit, node: Node, way: Exit): void => {
    this.letGo(visit, node);
    this.take(visit, node, way, this.options.simulation.now);
  };

  /** Gives back what the visit still occupies of the station that it is done at. */
  readonly letGo = (visit: Visit, node: Node): void => {
    const holder = visit.heldBy ?? node;
    visit.heldBy = undefined;
    holder.mechanism.release?.(visit);
  };

  /** Whether she must stay; if not, what she occupies is given back, unless the router that she goes to may have to keep her. */
  private isBlocked(visit: Visit, node: Node, way: Exit): boolean {
    const { to } = way;
    const door = leadsAtOnce(way) ? to?.mechanism.door : undefined;
    if (to !== undefined && door?.blocking === true) {
      if (door.blocked > 0 || !door.hasRoom()) {
        this.blocking?.add(visit, way, to);
        return true;
      }
    } else if (to?.spec.kind === 'router' && to.keeps && leadsAtOnce(way)) {
      visit.heldBy ??= node;
      return false;
    }
    this.letGo(visit, node);
    return false;
  }

  /** To another station at once, past the outcomes: a full queue, lost patience, a call. */
  readonly divert = (visit: Visit, to: string): void => {
    const node = visit.station as Node;
    const target = this.target(to);
    this.effects?.leave(visit, node);
    this.move(visit, node, target, undefined);
  };

  private take(visit: Visit, node: Node, taken: Exit, now: number): void {
    const { observer } = this.options;
    const { spec, to } = taken;
    const client = visit.client;
    const { effects } = this;
    if (effects !== undefined) effects.leave(visit, node);
    if (spec.mark !== undefined) observer.marked?.(client, spec.mark, now);
    const spell = client.spell;
    if (spell !== undefined) {
      if (spec.effects !== undefined) effects?.give(client, spec.effects, 1);
      if (taken.grant !== undefined) {
        const wait = taken.grant(this.options.fate(visit, purpose.decision), now, 0);
        this.spells?.grantAt(client, spell.startedAt + wait);
      }
      if (to === undefined && visit.main) {
        this.finish(visit, node, now);
        const { spells } = this;
        spells?.end(client, spells.reasons.indexOf(spec.mark ?? ''));
        return;
      }
    }
    if (spec.side !== undefined) for (const side of spec.side) this.openSide(client, this.node(side));
    this.move(visit, node, to, taken);
  }

  private move(visit: Visit, from: Node, to: Node | undefined, taken: Exit | undefined): void {
    const { simulation, observer } = this.options;
    const handover = taken?.spec.handover;
    if (handover?.kind === 'cold') {
      this.handOver(visit, from, to, handover, taken?.delay);
      return;
    }
    if (observer.left !== undefined) observer.left(visit, from, to, simulation.now);
    if (to === undefined) this.gone(visit);
    else this.enter(visit, to);
    if (this.precedence) this.admit(visit.client);
  }

  private finish(visit: Visit, from: Node, now: number): void {
    this.options.observer.left?.(visit, from, undefined, now);
    visit.station = undefined;
  }

  private gone(visit: Visit): void {
    visit.station = undefined;
    const client = visit.client;
    if (!visit.main) {
      this.clients.closeSide(visit);
      return;
    }
    // Out of the chain is off bijstand as well.
    if (client.spell !== undefined) {
      this.spells?.end(client, noReason);
      return;
    }
    this.withdraw(client, noReason);
    this.clients.forget(client);
  }

  private handOver(
    visit: Visit,
    from: Node,
    to: Node | undefined,
    handover: HandoverSpec & { kind: 'cold' },
    delay: Sampler | undefined,
  ): void {
    const { simulation, observer, fate } = this.options;
    const now = simulation.now;
    const lost = handover.lost !== undefined && fate(visit, purpose.lost) < amountAt(handover.lost, now);
    const target = lost && handover.lostTo !== undefined ? this.target(handover.lostTo) : to;
    observer.left?.(visit, from, target, now);
    visit.repeatHours = handover.repeatHours === undefined ? 0 : amountAt(handover.repeatHours, now);
    const wait = delay === undefined ? 0 : delay(fate(visit, purpose.handover), now, 0);
    visit.station = undefined;
    if (target === undefined) this.gone(visit);
    else if (wait === 0) this.enter(visit, target);
    else {
      visit.event = simulation.schedule(now + wait, rank.arrive, this.arriveLater, visit, target.index);
    }
    if (this.precedence) this.admit(visit.client);
  }

  private readonly arriveLater = (visit: Visit, index: number): void => {
    visit.event = undefined;
    for (const node of this.nodes.values()) if (node.index === index) this.enter(visit, node);
  };

  private openSide(client: Client, node: Node): void {
    this.enter(this.clients.openSide(client), node);
  }

  /** The spell ended for `reason`: out of every queue, programme and stock, at this instant. */
  withdraw(client: Client, reason: number): void {
    this.withdrawVisit(client.main, reason);
    client.inside = false;
    if (client.sides === undefined) return;
    for (const side of [...client.sides]) {
      this.withdrawVisit(side, reason);
      this.clients.closeSide(side);
    }
    client.sides = undefined;
  }

  private withdrawVisit(visit: Visit, reason: number): void {
    const { simulation, observer } = this.options;
    if (visit.station !== undefined) observer.withdrawn?.(visit, visit.station, reason, simulation.now);
    this.pullOut(visit);
  }

  private pullOut(visit: Visit): void {
    const station = visit.station as Node | undefined;
    if (station !== undefined) {
      this.effects?.drop(visit, station);
      if (visit.blockedBy !== undefined) this.blocking?.remove(visit);
      if (visit.heldBy !== undefined) this.letGo(visit, station);
      if (visit.isHeld) visit.isHeld = false;
      else station.mechanism.withdraw(visit);
    } else if (visit.event !== undefined) this.options.simulation.cancel(visit.event);
    visit.event = undefined;
    visit.station = undefined;
    visit.repeatHours = 0;
  }
}
