// The command line of doorstroom clientreis: its options and their help.
import { Command, Option } from 'commander';
import type { Context } from './context.js';
import { UsageError } from './failure.js';
import { seedText, wholeFrom } from './options.js';

interface Given {
  readonly organisaties?: string;
  readonly zonderPins?: true;
  readonly metRisicos?: true;
  readonly doorrekeningen: number;
  readonly client?: number;
  readonly scenario?: string;
  readonly organisatie: string;
  readonly doorrekening: number;
  readonly startgetal: string;
  readonly map?: string;
  readonly json: boolean;
}

export function journeyCommand(context: Context, organisation: string): Command {
  const command = new Command('clientreis')
    .description('vertel de weg van een fictieve cliënt: wie, wanneer, hoe lang wachten en waarom')
    .argument('[naam]', 'een casus uit data/clienten; of geef --client')
    .option('--organisaties <namen>', 'bij een casus: waar, met komma ertussen (standaard: alle in het bestand)')
    .option('--zonder-pins', 'bij een casus: niets voorschrijven; de vaakst voorkomende weg van het model')
    .option('--met-risicos', 'bij een casus: ook werk, verhuizing en dergelijke kunnen de uitkering beëindigen')
    .addOption(
      new Option('--doorrekeningen <aantal>', 'bij een casus: hoe vaak elke organisatie wordt doorgerekend')
        .argParser(wholeFrom(1))
        .default(20),
    )
    .addOption(
      new Option('--client <nummer>', 'een cliënt uit de bevolking, in volgorde van aanvraag').argParser(wholeFrom(1)),
    )
    .option(
      '--scenario <namen>',
      'bij --client: bestanden of namen, met komma ertussen (standaard: ongewijzigd-beleid)',
    )
    .option('--organisatie <naam>', 'bij --client: van wie de keten is', organisation)
    .addOption(
      new Option('--doorrekening <nummer>', 'bij --client: welke doorrekening').argParser(wholeFrom(1)).default(1),
    )
    .addOption(
      new Option('--startgetal <getal>', 'begin van de toevalsgetallen; hetzelfde startgetal geeft hetzelfde antwoord')
        .argParser(seedText)
        .default('1'),
    )
    .option('--map <map>', 'schrijf ook een pagina met de tijdlijnen in deze map')
    .option('--json', 'schrijf één JSON-document in plaats van tekst', false);
  return command.action(async (name: string | undefined, given: Given) => {
    const { map, client, scenario, organisaties } = given;
    if ((name === undefined) === (client === undefined)) {
      throw new UsageError('noem een casus (doorstroom clientreis jan) of een cliënt (--client 1234), niet allebei.');
    }
    if (name !== undefined) {
      const { tellCase } = await import('./journey/case.js');
      const pins = given.zonderPins !== true;
      await tellCase(name, { ...given, map, organisaties, pins, risicos: given.metRisicos === true }, context);
    } else if (client !== undefined) {
      const { tellApplicant } = await import('./journey/applicant.js');
      tellApplicant({ ...given, map, client, scenario }, context);
    }
  });
}
