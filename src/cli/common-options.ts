// Options that several commands share.
import { availableParallelism } from 'node:os';
import { Option, type Command } from 'commander';
import { seedText, wholeFrom } from './options.js';

export interface Common {
  readonly doorrekeningen: number;
  readonly startgetal: string;
  readonly rekenkernen: number;
}

export function withCommon(command: Command, draws: number): Command {
  return command
    .addOption(
      new Option('--doorrekeningen <aantal>', 'hoe vaak elk scenario wordt doorgerekend')
        .argParser(wholeFrom(1))
        .default(draws),
    )
    .addOption(
      new Option('--startgetal <getal>', 'begin van de toevalsgetallen; hetzelfde startgetal geeft hetzelfde antwoord')
        .argParser(seedText)
        .default('1'),
    )
    .addOption(
      new Option('--rekenkernen <aantal>', 'hoeveel processorkernen tegelijk rekenen')
        .argParser(wholeFrom(1))
        .default(availableParallelism(), 'alle'),
    );
}

export function asJson(command: Command): Command {
  return command.option('--json', 'schrijf één JSON-document in plaats van tekst', false);
}
