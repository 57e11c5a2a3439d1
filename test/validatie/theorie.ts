// The formulas that a row of verwacht.csv may name, and how such a row is read: `mmc.Wq(lambda=10 mu=4 c=3)`.
import { saturated, sessions } from './theorie/ctmc.js';
import {
  batches,
  cafe,
  erlangA,
  erlangB,
  erlangC,
  feedback,
  mg1,
  mmc,
  mmcK,
  preemption,
  priority,
  twoClasses,
  twoKindsOfLoss,
  type Numbers,
} from './theorie/queues.js';
import { mmcAt, mmInfinity, tide } from './theorie/transient.js';

type Formula = (numbers: Numbers) => Readonly<Record<string, number>>;

export const formulas: Readonly<Record<string, Formula>> = {
  erlangB: (numbers) => ({ B: erlangB(numbers) }),
  erlangC: (numbers) => ({ C: erlangC(numbers) }),
  erlangA,
  mmc,
  mmcK,
  twoKindsOfLoss,
  mg1,
  twoClasses,
  priority,
  preemption,
  batches,
  feedback,
  cafe,
  mmInfinity,
  mmcAt,
  tide,
  sessions,
  saturated,
};

/** A number with a point or a comma, or a fraction of two. */
function numberIn(text: string): number {
  const [top = '', bottom = '1'] = text.replaceAll(',', '.').split('/');
  return Number(top) / Number(bottom);
}

/**
 * The value of a formula as written.
 * @throws Error when it cannot be read or has no such outcome
 */
export function exactly(text: string): number {
  const [, name = '', outcome = '', list = ''] = /^(\w+)\.(\w+)\((.*)\)$/.exec(text.trim()) ?? [];
  const formula = formulas[name];
  if (formula === undefined) {
    throw new Error(`'${text}' names no formula; there are ${Object.keys(formulas).join(', ')}`);
  }
  const numbers: Record<string, number> = {};
  for (const part of list.split(/\s+/).filter((word) => word !== '')) {
    const [key = '', value = ''] = part.split('=');
    numbers[key] = numberIn(value);
    if (Number.isNaN(numbers[key])) throw new Error(`'${part}' in '${text}' is no number`);
  }
  const value = formula(numbers)[outcome];
  if (value === undefined || !Number.isFinite(value)) throw new Error(`'${text}' has no outcome '${outcome}'`);
  return value;
}
