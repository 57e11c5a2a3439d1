// Puts values in the places of a template where parameters are named.
import type { Amount } from '../chain/spec/amount.js';
import type { Issue } from '../chain/spec/issue.js';
import { lengthOf, writtenOut } from '../chain/spec/rhythm.js';
import { didYouMean } from '../chain/nearest.js';
import { combine } from './pieces.js';

type Path = readonly (string | number)[];

export interface Bound {
  /** The template with a number or a timed amount in place of every reference; parts without references are shared. */
  readonly tree: unknown;
  readonly issues: readonly Issue[];
  /** Names that the template refers to, known or not. */
  readonly used: ReadonlySet<string>;
}

interface Context {
  /** Of the run. */
  readonly length: number;
  readonly values: ReadonlyMap<string, Amount>;
  readonly issues: Issue[];
  readonly used: Set<string>;
}

/**
 * `'@name'` is the value of a parameter; `{ sum: [...] }` and `{ product: [...] }` hold numbers, timed amounts, rhythms (over the run of the
 * template), names, each other and, in a sum, `'-@name'`. Sums and products of timed amounts are taken at the union of their breakpoints;
 * a product of two slopes is right at every midnight and straight in between (see pieces.ts).
 */
export function bind(template: unknown, values: ReadonlyMap<string, Amount>): Bound {
  const context: Context = { length: lengthOf(template), values, issues: [], used: new Set() };
  const tree = bindNode(template, [], context);
  return { tree, issues: context.issues, used: context.used };
}

function bindNode(node: unknown, path: Path, context: Context): unknown {
  if (typeof node === 'string') return isReference(node) ? referenced(node, path, context) : node;
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) {
    const items: readonly unknown[] = node;
    const bound = items.map((item, index) => bindNode(item, [...path, index], context));
    return bound.every((item, index) => item === items[index]) ? node : bound;
  }
  const entries = Object.entries(node);
  const expression = expressionIn(entries);
  if (expression !== null) return evaluate(expression.operator, expression.operands, path, context);
  const bound = entries.map(([key, value]): [string, unknown] => [key, bindNode(value, [...path, key], context)]);
  return bound.every(([, value], index) => value === entries[index]?.[1]) ? node : Object.fromEntries(bound);
}

type Operator = 'sum' | 'product';

function expressionIn(
  entries: readonly [string, unknown][],
): { operator: Operator; operands: readonly unknown[] } | null {
  const [entry, ...others] = entries;
  if (entry === undefined || others.length > 0) return null;
  const [operator, operands] = entry;
  if ((operator !== 'sum' && operator !== 'product') || !Array.isArray(operands)) return null;
  return { operator, operands };
}

function evaluate(operator: Operator, operands: readonly unknown[], path: Path, context: Context): Amount {
  const amounts = operands.map((operand, index) => amountIn(operand, operator, [...path, operator, index], context));
  if (amounts.length === 0) context.issues.push({ path, message: `'${operator}' is leeg: noem getallen of @namen` });
  return operator === 'sum'
    ? combine(amounts, (values) => values.reduce((total, value) => total + value, 0))
    : combine(amounts, (values) => values.reduce((total, value) => total * value, 1));
}

function amountIn(operand: unknown, operator: Operator, path: Path, context: Context): Amount {
  if (typeof operand === 'string' && operand.startsWith('-@')) {
    if (operator === 'sum') return combine([referenced(operand.slice(1), path, context)], ([value]) => -(value ?? 0));
    context.issues.push({ path, message: `'${operand}' kan alleen in een 'sum'; gebruik in een 'product' ook -1` });
    return 1;
  }
  const bound = bindNode(operand, path, context);
  if (isAmount(bound)) return bound;
  const rhythm = typeof bound === 'object' && bound !== null ? writtenOut(bound, context.length) : undefined;
  if (rhythm !== undefined) return { timed: rhythm };
  context.issues.push({ path, message: `verwacht een getal of een @naam, gevonden ${JSON.stringify(operand)}` });
  return 1;
}

/** An unknown name stands as 0 beside its issue; the caller does not run a tree with issues. */
function referenced(reference: string, path: Path, { values, issues, used }: Context): Amount {
  if (reference.startsWith('-@')) {
    issues.push({ path, message: `'${reference}' kan alleen in een 'sum': schrijf { sum: ['${reference}'] }` });
    return 0;
  }
  const name = reference.slice(1);
  used.add(name);
  const value = values.get(name);
  if (value !== undefined) return value;
  issues.push({ path, message: `parameter '${name}' bestaat niet.${didYouMean(name, values.keys())}` });
  return 0;
}

function isReference(text: string): boolean {
  return text.startsWith('@') || text.startsWith('-@');
}

function isAmount(value: unknown): value is Amount {
  if (typeof value === 'number') return true;
  if (typeof value !== 'object' || value === null || !('timed' in value)) return false;
  if ('cycle' in value || !Array.isArray(value.timed)) return false;
  const points: readonly unknown[] = value.timed;
  return points.length > 0 && points.every(isPoint);
}

function isPoint(point: unknown): boolean {
  if (typeof point !== 'object' || point === null || !('at' in point) || !('value' in point)) return false;
  return typeof point.at === 'number' && typeof point.value === 'number';
}
