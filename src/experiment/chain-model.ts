// The model that experiments run: a declared chain, simulated and metered.
import { simulateChain } from '../chain/simulate-chain.js';
import { chainSchema } from '../chain/spec/chain.js';
import type { ChainSpec } from '../chain/spec/chain.js';
import { createMeters } from '../measure/meters.js';
import type { Model } from './model.js';

export const chainModel: Model = {
  catalogue: (tree) => createMeters(chainOf(tree)).catalogue,
  simulate: (tree, streams, only) => {
    const spec = chainOf(tree);
    const meters = createMeters(spec, { only });
    simulateChain(spec, streams, meters.prepare);
    return meters.values();
  },
};

/** Base values were checked before; a draw that the schema refuses means a range in the parameters that is too wide. */
export function chainOf(tree: unknown): ChainSpec {
  const parsed = chainSchema.safeParse(tree);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
  throw new Error(`de getrokken waarden passen niet in de keten: ${problems.join('; ')}`);
}
