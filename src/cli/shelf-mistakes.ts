// What scenarios say of the chain they are for: a meetpunt that is measured, a station where the pilot is.
import { Lookup } from '../analysis/lookup.js';
import { measured } from '../analysis/measured.js';
import { didYouMean } from '../chain/nearest.js';
import { mistakeAt, type Mistake } from '../files/mistake.js';
import { createMeters } from '../measure/meters.js';
import type { Study } from './study.js';

export function shelfMistakes({ scenarios, spec }: Study): Mistake[] {
  const { catalogue } = createMeters(spec);
  const lookup = new Lookup({ catalogue, scenarios: [], draws: 0, seed: '', values: [] });
  return scenarios.flatMap(({ scenario: { shelf }, placeOf }): Mistake[] => {
    const mistakes: Mistake[] = [];
    if (shelf?.measure !== undefined && shelf.measure !== null) {
      const { problem } = measured(shelf.measure.selector, lookup);
      if (problem !== null) mistakes.push(mistakeAt(placeOf(['shelf', 'measure']), `meetpunt: ${problem}`));
    }
    const station = shelf?.pilot?.station ?? '';
    if (station !== '' && spec.stations[station] === undefined) {
      const known = didYouMean(station, Object.keys(spec.stations));
      mistakes.push(mistakeAt(placeOf(['shelf', 'station']), `pilot: station '${station}' bestaat niet.${known}`));
    }
    return mistakes;
  });
}
