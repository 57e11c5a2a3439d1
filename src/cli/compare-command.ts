// doorstroom vergelijk: its options and help. One job compares scenarios of one organisation, the other the ways of working of several.
import { Command, Option } from 'commander';
import { listOrganisations } from '../files/folders.js';
import type { TrendMode } from '../scenario/trend.js';
import { asJson, withCommon, type Common } from './common-options.js';
import type { CompareOptions } from './compare/options.js';
import type { Context } from './context.js';
import { partText, wholeFrom } from './options.js';
import { askedWays, withWays, type AskedWays } from './ways/options.js';

export function compareCommand(context: Context, organisation: string): Command {
  const known = listOrganisations(context.roots).map(({ id }) => id);
  const command = new Command('vergelijk')
    .description("reken scenario's door en vergelijk ze met ongewijzigd beleid")
    .argument('[bestand...]', 'scenariobestanden of mappen (standaard: alle bovenaan bij de organisatie)')
    .option('--organisatie <naam>', 'van wie de keten is', organisation)
    .option('--tegen <scenario>', 'waarmee wordt vergeleken (standaard: ongewijzigd-beleid)')
    .option('--map <map>', 'waar de map met het rapport komt', 'reports')
    .addOption(
      new Option(
        '--trend <trend>',
        'landelijke trend (standaard: gerealiseerd; vlak bij een werkproces dat de trend niet volgt)',
      ).choices(['gerealiseerd', 'vlak']),
    )
    .option(
      '--trendbestand <bestand>',
      'een eigen reeks in plaats van de landelijke (kolommen als landelijk/trend.csv)',
    )
    .option('--zonder-onzekerheid', 'alleen toeval: elk getal staat op zijn waarde uit de tabel')
    .addOption(
      new Option(
        '--doorrekeningen-omslag <aantal>',
        'hoe vaak elke stap van een omslagpunt (klasse B), hoogstens even vaak (standaard: 40)',
      ).argParser(wholeFrom(1)),
    )
    .addOption(
      new Option(
        '--halve-breedte <deel>',
        'zo vaak doorrekenen dat de marge van het volume hoogstens dit deel ervan is, zoals 1%; gaat voor --doorrekeningen',
      ).argParser(partText),
    )
    .option('--plank', "alle scenario's van de organisatie, ook die in de mappen eronder", false)
    .option('--volgkaart <bestand>', 'een ingevulde volgkaart.csv: wat viel buiten de verwachting?')
    .option('--gevoeligheid <bestand>', 'een tabel van doorstroom gevoeligheid, voor in het rapport')
    .option('--alles', 'schrijf alle reeksen van elke doorrekening weg', false);
  withCommon(asJson(withWays(command)), 100).action(
    async (
      files: string[],
      given: Common & { zonderOnzekerheid?: true; trend?: TrendMode } & AskedWays &
        Omit<CompareOptions, keyof Common | 'onzekerheid' | 'trend'>,
    ) => {
      const onzekerheid = given.zonderOnzekerheid !== true;
      const ways = askedWays(given, files, (option) => command.getOptionValueSource(option) === 'cli', known);
      if (ways !== null) {
        const { compareWays } = await import('./commands/werkwijzen.js');
        await compareWays({ ...given, ...ways, onzekerheid, trend: given.trend ?? 'gerealiseerd' }, context);
        return;
      }
      const { compare } = await import('./commands/vergelijk.js');
      await compare(files, { ...given, tegen: given.tegen, onzekerheid }, context);
    },
  );
  return command.addHelpText(
    'after',
    `\nVoorbeeld:\n  doorstroom vergelijk --organisatie ${organisation} --doorrekeningen 200`,
  );
}
