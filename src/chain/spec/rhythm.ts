// Amounts that repeat, or go in steps: written out as points in time over the length of the run, before the chain is read.
import { dayNumber, isDate } from '../civil-date.js';

interface Point {
  readonly at: number;
  readonly value: number;
}

/**
 * The tree with every `{ cycle, timed }`, `{ cycle, steps }` and `{ steps }` written out as `{ timed }`. A cycle of `timed` is straight from its last
 * point to the first of the next cycle; `steps` keep their value until the next step. What is not well-formed stays as it is, for the schema to refuse.
 */
export function withRhythms(tree: unknown): unknown {
  return rewritten(tree, lengthOf(tree));
}

/** Length of the run of a chain that is not read yet, or may not be right; 0 when it cannot be told. */
export function lengthOf(tree: unknown): number {
  const run = property(tree, 'run');
  const end = property(run, 'end');
  if (typeof end === 'number') return end;
  const start = property(run, 'start') ?? '2000-01-03';
  if (typeof end !== 'string' || typeof start !== 'string' || !isDate(end) || !isDate(start)) return 0;
  return dayNumber(end) - dayNumber(start);
}

function property(tree: unknown, key: string): unknown {
  return typeof tree === 'object' && tree !== null ? Reflect.get(tree, key) : undefined;
}

/** The same object when nothing in it changes. */
function rewritten(node: unknown, length: number): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) {
    const items = node.map((item: unknown) => rewritten(item, length));
    return items.some((item, index) => item !== node[index]) ? items : node;
  }
  const timed = writtenOut(node, length);
  if (timed !== undefined) return { timed };
  const entries = Object.entries(node).map(
    ([key, value]) => [key, value as unknown, rewritten(value, length)] as const,
  );
  if (entries.every(([, before, after]) => before === after)) return node;
  return Object.fromEntries(entries.map(([key, , after]) => [key, after]));
}

/** The points of one rhythm over a run of `length`; undefined for what is none, or not well-formed. */
export function writtenOut(node: object, length: number): Point[] | undefined {
  const { cycle, timed, steps, ...others } = node as Record<string, unknown>;
  if (Object.keys(others).length > 0 || (cycle === undefined && steps === undefined)) return undefined;
  const points = steps ?? timed;
  if (!arePoints(points) || (steps !== undefined && timed !== undefined)) return undefined;
  if (cycle === undefined) return stairs(points, points[0]?.value ?? 0);
  if (typeof cycle !== 'number' || rhythmProblem({ cycle, points }) !== undefined) return undefined;
  const last = points.at(-1) ?? { at: 0, value: 0 };
  const turns = Math.max(1, Math.ceil(length / cycle) + 1);
  const all = Array.from({ length: turns }, (_, turn) =>
    points.map(({ at, value }) => ({ at: turn * cycle + at, value })),
  ).flat();
  return steps === undefined ? [{ at: last.at - cycle, value: last.value }, ...all] : stairs(all, last.value);
}

/** A jump at every point, from the value before it. */
function stairs(points: readonly Point[], before: number): Point[] {
  let value = before;
  return points.flatMap((point, index) => {
    const from = { at: point.at, value };
    const isLevel = point.value === value && index > 0;
    value = point.value;
    return isLevel ? [] : from.value === point.value ? [point] : [from, point];
  });
}

function arePoints(points: unknown): points is Point[] {
  return (
    Array.isArray(points) &&
    points.length > 0 &&
    points.every((point: unknown) => {
      return typeof property(point, 'at') === 'number' && typeof property(point, 'value') === 'number';
    })
  );
}

/** What is wrong with a cycle, in Dutch. */
export function rhythmProblem({ cycle, points }: { cycle: number; points: readonly Point[] }): string | undefined {
  if (!(cycle > 0)) return 'een ritme (`cycle`) duurt langer dan 0';
  if (points.some(({ at }) => at < 0 || at >= cycle)) {
    return 'in een ritme ligt elke `at` tussen 0 en `cycle`, en niet op `cycle` zelf: dat is weer 0';
  }
  if (points.some(({ at }, index) => at < (points[index - 1]?.at ?? 0))) {
    return 'de punten van een ritme lopen op in `at`';
  }
  return undefined;
}
