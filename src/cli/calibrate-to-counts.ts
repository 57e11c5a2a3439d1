// doorstroom kalibreer --tellingen: levels fitted to monthly counts; with --terugtoets the last part is kept out of the fit and scored.
import { join, resolve } from 'node:path';
import type { Counted } from '../analysis/backtest.js';
import { marginsOfDraws } from '../analysis/margins.js';
import { monthRange, addMonths } from '../analysis/month.js';
import { writeFileAtomically } from '../files/atomic.js';
import type { Ijking } from '../files/load-ijking.js';
import { loadTellingen } from '../files/load-tellingen.js';
import { shownPath } from '../files/mistake.js';
import { writeTable } from '../files/table-write.js';
import { isTaken } from '../files/taken.js';
import {
  backtestTable,
  countsText,
  madeUpCounts,
  splitAfter,
  throughCounts,
  type CountsFound,
} from './backtest-run.js';
import { knobOf, memberValue } from './calibration.js';
import type { CalibrateOptions } from './commands/kalibreer.js';
import type { Context } from './context.js';
import { worldsAt } from './counts-fit.js';
import { MistakesFound, UsageError } from './failure.js';
import { underReadings } from './reading.js';
import { madeUpPoint, otherSeed, recoveryTable } from './recovery.js';
import { measureMonth, type Study } from './study.js';

/** Months that are made for a recovery test: two years to fit to, two to score. */
const madeMonths = 48;

export async function calibrateToCounts(
  given: Study,
  { levels, file }: Ijking,
  options: CalibrateOptions,
  context: Context,
): Promise<void> {
  const { terminal, workingDirectory } = context;
  const study = underReadings(given, options.lezing);
  if (levels.length === 0) {
    throw new UsageError(
      `${shownPath(file, workingDirectory)} heeft geen rijen van soort niveau; die zeggen wat er op tellingen wordt afgesteld.`,
    );
  }
  const usual = options.terugtoets ? 'terugtoets.csv' : 'gekalibreerd-op-tellingen.csv';
  const target = resolve(workingDirectory, options.naar ?? join(study.folder.data, usual));
  if (isTaken(target)) {
    throw new UsageError(
      `${shownPath(target, workingDirectory)} bestaat al en wordt niet overschreven. Hernoem het, of kies een andere plaats met --naar.`,
    );
  }
  const truth = options.hersteltoets ? madeUpPoint(levels.map(knobOf), options.startgetal) : undefined;
  const counts =
    truth === undefined ? countsFrom(study, options, context) : await made(study, levels, truth, options, context);
  const first = options.terugtoets ? splitAfter(counts, options.tot) : counts.length;
  if (first < 12 || (options.terugtoets && first >= counts.length)) {
    const span = `${counts[0]?.month ?? ''} tot en met ${counts.at(-1)?.month ?? ''}`;
    throw new UsageError(
      `De tellingen lopen van ${span}; om af te stellen zijn ten minste twaalf maanden nodig, en voor een terugtoets ten minste één daarna.`,
    );
  }
  const found = await throughCounts(study, levels, counts, first, options, context);
  terminal.result(countsText(study, levels, found));
  if (truth !== undefined) {
    const worlds = await worldsAt(study, levels, found, options, context);
    const half = marginsOfDraws(found.fitted, levels.map(knobOf), worlds);
    terminal.result(
      `\nHersteltoets: de tellingen maakte het model zelf.\n\n${recoveryTable(levels, truth, found.fitted, half)}`,
    );
  }
  const written = writeFileAtomically(
    target,
    options.terugtoets ? backtestTable(found.months) : levelTable(levels, found),
  );
  if (written.state === 'mistakes') throw new MistakesFound(written.mistakes);
  const next =
    options.terugtoets || truth !== undefined ? '' : ' Neem de waarden over in parameters.csv om ermee te rekenen.';
  terminal.result(`\nGeschreven: ${shownPath(target, workingDirectory)}.${next}`);
}

function countsFrom(study: Study, { tellingen }: CalibrateOptions, { workingDirectory }: Context): readonly Counted[] {
  const usual = join(study.folder.data, 'tellingen.csv');
  if (tellingen === undefined && !isTaken(usual)) {
    throw new UsageError(
      `Er is geen ${shownPath(usual, workingDirectory)}. Noem een bestand met --tellingen, of probeer het met nagemaakte tellingen: --hersteltoets.`,
    );
  }
  const loaded = loadTellingen(tellingen === undefined ? usual : resolve(workingDirectory, tellingen));
  if (loaded.state === 'mistakes') throw new MistakesFound(loaded.mistakes);
  return loaded.value;
}

function made(
  study: Study,
  levels: Ijking['levels'],
  truth: readonly number[],
  options: CalibrateOptions,
  context: Context,
): Promise<Counted[]> {
  const first = measureMonth(study);
  const months = monthRange(first, addMonths(first, madeMonths - 1));
  const run = { seed: otherSeed(options.startgetal), threads: options.rekenkernen };
  return madeUpCounts(study, levels, truth, months, run, context);
}

function levelTable(levels: Ijking['levels'], { fitted }: CountsFound): string {
  return writeTable(
    {
      columns: ['soort', 'naam', 'waarde', 'was', 'eenheid', 'status'],
      rows: levels.flatMap((level, k) =>
        level.members.map((member) => [
          'niveau',
          member.name,
          memberValue(level, member, fitted.values[k] ?? NaN),
          member.value,
          member.unit,
          'gekalibreerd',
        ]),
      ),
    },
    'excel',
  );
}
