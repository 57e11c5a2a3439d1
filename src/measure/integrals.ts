// Integrals over time of numbers that jump: queues, places taken, people present.
import type { Span } from './periods.js';

/** Every number starts at 0 at time 0. `length` measures time between two instants; working time, for instance. */
export class Integrals {
  private readonly spans: readonly Span[];
  /** Undefined: the difference. A call for every change of every number is most of what an integral costs. */
  private readonly length: ((from: number, to: number) => number) | undefined;
  private readonly values: Float64Array;
  private readonly since: Float64Array;
  private readonly span: Uint16Array;
  private readonly areas: Float64Array;

  constructor(count: number, spans: readonly Span[], length?: (from: number, to: number) => number) {
    this.spans = spans;
    this.length = length;
    this.values = new Float64Array(count);
    this.since = new Float64Array(count);
    this.span = new Uint16Array(count);
    this.areas = new Float64Array(count * spans.length);
  }

  set(index: number, value: number, now: number): void {
    this.advance(index, now);
    this.values[index] = value;
  }

  add(index: number, change: number, now: number): void {
    this.advance(index, now);
    this.values[index]! += change;
  }

  /** The integral over one span, once all numbers have been brought to the end of the run by `set` or `add`. */
  area(index: number, span: number): number {
    return this.areas[index * this.spans.length + span]!;
  }

  /** Brings every number up to the end of the run. */
  close(until: number): void {
    for (let index = 0; index < this.values.length; index += 1) this.advance(index, until);
  }

  private advance(index: number, now: number): void {
    const value = this.values[index]!;
    const since = this.since[index]!;
    this.since[index] = now;
    if (value === 0) return;
    let span = this.span[index]!;
    while (span < this.spans.length) {
      const { from, to } = this.spans[span]!;
      const begin = Math.max(since, from);
      const end = Math.min(now, to);
      if (end > begin) {
        const length = this.length === undefined ? end - begin : this.length(begin, end);
        this.areas[index * this.spans.length + span]! += value * length;
      }
      if (now < to) break;
      span += 1;
    }
    this.span[index] = span;
  }
}
