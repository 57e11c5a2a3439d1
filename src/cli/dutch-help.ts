// Commander speaks English; here its help and its complaints become Dutch.
import type { Command, CommanderError } from 'commander';
import { UsageError } from './failure.js';

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Gebruik:',
  'Arguments:': 'Argumenten:',
  'Options:': 'Opties:',
  'Commands:': 'Opdrachten:',
  'Global Options:': 'Algemene opties:',
};

/** Wider lines are hard to read, also where the window is wider. */
export const widest = 100;

function dutchTerms(text: string): string {
  return text.replace('[options]', '[opties]').replace('[command]', '[opdracht]');
}

/** What is filled in when nothing is said; a switch that is off needs no words. */
function withDefault(described: {
  readonly description: string;
  readonly defaultValue?: unknown;
  readonly defaultValueDescription?: string | undefined;
}): string {
  const { description, defaultValueDescription } = described;
  const value: unknown = defaultValueDescription ?? described.defaultValue;
  const shown = typeof value === 'string' || typeof value === 'number' ? ` (standaard: ${value})` : '';
  return `${description}${shown}`;
}

/** `width`: columns of the window. */
export function dutchHelp(command: Command, width: number): void {
  command.helpOption('-h, --help', 'toon deze hulp');
  command.configureHelp({
    helpWidth: Math.min(width, widest),
    styleTitle: (title) => titles[title] ?? title,
    styleUsage: dutchTerms,
    subcommandTerm: (sub) =>
      dutchTerms(
        [
          sub.name(),
          ...(sub.options.length > 0 ? ['[opties]'] : []),
          ...sub.registeredArguments.map((argument) => {
            const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
            return argument.required ? `<${name}>` : `[${name}]`;
          }),
        ].join(' '),
      ),
    optionDescription: ({ description, argChoices, defaultValue, defaultValueDescription }) =>
      withDefault({
        description: argChoices === undefined ? description : `${description}: ${argChoices.join(' of ')}`,
        defaultValue: defaultValue as unknown,
        defaultValueDescription,
      }),
    argumentDescription: withDefault,
  });
}

/** What stood between quotes in commander's own message; of an option only its name. */
function quoted(message: string): string {
  return (/'([^']*)'/.exec(message)?.[1] ?? '').replace(/ [<[].*$/, '');
}

function suggestion(message: string): string {
  const found = /Did you mean (?:one of )?(.+?)\?\)/.exec(message)?.[1];
  return found === undefined ? '' : ` Bedoelde u ${found.replace(/, (?=[^,]*$)/, ' of ')}?`;
}

/** The same error in Dutch; help and version are not errors and pass through as they are. */
export function dutchUsageError(error: CommanderError, command: Command): Error {
  const what = quoted(error.message);
  const help = `Zie: ${[...lineage(command), '--help'].join(' ')}`;
  switch (error.code) {
    case 'commander.unknownOption':
      return new UsageError(`optie '${what}' bestaat niet.${suggestion(error.message)} ${help}`);
    case 'commander.unknownCommand':
      return new UsageError(`opdracht '${what}' bestaat niet.${suggestion(error.message)} ${help}`);
    case 'commander.missingArgument':
      return new UsageError(`argument '${what}' ontbreekt. ${help}`);
    case 'commander.optionMissingArgument':
      return new UsageError(`optie '${what}' heeft een waarde nodig. ${help}`);
    case 'commander.excessArguments':
      return new UsageError(`'${command.name()}' kent niet zo veel argumenten. ${help}`);
    case 'commander.invalidArgument': {
      const reason = /(gevonden .*)$/s.exec(error.message)?.[1];
      const allowed = /argument '([^]*)' is invalid\. Allowed choices are (.+)\./.exec(error.message);
      return new UsageError(
        `optie '${what}': ${reason ?? (allowed === null ? error.message : `gevonden '${allowed[1] ?? ''}'; kies uit ${allowed[2] ?? ''}.`)}`,
      );
    }
    case 'commander.help':
      // `help` with a name that is no command: commander prints all help to stderr instead of saying so.
      return error.exitCode === 0 ? error : new UsageError(`die opdracht bestaat niet. ${help}`);
    default:
      return error;
  }
}

function lineage(command: Command): string[] {
  return command.parent === null ? [command.name()] : [...lineage(command.parent), command.name()];
}
