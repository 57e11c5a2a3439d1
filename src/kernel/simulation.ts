// The clock: runs scheduled events in the order (time, rank, order of scheduling) and the start phase between them.
import { type Approach, EventCalendar, type EventId } from './event-calendar.js';
import { AFTER_START, type Rank } from './ranks.js';

export type { EventId } from './event-calendar.js';

export class Simulation {
  private readonly calendar = new EventCalendar();
  private readonly dispatchers: (() => void)[] = [];
  private clock: number;
  private count = 0;
  private startRequested = false;
  private running = false;
  private stopped = false;

  /** Time has no unit here: whoever schedules decides. */
  constructor(start = 0) {
    if (!Number.isFinite(start)) throw new Error(`A simulation cannot start at time ${start}.`);
    this.clock = start;
  }

  get now(): number {
    return this.clock;
  }

  /** Events that still have to happen. */
  get pending(): number {
    return this.calendar.pending;
  }

  /** Events that have happened, start phases not counted. */
  get executed(): number {
    return this.count;
  }

  /**
   * Calls `handler(subject, datum)` at `time`; an event at Infinity never happens.
   * @throws when `time` lies in the past or is not a number
   */
  schedule<S>(
    time: number,
    rank: Rank,
    handler: (subject: S, datum: number) => void,
    subject: S,
    datum: number,
  ): EventId {
    if (!(time >= this.clock)) throw new Error(`Cannot schedule at ${time}: it is ${this.clock}.`);
    return this.calendar.add(time, rank, handler, subject, datum);
  }

  /** Takes an event back; false when it has already happened or was already cancelled. */
  cancel(id: EventId): boolean {
    return this.calendar.cancel(id);
  }

  /** When a pending event will happen; NaN when it is not pending. */
  timeOf(id: EventId): number {
    return this.calendar.timeOf(id);
  }

  /**
   * With very many events pending, `look` is called with the subjects of those that come next, the first `count` of the list, some dozens at a time.
   * By reading what their handlers will need it lets the processor fetch that from memory together. It must change nothing: nothing comes of it but
   * time.
   */
  onApproach(look: Approach): void {
    this.calendar.approach = look;
  }

  /** `dispatch` is called in every start phase, in order of registration: it may start work that was waiting for capacity. */
  onStartPhase(dispatch: () => void): void {
    this.dispatchers.push(dispatch);
  }

  /**
   * Asks for one start phase now. It runs as soon as no event of this instant with rank `start` or lower is pending:
   * before arrivals of this instant when a finish asks, right after the arrival when an arrival asks.
   */
  requestStartPhase(): void {
    this.startRequested = true;
  }

  /**
   * Runs every event with time <= `until`; then `now` is `until` when that is finite, else the time of the last event.
   * @throws when `until` lies in the past, or when called from a handler
   */
  run(until: number): void {
    if (this.running) throw new Error('The simulation is already running.');
    if (!(until >= this.clock)) throw new Error(`Cannot run until ${until}: it is ${this.clock}.`);
    this.running = true;
    this.stopped = false;
    try {
      const isDone = this.runEvents(Math.min(until, Number.MAX_VALUE));
      if (isDone && until < Infinity) this.clock = until;
    } finally {
      this.running = false;
    }
  }

  /** Lets `run` return after the current handler; `now` stays, and a next `run` goes on from here. */
  stop(): void {
    this.stopped = true;
  }

  /** Whether it came to the end: false when a handler called `stop`. */
  private runEvents(last: number): boolean {
    const { calendar } = this;
    while (!this.stopped) {
      const time = calendar.nextTime();
      if (this.startRequested && (time > this.clock || calendar.nextKey() >= AFTER_START)) {
        this.startRequested = false;
        for (const dispatch of this.dispatchers) dispatch();
        continue;
      }
      if (time > last) return true;
      this.clock = time;
      this.count += 1;
      const slot = calendar.takeNext();
      const handler = calendar.handler(slot);
      const subject = calendar.subject(slot);
      const datum = calendar.datum(slot);
      calendar.clear(slot);
      handler?.(subject as never, datum);
    }
    return false;
  }
}
