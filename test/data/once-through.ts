// What the tests of an organisation's data share: its study, a number of its table, and one doorrekening in which every client is followed.
import { join } from 'node:path';
import { simulateChain } from '../../src/chain/simulate-chain.js';
import type { ChainSpec } from '../../src/chain/spec/chain.js';
import { openStudy, type Study } from '../../src/cli/study.js';
import type { Parameter } from '../../src/scenario/parameter.js';
import { createStreams } from '../../src/random/streams.js';

const root = join(import.meta.dirname, '..', '..');

/** The organisation with its whole shelf, read and checked as the program does. */
export function studyOf(organisation: string): Study {
  return openStudy(organisation, 'shelf', [root]);
}

export function parameterOf({ organisation }: Study, name: string): Parameter {
  const found = organisation.parameters.byName.get(name);
  if (found === undefined) throw new Error(`no parameter ${name}`);
  return found;
}

export interface OnceThrough {
  readonly begun: number;
  readonly ended: number;
  /** Keys of clients whose spell runs at the end, and of clients whose main visit is somewhere in the chain then. */
  readonly onSpell: ReadonlySet<number>;
  readonly inChain: ReadonlySet<number>;
  /** Main visits at the end, by station. */
  readonly at: ReadonlyMap<string, number>;
  /** How often each station was begun on a main visit or beside it. */
  readonly starts: ReadonlyMap<string, number>;
}

/** One doorrekening from its start to its end, run when it is first asked for. */
export function onceThrough(spec: ChainSpec): () => OnceThrough {
  let found: OnceThrough | undefined;
  return () => (found ??= runOnce(spec));
}

function runOnce(spec: ChainSpec): OnceThrough {
  const onSpell = new Set<number>();
  const where = new Map<number, string>();
  const starts = new Map<string, number>();
  let begun = 0;
  let ended = 0;
  simulateChain(spec, createStreams('data', 0), () => ({
    spellStarted: ({ key }) => {
      begun += 1;
      onSpell.add(key);
    },
    spellEnded: ({ key }) => {
      ended += 1;
      onSpell.delete(key);
    },
    entered: (visit, { id }) => {
      if (visit.main) where.set(visit.client.key, id);
    },
    started: (_visit, { id }) => {
      starts.set(id, (starts.get(id) ?? 0) + 1);
    },
    left: (visit, _station, to) => {
      if (visit.main && to === undefined) where.delete(visit.client.key);
    },
    withdrawn: (visit) => {
      if (visit.main) where.delete(visit.client.key);
    },
  }));
  const at = new Map<string, number>();
  for (const id of where.values()) at.set(id, (at.get(id) ?? 0) + 1);
  return { begun, ended, onSpell, inChain: new Set(where.keys()), at, starts };
}
