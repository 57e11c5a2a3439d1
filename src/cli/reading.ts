// `--lezing groep=lezing`: the organisation as if one interpretation of its sources were known to be the true one.
import type { Ijkpunt } from '../analysis/ijkpunt.js';
import { checkChain, parseChain } from '../chain/check.js';
import { didYouMean } from '../chain/nearest.js';
import { bindBase } from '../experiment/values.js';
import { assumeReadings, holdsInBase } from '../scenario/reading.js';
import { UsageError } from './failure.js';
import { choicesText, type ReadingChoice } from './reading-option.js';
import { planOf, unchanged, type Study } from './study.js';

/**
 * @throws UsageError for a set or reading that does not exist, for two readings of one set, and for a reading whose values do not fit the chain
 */
export function underReadings(study: Study, choices: readonly ReadingChoice[]): Study {
  if (choices.length === 0) return study;
  const { organisation } = study;
  const chosen = new Map<string, string>();
  for (const { set, reading } of choices) {
    const found = organisation.readings.find(({ id }) => id === set);
    const ids = (found?.readings ?? organisation.readings).map(({ id }) => id);
    if (found === undefined) {
      throw new UsageError(`--lezing ${set}=${reading}: groep '${set}' bestaat niet.${wayOut(set, ids)}`);
    }
    if (!ids.includes(reading)) {
      throw new UsageError(`--lezing ${set}=${reading}: lezing '${reading}' bestaat niet.${wayOut(reading, ids)}`);
    }
    if (chosen.has(set)) throw new UsageError(`--lezing ${set}=${reading}: van groep '${set}' is er maar één waar.`);
    chosen.set(set, reading);
  }
  const read = { ...study, organisation: { ...organisation, readings: assumeReadings(organisation.readings, chosen) } };
  const none = { id: unchanged, name: unchanged, changes: [] };
  const plan = planOf(read, { scenarios: [none], draws: 1, seed: '1', uncertainty: 'off', trend: 'vlak' });
  const parsed = parseChain(bindBase(plan, none).tree);
  const issues = parsed.state === 'ok' ? checkChain(parsed.spec) : parsed.issues;
  if (issues.length > 0) {
    throw new UsageError(
      `De waarden${choicesText(choices)} passen niet in de keten: ${issues.map(({ message }) => message).join('; ')}.`,
    );
  }
  return read;
}

function wayOut(name: string, ids: readonly string[]): string {
  return `${didYouMean(name, ids)} Er zijn: ${ids.length === 0 ? 'geen' : ids.join(', ')}.`;
}

/** The ijkpunten that hold under the readings that this study assumes. */
export function ijkpuntenOf({ organisation }: Pick<Study, 'organisation'>): readonly Ijkpunt[] {
  return organisation.ijkpunten.ijkpunten.filter(({ id }) => holdsInBase(id, organisation.readings));
}
