// Commander speaks English; here its help and its complaints become Dutch.
import { CommanderError, type Command } from 'commander';
import { UsageError } from './failure.js';

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Gebruik:',
  'Arguments:': 'Argumenten:',
  'Options:': 'Opties:',
  'Commands:': 'Opdrachten:',
  'Global Options:': 'Algemene opties:',
};

export function dutchHelp(command: Command): void {
  command.helpOption('-h, --help', 'toon deze hulp');
  command.configureHelp({
    styleTitle: (title) => titles[title] ?? title,
    styleUsage: (usage) => usage.replace('[options]', '[opties]').replace('[command]', '[opdracht]'),
    styleDescriptionText: (text) =>
      text
        .replace('(default: ', '(standaard: ')
        .replace('(choices: ', '(keuze uit: ')
        .replace(', default: ', ', standaard: '),
  });
}

/** What stood between quotes in commander's own message. */
function quoted(message: string): string {
  return /'([^']*)'/.exec(message)?.[1] ?? '';
}

function suggestion(message: string): string {
  const found = /Did you mean (?:one of )?(.+?)\?\)/.exec(message)?.[1];
  return found === undefined ? '' : ` Bedoelde u ${found}?`;
}

/** The same error in Dutch; help and version are not errors and pass through as they are. */
export function dutchUsageError(error: CommanderError): Error {
  const what = quoted(error.message);
  switch (error.code) {
    case 'commander.unknownOption':
      return new UsageError(`optie '${what}' bestaat niet.${suggestion(error.message)} Zie: doorstroom --help.`);
    case 'commander.unknownCommand':
      return new UsageError(`opdracht '${what}' bestaat niet.${suggestion(error.message)} Zie: doorstroom --help.`);
    case 'commander.missingArgument':
      return new UsageError(`argument '${what}' ontbreekt.`);
    case 'commander.optionMissingArgument':
      return new UsageError(`optie '${what}' heeft een waarde nodig.`);
    case 'commander.excessArguments':
      return new UsageError('er staan meer argumenten dan deze opdracht kent.');
    case 'commander.invalidArgument': {
      const reason = /(gevonden .*)$/s.exec(error.message)?.[1];
      const allowed = /Allowed choices are (.+)\./.exec(error.message)?.[1];
      return new UsageError(
        `optie '${what}': ${reason ?? (allowed === undefined ? error.message : `kies uit ${allowed}.`)}`,
      );
    }
    default:
      return error;
  }
}
