// Waiting in steady state, against published and textbook values.
import { expect, it, test } from 'vitest';
import { queueFigures, type QueueFigures, type QueueSpec } from '../../../src/chain/load/queue.js';

const plain = { cv: 1, room: Infinity, patience: Infinity };

function figures(spec: Partial<QueueSpec> & Pick<QueueSpec, 'arrivals' | 'service' | 'servers'>): QueueFigures {
  const found = queueFigures({ ...plain, ...spec });
  if (found === undefined) throw new Error('no steady state');
  return found;
}

test.each([
  { arrivals: 0.5, service: 1, servers: 1, delayed: 0.5, wait: 1 },
  { arrivals: 5, service: 1 / 8, servers: 1, delayed: 0.625, wait: 0.208333 },
  { arrivals: 0.2, service: 10, servers: 3, delayed: 0.444444, wait: 4.444444 },
  { arrivals: 0.2, service: 10, servers: 4, delayed: 0.173913, wait: 0.869565 },
  { arrivals: 10, service: 0.25, servers: 3, delayed: 0.702247, wait: 0.351124 },
  // Erlang C of 100 servers with 95 erlang; the wait is C / (100 - 95).
  { arrivals: 95, service: 1, servers: 100, delayed: 0.506457, wait: 0.506457 / 5 },
])('M/M/$servers with $arrivals arrivals of $service each: Erlang C', ({ delayed, wait, ...spec }) => {
  expect(figures(spec).delayed).toBeCloseTo(delayed, 6);
  expect(figures(spec).wait).toBeCloseTo(wait, 5);
});

test.each([
  [5, 4, 0.199067],
  [10, 8, 0.121661],
  [20, 18, 0.109213],
  [50, 45, 0.054104],
  [100, 95, 0.048804],
])('%i places with %i erlang, nobody waits: Erlang B', (servers, arrivals, lost) => {
  expect(figures({ arrivals, service: 1, servers, room: 0 }).refused).toBeCloseTo(lost, 6);
});

it('two pumps and one place to wait: M/M/2/3 loses 0.04936, and who comes in waits N/lambda less her service', () => {
  const { refused, wait } = figures({ arrivals: 3, service: 1 / 4, servers: 2, room: 1 });
  expect(refused).toBeCloseTo(0.04936, 5);
  expect(wait).toBeCloseTo(0.76234 / (3 * (1 - 0.04936)) - 1 / 4, 5);
});

it('one server with room for four: M/M/1/5 loses 0.088819, sojourn 2.563065', () => {
  const { refused, wait } = figures({ arrivals: 0.8, service: 1, servers: 1, room: 4 });
  expect(refused).toBeCloseTo(0.088819, 6);
  expect(wait + 1).toBeCloseTo(2.563065, 5);
});

test.each([
  [10, 2, 0.619655, 2.078264, 0.103913],
  [12, 4, 0.925599, 8.691961, 0.181083],
])('%i arrivals at ten servers with patience %i: Erlang A', (arrivals, patience, delayed, queue, lost) => {
  const found = figures({ arrivals, service: 1, servers: 10, patience });
  expect(found.delayed).toBeCloseTo(delayed, 5);
  expect(found.wait * arrivals).toBeCloseTo(queue, 5);
  expect(found.impatient).toBeCloseTo(lost, 5);
});

test.each([
  ['constant', 0, 2],
  ['Erlang of two', Math.SQRT1_2, 3],
  ['lognormal with cv² 4', 2, 10],
])('one server at 0.8 with %s service: Pollaczek-Khinchine, %d gives %d', (_, cv, wait) => {
  expect(figures({ arrivals: 0.8, service: 1, cv, servers: 1 }).wait).toBeCloseTo(wait, 9);
});

it('as much work as capacity has no steady state, unless the queue ends; a long queue at twice the work loses half', () => {
  expect(queueFigures({ ...plain, arrivals: 2, service: 1, servers: 2 })).toBeUndefined();
  expect(figures({ arrivals: 4, service: 1, servers: 2, room: 5000 }).refused).toBeCloseTo(0.5, 9);
});
