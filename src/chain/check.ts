// Does a declared chain mean something? All mistakes at once, each with its place in the tree and a way out.
import { checkAttributes } from './check/attributes.js';
import { createCheck } from './check/context.js';
import { checkCorrelations } from './check/correlations.js';
import { checkDurations } from './check/durations.js';
import { checkGroups } from './check/groups.js';
import { checkLoops } from './check/loops.js';
import { checkMoney } from './check/money.js';
import { checkPopulation } from './check/population.js';
import { checkQueues } from './check/queues.js';
import { checkReach, checkRoutes } from './check/routes.js';
import { checkRun } from './check/run.js';
import { checkStations } from './check/stations.js';
import type { ChainSpec } from './spec/chain.js';
import type { Issue } from './spec/issue.js';

/**
 * Every mistake of meaning in a chain of the right shape; empty when it can run. Paths are those of the declared tree, messages are Dutch.
 * The shape itself is the matter of `parseChain`.
 */
export function checkChain(spec: ChainSpec): Issue[] {
  const check = createCheck(spec);
  checkRun(check);
  checkStations(check);
  checkQueues(check);
  checkRoutes(check);
  checkReach(check);
  checkLoops(check);
  checkAttributes(check);
  checkCorrelations(check);
  checkGroups(check);
  checkDurations(check);
  checkPopulation(check);
  checkMoney(check);
  return [...check.issues];
}

export { parseChain, type ParsedChain } from './check/parse.js';
