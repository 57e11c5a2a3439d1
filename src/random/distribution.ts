// Every distribution that a file may name, and what can be asked of each.

import { written } from './checks.js';
import { constant, type Constant } from './families/constant.js';
import { empirical, type Empirical } from './families/empirical.js';
import { exponential, type Exponential } from './families/exponential.js';
import { erlang, gamma, type Erlang, type Gamma } from './families/gamma.js';
import { hazard, type Hazard } from './families/hazard.js';
import { lognormal, type Lognormal } from './families/lognormal.js';
import { normal, type Normal } from './families/normal.js';
import { piecewise, type Piecewise } from './families/piecewise.js';
import { triangular, type Triangular } from './families/triangular.js';
import { uniform, type Uniform } from './families/uniform.js';
import { weibull, type Weibull } from './families/weibull.js';
import type { Family, Law } from './law.js';

interface Specs {
  constant: Constant;
  uniform: Uniform;
  triangular: Triangular;
  exponential: Exponential;
  gamma: Gamma;
  erlang: Erlang;
  weibull: Weibull;
  lognormal: Lognormal;
  normal: Normal;
  empirical: Empirical;
  piecewise: Piecewise;
  hazard: Hazard;
}

/** Written as a map over the names, so that the compiler knows that a spec fits the family of its own name. */
type Named<Name extends keyof Specs> = { [N in Name]: { readonly dist: N } & Specs[N] }[Name];

export type Distribution = Specs[keyof Specs];

const families: { readonly [Name in keyof Specs]: Family<Named<Name>> } = {
  constant,
  uniform,
  triangular,
  exponential,
  gamma,
  erlang,
  weibull,
  lognormal,
  normal,
  empirical,
  piecewise,
  hazard,
};

const LARGEST_UNIFORM = 1 - 2 ** -53;

/** What is wrong with a distribution, in Dutch and ready to print; empty when it can be used. */
export function problems(distribution: Distribution): string[] {
  const found = familyOf(distribution).problems(distribution);
  if (found.length > 0) return found;
  const law = lawOf(distribution);
  const largest = law.quantile(LARGEST_UNIFORM);
  if (Number.isFinite(largest) && Number.isFinite(law.mean)) return [];
  return [`de spreiding is zo groot dat de grootste waarde niet te berekenen is (${written(largest)})`];
}

/** A distribution with its constants worked out: for whoever draws from it more than once. */
export function lawOf(distribution: Distribution): Law {
  return familyOf(distribution).law(distribution);
}

function familyOf<Name extends keyof Specs>(distribution: Named<Name>): Family<Named<Name>> {
  return families[distribution.dist];
}

/** The inverse distribution function as a closure of its own, for the hot path. */
export function compileQuantile(distribution: Distribution): (u: number) => number {
  return lawOf(distribution).quantile;
}

/** The value below which a fraction u lies. One uniform gives one value: no rejection. */
export function quantile(distribution: Distribution, u: number): number {
  return lawOf(distribution).quantile(u);
}

export function mean(distribution: Distribution): number {
  return lawOf(distribution).mean;
}

/** The lower end of the values, −∞ when there is none: a duration may not go below 0. */
export function lowest(distribution: Distribution): number {
  return lawOf(distribution).lowest;
}

/** P(X ≥ elapsed): the chance not to have ended before `elapsed`. */
export function survival(distribution: Distribution, elapsed: number): number {
  return lawOf(distribution).survival(elapsed);
}

/**
 * The u-quantile of the time that remains for someone who has not ended before `elapsed`, by inverse CDF on the
 * conditional law. At `elapsed` 0 it is the quantile itself, for a distribution without values below 0.
 */
export function residual(distribution: Distribution, u: number, elapsed: number): number {
  return lawOf(distribution).residual(u, elapsed);
}
