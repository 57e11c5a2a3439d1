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
    for (const { pool, units, skill } of line.demands) if (pool.yielding > 0) this.clear(pool, units, skill, request);
    line.remove(request);
    request.state = 'granted';
    request.order = this.grants;
    this.grants += 1;
    const { servers } = request;
    // Nearly always right already, because a record mostly serves one kind of request after another.
    if (servers.length !== line.units) servers.length = line.units;
    let at = 0;
    for (const { pool, units, skill, server } of line.demands) {
      for (let unit = 0; unit < units; unit += 1, at += 1) servers[at] = pool.take(request, skill, server);
      pool.waiting -= 1;
      if (pool.onChange !== null) pool.onChange(pool.index, this.simulation.now);
    }
    handler(subject as never, id);
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
    let at = 0;
    for (const { pool, units } of request.line?.demands ?? []) {
      for (let unit = 0; unit < units; unit += 1, at += 1) pool.giveBack(request.servers[at]!);
      if (pool.onChange !== null) pool.onChange(pool.index, this.simulation.now);
      this.wakeAll(pool);
    }
  }
}

function lacksUnits(line: RequestLine, head: Request): boolean {
  for (const { pool, units } of line.demands) {
    if (pool.available < units && (pool.yielding === 0 || pool.obtainable(head.priority, null) < units)) return true;
  }
  return false;
}

function isGrantable(line: RequestLine, head: Request): boolean {
  if (lacksUnits(line, head)) return false;
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
