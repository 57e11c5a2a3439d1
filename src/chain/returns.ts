// Herinstroom: former clients who apply again, by hazards that depend on why and how long ago they left.
import type { Simulation } from '../kernel/simulation.js';
import { rank } from '../kernel/ranks.js';
import { purpose, stationKey } from '../random/keys.js';
import type { Streams } from '../random/streams.js';
import type { Applications } from './applications.js';
import { attributeAt } from './attributes.js';
import type { Client } from './client.js';
import type { Flow } from './flow.js';
import type { Node } from './node.js';
import { createHazard, type Hazard } from './hazard.js';
import { amountAt } from './spec/amount.js';
import { daysPerMonth } from './spec/duration.js';
import type { ReturnsSpec } from './spec/population.js';
import { multiplierOf } from './risks.js';
import type { Spells } from './spells.js';

const returnKey = stationKey('herinstroom');

export class Returns {
  private readonly spec: ReturnsSpec;
  private readonly spells: Spells;
  private readonly hazards: (Hazard | undefined)[];
  private readonly options: ReturnsOptions;

  constructor(spec: ReturnsSpec, spells: Spells, options: ReturnsOptions) {
    this.spec = spec;
    this.spells = spells;
    this.options = options;
    // Former clients return before the run as well; a return hazard does not follow calendar time, so its clock may start at the exit.
    const horizon = spec.horizonMonths * daysPerMonth;
    this.hazards = spells.reasons.map((reason) => {
      const pieces = spec.after[reason] ?? spec.after['default'];
      if (pieces === undefined || spec.never.includes(reason)) return undefined;
      const fixed = pieces.map((piece) => ({ ...piece, perMonth: amountAt(piece.perMonth, 0) }));
      return createHazard(fixed, 1, horizon + 1);
    });
  }

  /** Whether anybody comes back after an exit for this reason. */
  isPossibleAfter(reason: number): boolean {
    return this.hazards[reason] !== undefined;
  }

  /** Days from the exit to the next application; Infinity when she does not come back within the horizon, or cannot. */
  delay(client: Client, reason: number, exitAt: number, number: number): number {
    const hazard = this.hazards[reason];
    if (hazard === undefined) return Infinity;
    const { streams } = this.options;
    const threshold = -Math.log(streams.fate(client.key, returnKey, purpose.return, number));
    const time = this.reach(hazard, threshold, reason, exitAt);
    if (time > this.spec.horizonMonths * daysPerMonth) return Infinity;
    return this.endsBefore(client, exitAt, time, number) ? Infinity : time;
  }

  /** Plans the next application of a client who left; false when there will be none. */
  plan(client: Client, reason: number, number: number): boolean {
    const { simulation, flow, until } = this.options;
    const time = simulation.now + this.delay(client, reason, simulation.now, number);
    if (time > until) return false;
    simulation.schedule(time, rank.arrive, this.again, client, flow.node(this.spec.to ?? this.options.entry).index);
    return true;
  }

  /** A former client who was never seen in this run: her application is planned at `time`. */
  planAt(client: Client, time: number): void {
    const { simulation, flow } = this.options;
    simulation.schedule(time, rank.arrive, this.again, client, flow.node(this.spec.to ?? this.options.entry).index);
  }

  private readonly again = (client: Client): void => {
    const entry: Node = this.options.flow.node(this.spec.to ?? this.options.entry);
    this.options.applications.apply(client, entry);
  };

  /** Nazorg multiplies the hazard during its first months; as declared at the moment of the exit. */
  private reach(hazard: Hazard, threshold: number, reason: number, exitAt: number): number {
    const aftercare = this.spec.aftercare;
    const name = this.spells.reasons[reason];
    if (aftercare === undefined || name === undefined || !aftercare.reasons.includes(name)) {
      return hazard.reach(0, 0, threshold);
    }
    const factor = amountAt(aftercare.factor, exitAt);
    const span = aftercare.months * daysPerMonth;
    const during = factor > 0 ? hazard.reach(0, 0, threshold / factor) : Infinity;
    if (during <= span) return during;
    return hazard.reach(0, span, threshold - factor * hazard.between(0, 0, span));
  }

  /** Death, moving away or the AOW age come first. */
  private endsBefore(client: Client, exitAt: number, delay: number, number: number): boolean {
    for (const risk of this.spells.risks) {
      if (risk.age !== undefined) {
        if (attributeAt(risk.age.attribute, client, exitAt + delay) >= risk.age.years) return true;
        continue;
      }
      if (!this.spec.endedBy.includes(risk.id) || risk.hazard === undefined) continue;
      const threshold = -Math.log(this.options.streams.fate(client.key, risk.key, purpose.return, number));
      const own = multiplierOf(risk.loads, client, exitAt);
      // The part of an absence before the run has no calendar course; it is taken as if the run had started at the exit.
      const from = Math.max(0, exitAt);
      if (own > 0 && risk.hazard.reach(from, from, threshold / own) - from < delay) return true;
    }
    return false;
  }
}

export interface ReturnsOptions {
  readonly simulation: Simulation;
  readonly streams: Streams;
  readonly flow: Flow;
  readonly applications: Applications;
  readonly entry: string;
  readonly until: number;
}
