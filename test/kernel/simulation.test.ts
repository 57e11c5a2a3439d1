// The clock, the order of simultaneous events, cancelling, and the start phase.
import { describe, expect, test } from 'vitest';
import { rank } from '../../src/kernel/ranks.js';
import { Simulation } from '../../src/kernel/simulation.js';

/** A simulation with a list in which handlers write `time name`. */
function timeline() {
  const simulation = new Simulation();
  const seen: string[] = [];
  const write = (name: string): void => {
    seen.push(`${simulation.now} ${name}`);
  };
  return { simulation, seen, write };
}

describe('the order of events', () => {
  test('events happen in order of time, whatever the order of scheduling', () => {
    const { simulation, seen, write } = timeline();
    for (const time of [5, 1, 3, 2, 4]) simulation.schedule(time, rank.arrive, write, 'event', 0);
    simulation.run(10);
    expect(seen).toEqual(['1 event', '2 event', '3 event', '4 event', '5 event']);
  });

  test('simultaneous events happen in order of rank, then in order of scheduling', () => {
    const { simulation, seen, write } = timeline();
    simulation.schedule(7, rank.observe, write, 'observe', 0);
    simulation.schedule(7, rank.arrive, write, 'arrive first', 0);
    simulation.schedule(7, rank.start, write, 'start', 0);
    simulation.schedule(7, rank.finish, write, 'finish', 0);
    simulation.schedule(7, rank.arrive, write, 'arrive second', 0);
    simulation.schedule(7, rank.capacity, write, 'capacity', 0);
    simulation.run(7);
    expect(seen).toEqual(['7 capacity', '7 finish', '7 start', '7 arrive first', '7 arrive second', '7 observe']);
  });

  test('a handler gets its subject and its number, and may schedule an event for the same instant', () => {
    const simulation = new Simulation();
    const seen: number[] = [];
    const subject = { step: 10 };
    const handler = (given: { step: number }, datum: number): void => {
      seen.push(simulation.now, datum);
      if (datum < 30) simulation.schedule(simulation.now, rank.finish, handler, given, datum + given.step);
    };
    simulation.schedule(2, rank.arrive, handler, subject, 10);
    simulation.run(2);
    expect(seen).toEqual([2, 10, 2, 20, 2, 30]);
  });

  test('run includes events at its end, sets the clock there, and a next run goes on', () => {
    const { simulation, seen, write } = timeline();
    for (const time of [1, 2, 2.5, 4]) simulation.schedule(time, rank.arrive, write, 'event', 0);
    simulation.run(2);
    expect([seen.length, simulation.now, simulation.pending, simulation.executed]).toEqual([2, 2, 2, 2]);
    simulation.run(3);
    expect([seen.length, simulation.now, simulation.pending, simulation.executed]).toEqual([3, 3, 1, 3]);
    simulation.run(Infinity);
    expect([seen.length, simulation.now, simulation.pending, simulation.executed]).toEqual([4, 4, 0, 4]);
  });

  test('an event at infinity never happens', () => {
    const { simulation, seen, write } = timeline();
    simulation.schedule(Infinity, rank.finish, write, 'never', 0);
    simulation.schedule(1, rank.finish, write, 'once', 0);
    simulation.run(Infinity);
    expect(seen).toEqual(['1 once']);
    expect([simulation.now, simulation.pending]).toEqual([1, 1]);
  });

  test('stop lets the current handler finish and leaves the clock and the later events as they are', () => {
    const { simulation, seen, write } = timeline();
    const stopping = (name: string): void => {
      simulation.stop();
      write(name);
    };
    simulation.schedule(1, rank.arrive, stopping, 'last', 0);
    simulation.schedule(1, rank.observe, write, 'later', 0);
    simulation.run(5);
    expect([seen, simulation.now, simulation.pending]).toEqual([['1 last'], 1, 1]);
    simulation.run(5);
    expect([seen, simulation.now, simulation.pending]).toEqual([['1 last', '1 later'], 5, 0]);
  });

  test('the past, NaN and a run inside a run are errors', () => {
    const { simulation, write } = timeline();
    simulation.run(3);
    expect(() => simulation.schedule(2.9, rank.arrive, write, 'x', 0)).toThrow('Cannot schedule at 2.9: it is 3.');
    expect(() => simulation.schedule(NaN, rank.arrive, write, 'x', 0)).toThrow('Cannot schedule at NaN');
    expect(() => {
      simulation.run(2);
    }).toThrow('Cannot run until 2: it is 3.');
    expect(() => {
      simulation.run(NaN);
    }).toThrow('Cannot run until NaN');
    expect(() => new Simulation(NaN)).toThrow('cannot start at time NaN');
    simulation.schedule(
      4,
      rank.arrive,
      () => {
        simulation.run(9);
      },
      null,
      0,
    );
    expect(() => {
      simulation.run(5);
    }).toThrow('already running');
    simulation.run(5);
    expect(simulation.now).toBe(5);
  });
});

describe('cancelling', () => {
  test('a cancelled event does not happen, and cancelling is true only once', () => {
    const { simulation, seen, write } = timeline();
    const first = simulation.schedule(1, rank.arrive, write, 'cancelled', 0);
    simulation.schedule(2, rank.arrive, write, 'kept', 0);
    expect([simulation.cancel(first), simulation.cancel(first), simulation.pending]).toEqual([true, false, 1]);
    simulation.run(3);
    expect(seen).toEqual(['2 kept']);
  });

  test('an event that has happened cannot be cancelled, nor can the newer event in its place be hit by the old number', () => {
    const { simulation, seen, write } = timeline();
    const old = simulation.schedule(1, rank.arrive, write, 'old', 0);
    simulation.run(1);
    const newer = simulation.schedule(2, rank.arrive, write, 'newer', 0);
    expect(simulation.cancel(old)).toBe(false);
    expect(newer).not.toBe(old);
    simulation.run(3);
    expect(seen).toEqual(['1 old', '2 newer']);
  });

  test('an event cannot cancel itself while it happens', () => {
    const simulation = new Simulation();
    const ids: number[] = [];
    const results: boolean[] = [];
    ids.push(simulation.schedule(1, rank.arrive, () => results.push(simulation.cancel(ids[0] ?? -1)), null, 0));
    simulation.run(1);
    expect(results).toEqual([false]);
    const pending = simulation.schedule(2, rank.arrive, () => undefined, null, 0);
    expect([-1, 0, 0.5, 1e15, NaN, pending + 0.5].map((id) => simulation.cancel(id))).not.toContain(true);
    expect(simulation.cancel(pending)).toBe(true);
  });

  test('of many events with most cancelled the rest happen in order', () => {
    const { simulation, seen, write } = timeline();
    const ids = Array.from({ length: 1000 }, (_, n) => simulation.schedule((n * 7) % 1000, rank.arrive, write, 'x', 0));
    ids.forEach((id, n) => {
      if (((n * 7) % 1000) % 10 !== 0) simulation.cancel(id);
    });
    expect(simulation.pending).toBe(100);
    simulation.run(1000);
    expect(seen).toEqual(Array.from({ length: 100 }, (_, n) => `${n * 10} x`));
  });
});

describe('the start phase', () => {
  /** Writes a name and asks for a start phase. */
  function asking() {
    const { simulation, seen, write } = timeline();
    const ask = (name: string): void => {
      write(name);
      simulation.requestStartPhase();
    };
    simulation.onStartPhase(() => {
      write('phase');
    });
    return { simulation, seen, write, ask };
  }

  test('asked for by a finish it comes after all finishes and starts and before the arrivals of that instant', () => {
    const { simulation, seen, write, ask } = asking();
    simulation.schedule(1, rank.arrive, write, 'arrive', 0);
    simulation.schedule(1, rank.start, write, 'start', 0);
    simulation.schedule(1, rank.finish, ask, 'finish', 0);
    simulation.schedule(1, rank.finish, ask, 'finish too', 0);
    simulation.run(2);
    expect(seen).toEqual(['1 finish', '1 finish too', '1 start', '1 phase', '1 arrive']);
  });

  test('asked for by an arrival it comes right after that arrival, before the next one', () => {
    const { simulation, seen, write, ask } = asking();
    simulation.schedule(1, rank.arrive, ask, 'first', 0);
    simulation.schedule(1, rank.arrive, ask, 'second', 0);
    simulation.schedule(1, rank.observe, write, 'observe', 0);
    simulation.run(1);
    expect(seen).toEqual(['1 first', '1 phase', '1 second', '1 phase', '1 observe']);
  });

  test('asked for by an observer at the end of a run it still happens in that run, at that instant', () => {
    const { simulation, seen, ask } = asking();
    simulation.schedule(1, rank.observe, ask, 'observe', 0);
    simulation.schedule(1.5, rank.observe, ask, 'later', 0);
    simulation.run(1);
    expect(seen).toEqual(['1 observe', '1 phase']);
  });

  test('asked for before the first run it happens at the start, and a cancelled finish does not hold it up', () => {
    const { simulation, seen, write } = asking();
    simulation.requestStartPhase();
    simulation.cancel(simulation.schedule(0, rank.finish, write, 'cancelled', 0));
    simulation.schedule(0, rank.arrive, write, 'arrive', 0);
    simulation.run(0);
    expect(seen).toEqual(['0 phase', '0 arrive']);
  });

  test('work that starts and ends in the same instant is followed by a new start phase', () => {
    const { simulation, seen, write } = timeline();
    let left = 2;
    simulation.onStartPhase(() => {
      write('phase');
      if (left === 0) return;
      left -= 1;
      simulation.schedule(
        simulation.now,
        rank.finish,
        () => {
          write('finish');
          simulation.requestStartPhase();
        },
        null,
        0,
      );
    });
    simulation.schedule(
      3,
      rank.arrive,
      () => {
        simulation.requestStartPhase();
      },
      null,
      0,
    );
    simulation.schedule(3, rank.arrive, write, 'arrive', 0);
    simulation.run(3);
    expect(seen).toEqual(['3 phase', '3 finish', '3 phase', '3 finish', '3 phase', '3 arrive']);
  });
});
