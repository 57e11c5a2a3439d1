// The commands, their options and their help, in Dutch.
import { Command, Option } from 'commander';
import { listOrganisations, listScenarios } from '../files/folders.js';
import { shownPath } from '../files/mistake.js';
import type { TrendMode } from '../scenario/trend.js';
import { asJson, withCommon, type Common } from './common-options.js';
import { compareCommand } from './compare-command.js';
import type { Context } from './context.js';
import { dutchHelp, dutchUsageError } from './dutch-help.js';
import { logCommand } from './log-command.js';
import { parseOverride, type Override } from './override-option.js';
import { readingOption, type ReadingChoice } from './reading-option.js';
import { newCommand } from './new-command.js';
import { monthText, wholeFrom } from './options.js';
import { schemeCommand } from './scheme-command.js';
import { journeyCommand } from './journey-command.js';
import type { CalibrateOptions } from './commands/kalibreer.js';
import type { NeededOptions } from './commands/benodigd.js';

function checkCommand(context: Context, organisation: string): Command {
  const command = new Command('controleer')
    .description("lees scenario's na, zeg in woorden wat ze veranderen en hoe druk het wordt")
    .argument('[bestand...]', 'scenariobestanden of mappen (standaard: alle bovenaan bij de organisatie)')
    .option('--plank', "alle scenario's van de organisatie, ook die in de mappen eronder", false)
    .option('--organisatie <naam>', 'van wie de keten is', organisation);
  return asJson(command).action(
    async (files: string[], options: { organisatie: string; json: boolean; plank: boolean }) => {
      const { check } = await import('./commands/controleer.js');
      check(files, options.organisatie, options, context);
    },
  );
}

function validateCommand(context: Context, organisation: string): Command {
  const command = new Command('valideer')
    .description('leg elk ijkpunt naast wat het model geeft')
    .argument('[organisatie]', 'naam van een map in data/', organisation)
    .addOption(
      new Option('--met <naam=waarde>', 'probeer een ander getal: naam=3, naam*1,2 of naam+4; mag vaker')
        .argParser((text: string, before: Override[]) => [...before, parseOverride(text)])
        .default([]),
    )
    .addOption(readingOption())
    .option('--inlooptijd', 'zeg van elke reeks hoe lang zij nodig heeft om op gang te komen', false);
  return withCommon(asJson(command), 100).action(
    async (
      id: string,
      options: Common & { json: boolean; met: Override[]; lezing: ReadingChoice[]; inlooptijd: boolean },
    ) => {
      const { validate } = await import('./commands/valideer.js');
      await validate(id, options, context);
    },
  );
}

function calibrateCommand(context: Context, organisation: string): Command {
  const command = new Command('kalibreer')
    .description('stel de parameters van ijking.csv af op de ijkpunten; schrijft een nieuw bestand')
    .argument('[organisatie]', 'naam van een map in data/', organisation)
    .addOption(
      new Option('--hellingen <aantal>', 'doorrekeningen om te meten wat elke parameter doet')
        .argParser(wholeFrom(2))
        .default(12),
    )
    .addOption(new Option('--rondes <aantal>', 'hoeveel nieuwe punten hoogstens').argParser(wholeFrom(0)).default(6))
    .addOption(readingOption())
    .option('--hersteltoets', 'maak cijfers na met getallen die bekend zijn, en kijk of de ijking ze terugvindt', false)
    .option('--tellingen <bestand>', 'stel de niveaus af op tellingen per maand in plaats van op ijkpunten')
    .option('--terugtoets', 'stel af op het eerste deel van de tellingen en toets op de rest', false)
    .addOption(new Option('--tot <maand>', 'laatste maand van het eerste deel, zoals 2020-12').argParser(monthText))
    .option('--alle-lezingen', 'stel elke lezing af en schrijf de groepen als nieuwe bestanden in een map', false)
    .option('--naar <bestand>', 'waar het resultaat komt (standaard: gekalibreerd.csv in de map van de organisatie)');
  return withCommon(command, 20).action(
    async (
      id: string,
      options: Common &
        Omit<CalibrateOptions, keyof Common | 'naar' | 'tellingen' | 'tot'> & {
          naar?: string;
          tellingen?: string;
          tot?: string;
        },
    ) => {
      const { calibrate } = await import('./commands/kalibreer.js');
      await calibrate(id, { ...options, naar: options.naar, tellingen: options.tellingen, tot: options.tot }, context);
    },
  );
}

function curveCommand(context: Context, organisation: string): Command {
  const command = new Command('curve')
    .description('reken een programma door bij een rij waarden van een parameter: bruto, netto, volume en prijs')
    .argument('[organisatie]', 'naam van een map in data/', organisation)
    .option('--parameter <naam>', 'wat er verandert (standaard: wat werkproces.yaml onder curves noemt)')
    .option('--station <id>', 'het programma waarvan de deelnemers worden gevolgd')
    .option('--waarden <lijst>', 'waarden met een spatie of ; ertussen, zoals "13% 19,4% 40%"')
    .option('--mee <namen>', 'parameters die in een tweede variant evenredig meegroeien, met een spatie ertussen')
    .option('--map <map>', 'schrijf de tabel ook als curve.csv in deze map')
    .addOption(
      new Option('--trend <trend>', 'landelijke trend').choices(['gerealiseerd', 'vlak']).default('gerealiseerd'),
    )
    .option('--zonder-onzekerheid', 'alleen toeval: elk getal staat op zijn waarde uit de tabel');
  return withCommon(asJson(command), 20).action(
    async (
      id: string,
      given: Common & { zonderOnzekerheid?: true; trend: TrendMode; json: boolean } & Partial<
          Record<'parameter' | 'station' | 'waarden' | 'mee' | 'map', string>
        >,
    ) => {
      const { drawCurve } = await import('./commands/curve.js');
      const { parameter, station, waarden, mee, map } = given;
      const onzekerheid = given.zonderOnzekerheid !== true;
      await drawCurve(id, { ...given, parameter, station, waarden, mee, map, onzekerheid }, context);
    },
  );
}

function sensitivityCommand(context: Context, organisation: string): Command {
  const command = new Command('gevoeligheid')
    .description('zet elk getal op laag en op hoog: wat beweegt de uitkomst, en wat doet niets')
    .argument('[organisatie]', 'naam van een map in data/', organisation)
    .argument('[bestand...]', 'scenariobestanden of mappen (standaard: alle bovenaan bij de organisatie)')
    .option('--parameters <namen>', 'alleen deze, met komma ertussen; * staat voor alles: bap.*,werk.fte')
    .option('--naar <bestand>', 'waar de tabel komt (standaard: reports/gevoeligheid-<organisatie>.csv)');
  return withCommon(command, 8).action(
    async (id: string, files: string[], options: Common & { parameters?: string; naar?: string }) => {
      const { examineSensitivity } = await import('./commands/gevoeligheid.js');
      await examineSensitivity(id, files, { ...options, parameters: options.parameters, naar: options.naar }, context);
    },
  );
}

function neededCommand(context: Context, organisation: string): Command {
  const command = new Command('benodigd')
    .description('zoek hoe ver een getal moet gaan om zoveel personen lager te eindigen')
    .argument('[organisatie]', 'naam van een map in data/', organisation)
    .option('--parameter <naam>', 'aan welk getal wordt gedraaid')
    .option('--van <waarde>', 'waar het bereik begint')
    .option('--tot <waarde>', 'waar het bereik eindigt')
    .addOption(
      new Option('--bewerking <woord>', 'wat van en tot zijn (standaard: maal)').choices(['maal', 'wordt', 'plus']),
    )
    .option('--vanaf <datum>', 'eerste dag (standaard: de hele doorrekening)')
    .option('--doel <personen>', 'hoeveel personen minder (standaard: 100)')
    .option('--scenario <bestand>', 'boven op dit scenario, of met de omslag die erin staat')
    .addOption(
      new Option('--trend <trend>', 'landelijke trend').choices(['gerealiseerd', 'vlak']).default('gerealiseerd'),
    );
  return withCommon(asJson(command), 40).action(async (id: string, options: NeededOptions) => {
    const { needed } = await import('./commands/benodigd.js');
    await needed(id, options, context);
  });
}

type Create = (context: Context, organisation: string) => Command;

const daily: readonly Create[] = [
  compareCommand,
  checkCommand,
  validateCommand,
  schemeCommand,
  neededCommand,
  newCommand,
];

/** For whoever builds a model rather than uses it: shown by `--help alles`. */
const seldom: readonly Create[] = [calibrateCommand, curveCommand, sensitivityCommand, journeyCommand, logCommand];

/** `--help alles` and `help alles` ask for the commands that are seldom used, too. */
export function asksForAll([first = '', second]: readonly string[]): boolean {
  return ['--help', '-h', 'help'].includes(first) && second === 'alles';
}

/** The whole command line; errors of usage are thrown as Dutch UsageErrors. */
export function createProgram(context: Context, { all = false }: { readonly all?: boolean } = {}): Command {
  const { info, roots } = context;
  const organisations = listOrganisations(roots);
  const known = organisations.map(({ id }) => id);
  const organisation = known.includes(info.organisation) ? info.organisation : (known[0] ?? info.organisation);
  const program = new Command('doorstroom')
    .description('Instroom, doorstroom en uitstroom van een gemeentelijke participatieketen doorgerekend.')
    .version(info.version, '-V, --versie', 'toon de versie')
    .helpCommand('help [opdracht]', 'toon de hulp bij een opdracht');
  const hidden = seldom.map((create) => create(context, organisation));
  const commands = [...daily.map((create) => create(context, organisation)), ...hidden];
  for (const command of commands) program.addCommand(command, { hidden: !all && hidden.includes(command) });
  const [found] = organisations.filter(({ id }) => id === organisation).flatMap(listScenarios);
  const example = shownPath(found ?? `scenarios/${organisation}/mijn-scenario.yaml`, context.workingDirectory);
  const more = all || hidden.length === 0 ? '' : ' Meer opdrachten: doorstroom --help alles';
  program.addHelpText(
    'after',
    `\nVoorbeelden:\n  doorstroom vergelijk\n  doorstroom controleer ${example}\n  doorstroom valideer ${organisation}\n\nOrganisaties: ${known.join(', ')}.${more}`,
  );
  for (const command of [program, ...commands.flatMap((one) => [one, ...one.commands])]) {
    dutchHelp(command, context.terminal.width);
    command.exitOverride((error) => {
      throw dutchUsageError(error, command);
    });
    command.configureOutput({
      writeOut: (text) => {
        context.terminal.result(text.replace(/\n$/, ''));
      },
      writeErr: () => undefined,
    });
  }
  return program;
}
