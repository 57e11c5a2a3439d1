// Which part of the clients at a station takes each outcome, on average over a fixed sample of clients.
import { attributeAt, compileAttributes, compileCondition, type Attribute } from '../attributes.js';
import { Client } from '../client.js';
import { Records } from '../records.js';
import { amountAt } from '../spec/amount.js';
import type { ChainSpec } from '../spec/chain.js';
import type { Condition } from '../spec/condition.js';
import type { OutcomeSpec } from '../spec/outcome.js';

const sampleSize = 400;

/** The generalised golden ratio sequence (Roberts 2018): the root of x^(d+1) = x + 1 spreads points evenly over d dimensions. */
function steps(dimensions: number): number[] {
  let root = 2;
  for (let turn = 0; turn < 40; turn += 1) root = (1 + root) ** (1 / (dimensions + 1));
  return Array.from({ length: dimensions }, (_, index) => root ** -(index + 1));
}

/** Clients as they would apply at `time`, attributes spread evenly over their distributions; the same every time. */
function sample(attributes: readonly Attribute[], time: number): Client[] {
  const step = steps(attributes.length);
  const records = new Records({ attributes: attributes.length, stations: 0, spell: 0 });
  return Array.from({ length: sampleSize }, (_, number) => {
    const client = new Client(records);
    for (const attribute of attributes) {
      const { index, of } = attribute;
      const u = (0.5 + (number + 1) * (step[index] ?? 0)) % 1;
      client.setAttribute(index, attribute.draw(u, time, of === undefined ? 0 : client.attribute(of)));
    }
    return client;
  });
}

function asksMonths(condition: Condition): boolean {
  if ('all' in condition) return condition.all.some(asksMonths);
  if ('any' in condition) return condition.any.some(asksMonths);
  return 'not' in condition ? asksMonths(condition.not) : 'monthsOnBenefit' in condition;
}

/**
 * Chances of the outcomes of a station at `time`, in order. Attributes are those of all who apply, so selection on the way is not seen; `rank` takes
 * its share of those whom earlier outcomes leave. Months on bijstand cannot be known here: such a condition counts as met by all, and leaves the
 * others as they are, so that the chances are upper bounds and may add up to more than 1.
 */
export function createChances(spec: ChainSpec, time: number): (outcomes: readonly OutcomeSpec[]) => number[] {
  const attributes = compileAttributes(spec.attributes);
  const clients = sample(attributes, time);
  return (outcomes) => {
    const total = outcomes.map(() => 0);
    const tests = outcomes.map(({ when }) =>
      when === undefined || asksMonths(when) ? undefined : compileCondition(when, attributes),
    );
    for (const client of clients) {
      // `unranked`: the part that no rank took; `taken`: the part of the uniform that shares and odds took.
      let unranked = 1;
      let taken = 0;
      for (const [index, { when, share, rank, odds }] of outcomes.entries()) {
        const left = unranked * (1 - taken);
        let part = left;
        if (when !== undefined && tests[index] !== undefined) {
          if (tests[index](client, time)) unranked = 0;
          else part = 0;
        } else if (share !== undefined) {
          const width = Math.min(amountAt(share, time), 1 - taken);
          part = unranked * width;
          taken += width;
        } else if (rank !== undefined) {
          const top = amountAt(rank.share, time);
          part = left * top;
          unranked *= 1 - top;
        } else if (odds !== undefined) {
          const by = attributes.find(({ id }) => id === odds.by);
          const value = by === undefined ? 0 : attributeAt(by, client, time);
          const chance = 1 / (1 + Math.exp(-amountAt(odds.intercept, time) - amountAt(odds.slope, time) * value));
          part = left * chance;
          taken += (1 - taken) * chance;
        }
        total[index] = (total[index] ?? 0) + part / sampleSize;
      }
    }
    return total;
  };
}
