// The command `logboek` on the command line: its options and its help.
import { Command, InvalidArgumentError, Option } from 'commander';
import { parseMonth } from '../files/month-text.js';
import type { LogOptions } from './commands/logboek.js';
import type { Context } from './context.js';
import { seedText, wholeFrom } from './options.js';

/** `2018-10..2019-09`, or one month; both months included. */
function monthsText(text: string): { from: string; to: string } {
  const parts = text.split('..');
  const [from, to = from] = parts.map(parseMonth);
  if (parts.length > 2 || from?.state !== 'month' || to?.state !== 'month' || to.month < from.month) {
    throw new InvalidArgumentError(`gevonden '${text}'; verwacht een maand of twee, zoals 2018-10..2019-09.`);
  }
  return { from: from.month, to: to.month };
}

export function logCommand(context: Context, organisation: string): Command {
  return new Command('logboek')
    .description('schrijf wat er in één doorrekening gebeurt als gebeurtenissen, voor process mining')
    .argument('[organisatie]', 'naam van een map in data/', organisation)
    .option('--scenario <bestand>', 'met dit scenario (standaard: ongewijzigd beleid)')
    .addOption(new Option('--doorrekening <nummer>', 'welke doorrekening').argParser(wholeFrom(1)).default(1))
    .addOption(
      new Option('--startgetal <getal>', 'begin van de toevalsgetallen; hetzelfde startgetal geeft hetzelfde logboek')
        .argParser(seedText)
        .default('1'),
    )
    .addOption(
      new Option('--trend <trend>', 'landelijke trend').choices(['gerealiseerd', 'vlak']).default('gerealiseerd'),
    )
    .option('--zonder-onzekerheid', 'alleen toeval: elk getal staat op zijn waarde uit de tabel')
    .addOption(
      new Option(
        '--periode <maanden>',
        'alleen aanvragen die zich in deze maanden melden, zoals 2018-10..2019-09',
      ).argParser(monthsText),
    )
    .addOption(new Option('--vorm <vorm>', 'welke bestanden').choices(['csv', 'xes', 'beide']).default('beide'))
    .option('--gz', 'pak de bestanden in', false)
    .option('--map <map>', 'waar de map met het logboek komt', 'reports')
    .action(
      async (
        id: string,
        given: Omit<LogOptions, 'onzekerheid' | 'scenario' | 'periode'> &
          Partial<Pick<LogOptions, 'scenario' | 'periode'>> & { zonderOnzekerheid?: true },
      ) => {
        const { writeLog } = await import('./commands/logboek.js');
        const { scenario, periode } = given;
        await writeLog(id, { ...given, scenario, periode, onzekerheid: given.zonderOnzekerheid !== true }, context);
      },
    );
}
