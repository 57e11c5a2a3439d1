// doorstroom nieuw, with its two kinds: the options and their help. What they do is loaded when it is asked for.
import { Command, Option } from 'commander';
import type { Context } from './context.js';
import { wholeFrom } from './options.js';

function organisationCommand(context: Context): Command {
  return new Command('organisatie')
    .description("maak een gemeente: een klein werkproces, een bevolking en twee scenario's die meteen werken")
    .argument('<naam>', 'naam van de map in data/: kleine letters, cijfers en streepjes')
    .addOption(new Option('--volume <uitkeringen>', 'lopende uitkeringen (standaard: 3200)').argParser(wholeFrom(1)))
    .addOption(
      new Option('--instroom <toekenningen>', 'toekenningen per jaar (standaard: een vijfde van het volume)').argParser(
        wholeFrom(1),
      ),
    )
    .option('--tellingen <bestand>', 'eigen tellingen per maand; daaruit volgen volume en instroom')
    .option('--label <tekst>', 'naam in het rapport, zoals "Gemeente Voorbeeld"')
    .action(
      async (
        name: string,
        {
          volume,
          instroom,
          tellingen,
          label,
        }: { volume?: number; instroom?: number; tellingen?: string; label?: string },
      ) => {
        const { createOrganisation } = await import('./commands/nieuw.js');
        createOrganisation(name, { volume, instroom, tellingen, label }, context);
      },
    );
}

function scenarioCommand(context: Context, organisation: string): Command {
  return new Command('scenario')
    .description('maak een scenario om in te vullen, met uitleg erbij')
    .argument('<naam>', 'naam van het bestand: kleine letters, cijfers en streepjes')
    .option('--organisatie <naam>', 'van wie de keten is', organisation)
    .action(async (name: string, { organisatie }: { organisatie: string }) => {
      const { createScenario } = await import('./commands/nieuw.js');
      createScenario(name, organisatie, context);
    });
}

export function newCommand(context: Context, organisation: string): Command {
  return new Command('nieuw')
    .description('maak een gemeente of een scenario om mee te beginnen; er wordt nooit iets overschreven')
    .helpCommand(false)
    .addCommand(organisationCommand(context))
    .addCommand(scenarioCommand(context, organisation));
}
