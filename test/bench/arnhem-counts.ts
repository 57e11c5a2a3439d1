// What every contender in the race of Arnhem must find, whatever way it runs.

export const SEED = 'bench';

/** What comes out of a doorrekening: counts that must be equal, and two sums of instants that depend on every event. */
export class Counts {
  applied = 0;
  granted = 0;
  waited = 0;
  endedAt = 0;
  /** Per reason: spells that ended after their decision, and before it. */
  readonly ended: Int32Array;
  readonly prevented: Int32Array;

  constructor(reasons: number) {
    this.ended = new Int32Array(reasons);
    this.prevented = new Int32Array(reasons);
  }

  text(): string {
    const volume = this.granted - this.ended.reduce((sum, count) => sum + count, 0);
    return [
      `${this.applied} applications`,
      `${this.granted} granted`,
      `ended ${this.ended.join(' ')}`,
      `before the decision ${this.prevented.join(' ')}`,
      `volume ${volume}`,
      `waited ${this.waited}`,
      `ended at ${this.endedAt}`,
    ].join(', ');
  }
}
