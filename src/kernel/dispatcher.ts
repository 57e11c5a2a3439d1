// The start phase of pools: grants waiting requests one by one for as long as any can be granted.
import type { Pool } from './pool.js';
import type { Request } from './request.js';
import { goesBefore, type RequestLine } from './request-line.js';
import type { Simulation } from './simulation.js';

/**
 * A line that cannot move sleeps until one of its pools gets units or loses a waiting request: in between its chances only get worse.
 */
export class Dispatcher {
  private readonly simulation: Simulation;
  private readonly awake: RequestLine[] = [];
  private grants = 0;

  constructor(simulation: Simulation) {
    this.simulation = simulation;
    simulation.onStartPhase(() => {
      this.dispatch();
    });
  }

  wakeAll(pool: Pool): void {
    for (const line of pool.lines) this.wake(line);
  }

  wake(line: RequestLine): void {
    if (line.awake || line.head === null || lacksUnits(line, line.head)) return;
    line.awake = true;
    this.awake.push(line);
    this.simulation.requestStartPhase();
  }

  private dispatch(): void {
    for (let next = this.firstGrantable(); next !== null; next = this.firstGrantable()) this.grant(next);
  }

  /** Looks again after every grant, because its handler may have asked, released or withdrawn. */
  private firstGrantable(): Request | null {
    const { awake } = this;
    let best: Request | null = null;
    for (let at = awake.length - 1; at >= 0; at -= 1) {
      const line = awake[at]!;
      const { head } = line;
      if (head !== null && best !== null && !goesBefore(head, best)) continue;
      if (head !== null && isGrantable(line, head)) {
        best = head;
        continue;
      }
      line.awake = false;
      awake[at] = awake[awake.length - 1]!;
      awake.pop();
    }
    return best;
  }

  private grant(request: Request): void {
    const { line, handler, subject, id } = request;
    if (line === null || handler === null) return;
    const { only } = line;
    if (only !== null && only.yielding > 0) this.clear(only, 1, null, request);
    if (only === null) {
      for (const { pool, units, skill } of line.demands) if (pool.yielding > 0) this.clear(pool, units, skill, request);
    }
    line.remove(request);
    request.state = 'granted';
    request.order = this.grants;
    this.grants += 1;
    if (only === null) this.hand(request, line);
    else {
      const { servers } = request;
      if (servers.length !== 1) servers.length = 1;
      servers[0] = only.take(request, null, null);
      only.waiting -= 1;
      if (only.onChange !== null) only.onChange(only.index, this.simulation.now);
    }
    handler(subject as never, id);
  }

  /** Hands over what a request asks of several pools, or by skill or by number. */
  private hand(request: Request, line: RequestLine): void {
    const { servers } = request;
    // Nearly always right already, because a record mostly serves one kind of request after another.
    if (servers.length !== line.units) servers.length = line.units;
    let at = 0;
    for (const { pool, units, skill, server } of line.demands) {
      for (let unit = 0; unit < units; unit += 1, at += 1) servers[at] = pool.take(request, skill, server);
      pool.waiting -= 1;
      if (pool.onChange !== null) pool.onChange(pool.index, this.simulation.now);
    }
  }

  /** Stops less urgent work until enough units are free. */
  private clear(pool: Pool, units: number, skill: string | null, { priority }: Request): void {
    while (pool.available < units || (skill !== null && !pool.hasSkilled(skill, units))) {
      const lacksSkill = skill !== null && !pool.hasSkilled(skill, units);
      const victim = pool.victim(priority, lacksSkill ? skill : null);
      if (victim === null) throw new Error('There is nobody to give way.');
      this.interrupt(victim);
    }
  }

  /** Takes the units of a request away; it waits again, in the place that it had. */
  interrupt(request: Request): void {
    const { line, terms, subject, id } = request;
    if (line === null) return;
    this.takeBack(request);
    request.state = 'waiting';
    request.order = request.asked;
    line.add(request);
    for (const { pool } of line.demands) pool.waiting += 1;
    terms?.interrupted?.(subject as never, id);
    this.wake(line);
  }

  takeBack(request: Request): void {
    const { line } = request;
    if (line === null) return;
    if (line.only !== null) {
      this.regain(line.only, request.servers, 0, 1);
      return;
    }
    let at = 0;
    for (const { pool, units } of line.demands) {
      this.regain(pool, request.servers, at, units);
      at += units;
    }
  }

  private regain(pool: Pool, servers: readonly number[], from: number, units: number): void {
    for (let at = from; at < from + units; at += 1) pool.giveBack(servers[at]!);
    if (pool.onChange !== null) pool.onChange(pool.index, this.simulation.now);
    this.wakeAll(pool);
  }
}

function lacksUnits(line: RequestLine, head: Request): boolean {
  if (line.only !== null) return lacks(line.only, 1, head);
  for (const { pool, units } of line.demands) if (lacks(pool, units, head)) return true;
  return false;
}

function lacks(pool: Pool, units: number, head: Request): boolean {
  return pool.available < units && (pool.yielding === 0 || pool.obtainable(head.priority, null) < units);
}

function isGrantable(line: RequestLine, head: Request): boolean {
  if (lacksUnits(line, head)) return false;
  if (line.only !== null) return !(line.only.largestDemand > line.only.available && isHeldUp(head, line.only));
  for (const { pool, units, skill, server } of line.demands) {
    if (server !== null && pool.isBusy(server)) return false;
    if (skill !== null && !pool.hasSkilled(skill, units)) {
      if (pool.yielding === 0 || pool.obtainable(head.priority, skill) < units) return false;
    }
    if (pool.largestDemand > pool.available && isHeldUp(head, pool)) return false;
  }
  return true;
}

/** Whether somebody ahead lacks units of this pool. */
function isHeldUp(head: Request, pool: Pool): boolean {
  for (const line of pool.lines) {
    if (line.head !== null && line.unitsOf(pool) > pool.available && goesBefore(line.head, head)) return true;
  }
  return false;
}
