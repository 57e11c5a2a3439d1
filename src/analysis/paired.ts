// Paired differences: the same draw in two scenarios, so that luck and parameters cancel.

/**
 * `scenario[i] − base[i]` per draw.
 * @throws RangeError when the draws do not match one to one.
 */
export function pairedDifference(scenario: ArrayLike<number>, base: ArrayLike<number>): Float64Array {
  if (scenario.length !== base.length) {
    throw new RangeError(`${scenario.length} draws cannot be paired with ${base.length}`);
  }
  return Float64Array.from(scenario, (value, draw) => value - (base[draw] ?? NaN));
}
