// The ways that lead out of a station, as declared: outcomes, clients who get lost, side visits, full queues, lost patience and calls.
import type { StationSpec } from '../registry.js';
import { shapeOf } from '../registry.js';
import type { OutcomeSpec } from '../spec/outcome.js';
import type { Path } from './context.js';

/** `main` ways carry the visit on; a side visit is a second one beside it. `outcome` is absent for ways that go past the outcomes. */
export interface Way {
  readonly to: string;
  readonly path: Path;
  readonly kind: 'outcome' | 'lost' | 'side' | 'target';
  readonly outcome: OutcomeSpec | undefined;
}

export function waysOut(id: string, station: StationSpec): Way[] {
  const at: Path = ['stations', id];
  const ways: Way[] = [];
  for (const [index, outcome] of station.outcomes.entries()) {
    const path = [...at, 'outcomes', index];
    ways.push({ to: outcome.to, path: [...path, 'to'], kind: 'outcome', outcome });
    const { handover } = outcome;
    if (handover?.kind === 'cold' && handover.lostTo !== undefined) {
      ways.push({ to: handover.lostTo, path: [...path, 'handover', 'lostTo'], kind: 'lost', outcome });
    }
    for (const [turn, side] of (outcome.side ?? []).entries()) {
      ways.push({ to: side, path: [...path, 'side', turn], kind: 'side', outcome });
    }
  }
  for (const target of shapeOf(station).targets) {
    ways.push({ to: target.to, path: [...at, ...target.path], kind: 'target', outcome: undefined });
  }
  return ways;
}
