// The options of a comparison of ways of working: which go with it, what run.json records, and the command that repeats it.
import type { Command } from 'commander';
import { recordedDraws, typedDraws, type DrawOptions } from '../compare/draw-options.js';
import { UsageError } from '../failure.js';

/** What `vergelijk` gives for these; the two are undefined when scenarios are compared. */
export interface AskedWays {
  readonly organisaties?: string;
  readonly bevolking?: string;
}

export interface WaysOptions extends DrawOptions {
  /** In the order in which they were asked for, which is the order of every table. */
  readonly organisaties: readonly string[];
  readonly bevolking: string;
}

export function withWays(command: Command): Command {
  return command
    .option(
      '--organisaties <namen>',
      'vergelijk in plaats daarvan hun werkwijzen, met komma ertussen; vraagt --bevolking',
    )
    .option('--bevolking <naam>', 'van welke organisatie de cliënten zijn, dezelfde voor elke werkwijze');
}

/** Options about scenarios of one organisation, by the name that commander gives them. */
const aboutScenarios: Readonly<Record<string, string>> = {
  organisatie: '--organisatie',
  tegen: '--tegen',
  plank: '--plank',
  volgkaart: '--volgkaart',
  gevoeligheid: '--gevoeligheid',
  doorrekeningenOmslag: '--doorrekeningen-omslag',
  halveBreedte: '--halve-breedte',
};

/** @throws UsageError, in Dutch, for what does not go together */
export function askedWays(
  asked: AskedWays,
  files: readonly string[],
  isGiven: (option: string) => boolean,
  known: readonly string[],
): Pick<WaysOptions, 'organisaties' | 'bevolking'> | null {
  const { organisaties, bevolking } = asked;
  const there = `Er zijn: ${known.join(', ')}.`;
  if (organisaties === undefined) {
    if (bevolking === undefined) return null;
    throw new UsageError(`--bevolking hoort bij --organisaties: welke werkwijzen krijgen deze cliënten? ${there}`);
  }
  const names = organisaties.split(',').map((name) => name.trim());
  if (names.includes('')) {
    throw new UsageError(`--organisaties '${organisaties}': verwacht namen met een komma ertussen. ${there}`);
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new UsageError(`--organisaties: '${twice}' staat er twee keer.`);
  if (bevolking === undefined) {
    throw new UsageError(`--organisaties vraagt ook --bevolking: van welke organisatie zijn de cliënten? ${there}`);
  }
  if (files.length > 0) {
    throw new UsageError(
      `--organisaties vergelijkt werkwijzen zoals zij zijn; scenariobestanden gaan daar niet mee samen (gevonden: ${files.join(', ')}).`,
    );
  }
  const wrong = Object.entries(aboutScenarios).flatMap(([option, written]) => (isGiven(option) ? [written] : []));
  if (wrong.length > 0) {
    throw new UsageError(
      `${wrong.join(', ')} ${wrong.length === 1 ? 'gaat' : 'gaan'} over scenario's en niet samen met --organisaties.`,
    );
  }
  return { organisaties: names, bevolking };
}

/** The options that decide what comes out. */
export function recordedWays(options: WaysOptions): Readonly<Record<string, unknown>> {
  const { organisaties, bevolking } = options;
  return { organisaties, bevolking, ...recordedDraws(options) };
}

export function waysCommandLine(options: WaysOptions, workingDirectory: string): string {
  const { organisaties, bevolking, alles } = options;
  return [
    `doorstroom vergelijk --organisaties ${organisaties.join(',')} --bevolking ${bevolking}`,
    ...typedDraws(options, workingDirectory),
    ...(alles ? ['--alles'] : []),
  ].join(' ');
}
