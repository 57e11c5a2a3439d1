// doorstroom vergelijk --organisaties: several ways of working with the same clients and the same luck.
import { shownPath } from '../../files/mistake.js';
import { ownTrend } from '../compare/own-trend.js';
import { ambitionOf } from '../compare/plan.js';
import type { Context } from '../context.js';
import { computeWays } from '../ways/compute.js';
import { openWays } from '../ways/open.js';
import type { WaysOptions } from '../ways/options.js';
import { waysTable } from '../ways/table.js';
import { writeWays } from '../ways/write.js';

export async function compareWays(options: WaysOptions, context: Context): Promise<void> {
  const { terminal, workingDirectory } = context;
  const started = performance.now();
  const ways = openWays(options.organisaties, options.bevolking, context.roots);
  ambitionOf(ways.population);
  const own = ownTrend(options, workingDirectory);
  const computed = await computeWays(ways, options, own, context);
  const folder = shownPath(await writeWays(computed, started, context), workingDirectory);
  if (options.json) {
    terminal.result(JSON.stringify(computed.summary, null, 2));
    terminal.note(`Rapport: ${folder}/rapport.html`);
    return;
  }
  terminal.result(waysTable(computed.summary, terminal));
  for (const { naam, teDruk } of computed.summary.werkwijzen) {
    if (teDruk.length > 0) {
      terminal.warn(`${naam} heeft voor deze cliënten te weinig van ${teDruk.join(', ')}; daar groeit de wachtrij`);
    }
  }
  terminal.result(`\nRapport:            ${folder}/rapport.html\nTabel voor Excel:   ${folder}/samenvatting.csv`);
}
