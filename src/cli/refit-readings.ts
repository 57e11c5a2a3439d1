// Fits every reading anew, so that the ijkpunten hold under each of them, and writes the sets as new files.
import { join } from 'node:path';
import { writeFolderAtomically } from '../files/atomic.js';
import type { Ijking, IjkingKnob } from '../files/load-ijking.js';
import { shownPath } from '../files/mistake.js';
import { rewriteReadings, type NewOverlay } from '../files/rewrite-readings.js';
import { withReadings, type Reading } from '../scenario/reading.js';
import { memberValue } from './calibration.js';
import { foundTable, foundText, inForce, search, type FitRunOptions, type Found } from './calibration-run.js';
import type { Context } from './context.js';
import { MistakesFound, UsageError } from './failure.js';
import type { ReadingChoice } from './reading-option.js';
import { underReadings } from './reading.js';
import type { Study } from './study.js';

export interface RefitOptions extends FitRunOptions {
  readonly study: Study;
  readonly ijking: Ijking;
  /** The folder that is made. */
  readonly target: string;
  /** Those that are fitted; without any, all that have something to fit. */
  readonly lezing: readonly ReadingChoice[];
}

/**
 * One reading at a time, the others at their first. What moves are the rows with status `gekalibreerd`, by the step that ijking.csv gives them.
 * The folder holds each set that changed, whole, and beside it `_set-reading.csv` with the fit (files that begin with `_` are not read as readings).
 */
export async function refitReadings(options: RefitOptions, context: Context): Promise<void> {
  const { study, ijking, target, lezing } = options;
  const { terminal, workingDirectory } = context;
  const choices = lezing.length > 0 ? lezing : fittable(study);
  if (choices.length === 0) throw new UsageError('Geen enkele lezing heeft een rij met status gekalibreerd.');
  const files = new Map<string, string>();
  const changes = new Map<string, NewOverlay[]>();
  for (const choice of choices) {
    const name = `${choice.set}=${choice.reading}`;
    const read = underReadings(study, [choice]);
    const reading = read.organisation.readings.find(({ id }) => id === choice.set)?.readings[0];
    const own = inForce({ ...ijking, knobs: knobsOf(study, ijking, reading) }, read);
    if (own.knobs.length === 0) {
      throw new UsageError(`Lezing ${name} heeft geen rij met status gekalibreerd, dus er is niets af te stellen.`);
    }
    terminal.note(`Lezing ${name}`);
    const found = await search(read, own, options, context);
    changes.set(choice.set, [...(changes.get(choice.set) ?? []), ...newOverlays(choice.reading, own, found)]);
    files.set(`_${choice.set}-${choice.reading}.csv`, foundTable(own, found));
    terminal.result(`Lezing ${name}\n${foundText(read, own, options, found)}\n`);
  }
  for (const [set, overlays] of changes) {
    const rewritten = rewriteReadings(join(study.folder.data, 'lezingen', `${set}.csv`), overlays);
    if (rewritten.state === 'mistakes') throw new MistakesFound(rewritten.mistakes);
    files.set(`${set}.csv`, rewritten.value);
  }
  const written = writeFolderAtomically(target, files);
  if (written.state === 'mistakes') throw new MistakesFound(written.mistakes);
  terminal.result(
    `Geschreven: ${shownPath(target, workingDirectory)}. Zet de bestanden in de map lezingen om ermee te rekenen.`,
  );
}

function fittable({ organisation }: Study): ReadingChoice[] {
  return organisation.readings.flatMap(({ id, readings }) =>
    readings
      .filter(({ overlays }) => overlays.some(({ fitted }) => fitted === true))
      .map((reading) => ({ set: id, reading: reading.id })),
  );
}

/** Knobs of ijking.csv whose parameters are all fitted in the reading, from the values it has; a fitted row without such a knob gets its own. */
function knobsOf(study: Study, ijking: Ijking, reading: Reading | undefined): IjkingKnob[] {
  const { parameters } = study.organisation.parameters;
  const moving = new Set(reading?.overlays.flatMap((row) => (row.fitted === true ? [row.parameter] : [])) ?? []);
  const values = new Map(
    withReadings(parameters, reading === undefined ? [] : [reading]).map((parameter) => [parameter.name, parameter]),
  );
  const shared = ijking.knobs
    .filter(({ members }) => members.every(({ name }) => moving.has(name)))
    .map((knob) => ({ ...knob, members: knob.members.map((member) => values.get(member.name) ?? member) }));
  const covered = new Set(shared.flatMap(({ members }) => members.map(({ name }) => name)));
  const alone = [...moving].filter((name) => !covered.has(name));
  return [
    ...shared,
    ...alone.flatMap((name) => {
      const parameter = values.get(name);
      return parameter === undefined ? [] : [{ name, members: [parameter], step: null }];
    }),
  ];
}

function newOverlays(reading: string, { knobs }: Ijking, { fitted }: Found): NewOverlay[] {
  return knobs.flatMap((knob, k) =>
    knob.members.map((member) => ({
      reading,
      parameter: member.name,
      value: memberValue(knob, member, fitted.values[k] ?? member.value),
      from: member,
    })),
  );
}
