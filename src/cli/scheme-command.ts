// The command `stroomschema` on the command line: its options and its help.
import { Command } from 'commander';
import type { SchemeOptions } from './commands/stroomschema.js';
import type { Context } from './context.js';

export function schemeCommand(context: Context, organisation: string): Command {
  return new Command('stroomschema')
    .description('teken het werkproces')
    .argument('[organisatie]', 'naam van een map in data/', organisation)
    .option('--knoppen', 'noem de getallen waaraan een scenario kan draaien', false)
    .option('--mermaid', 'schrijf het schema als Mermaid-tekst', false)
    .option('--svg', 'teken het schema als SVG-beeld', false)
    .option('--naar <bestand>', 'schrijf naar dit bestand in plaats van op het scherm')
    .option('--json', 'schrijf één JSON-document in plaats van tekst', false)
    .action(async (id: string, options: SchemeOptions) => {
      const { scheme } = await import('./commands/stroomschema.js');
      scheme(id, options, context);
    });
}
