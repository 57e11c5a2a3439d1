// doorstroom kalibreer: fits parameters to ijkpunten, and writes what it found as new files.
import { join, resolve } from 'node:path';
import { writeFileAtomically } from '../../files/atomic.js';
import { loadIjking, type Ijking } from '../../files/load-ijking.js';
import { shownPath } from '../../files/mistake.js';
import { isTaken } from '../../files/taken.js';
import { foundTable, foundText, inForce, search, type FitRunOptions } from '../calibration-run.js';
import type { Context } from '../context.js';
import { calibrateToCounts } from '../calibrate-to-counts.js';
import { MistakesFound, UsageError } from '../failure.js';
import type { ReadingChoice } from '../reading-option.js';
import { underReadings } from '../reading.js';
import { recover } from '../recovery.js';
import { refitReadings } from '../refit-readings.js';
import { openStudy, type Study } from '../study.js';

export interface CalibrateOptions extends FitRunOptions {
  readonly naar: string | undefined;
  readonly lezing: readonly ReadingChoice[];
  readonly alleLezingen: boolean;
  readonly hersteltoets: boolean;
  readonly tellingen: string | undefined;
  readonly terugtoets: boolean;
  readonly tot: string | undefined;
}

export async function calibrate(organisation: string, options: CalibrateOptions, context: Context): Promise<void> {
  const { terminal, workingDirectory } = context;
  const study = openStudy(organisation, [], context.roots);
  if (options.tellingen !== undefined || options.terugtoets) {
    await calibrateToCounts(study, readIjking(study), options, context);
    return;
  }
  if (options.hersteltoets) {
    const read = underReadings(study, options.lezing);
    terminal.result(await recover(read, inForce(readIjking(study), read), options, context));
    return;
  }
  const ofReadings = options.alleLezingen || options.lezing.length > 0;
  const usual = ofReadings ? 'lezingen-nieuw' : 'gekalibreerd.csv';
  const target = options.naar === undefined ? join(study.folder.data, usual) : resolve(workingDirectory, options.naar);
  const shown = shownPath(target, workingDirectory);
  // Asked before the runs, which take minutes.
  if (isTaken(target)) {
    throw new UsageError(
      `${shown} bestaat al en wordt niet overschreven. Hernoem het, of kies een andere plaats met --naar.`,
    );
  }
  const ijking = readIjking(study);
  if (ofReadings) {
    await refitReadings({ study, ijking, target, ...options }, context);
    return;
  }
  const base = inForce(ijking, study);
  const found = await search(study, base, options, context);
  const written = writeFileAtomically(target, foundTable(base, found));
  if (written.state === 'mistakes') throw new MistakesFound(written.mistakes);
  terminal.result(foundText(study, base, options, found));
  terminal.result(`\nGeschreven: ${shown}. Neem de waarden over in parameters.csv om ermee te rekenen.`);
}

/** All of ijking.csv; which of its ijkpunten hold depends on the reading. */
function readIjking(study: Study): Ijking {
  const { parameters, ijkpunten } = study.organisation;
  const known = { parameters: parameters.byName, ijkpunten: ijkpunten.ijkpunten };
  const loaded = loadIjking(join(study.folder.data, 'ijking.csv'), known);
  if (loaded.state === 'mistakes') throw new MistakesFound(loaded.mistakes);
  return loaded.value;
}
