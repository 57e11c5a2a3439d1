// `npm run toevalswinst`: how many doorrekeningen the same luck in every scenario saves on Arnhem, against luck of each scenario's own.
import process from 'node:process';
import { variance } from 'simple-statistics';
import { Lookup } from '../../src/analysis/lookup.js';
import { pairedDifference } from '../../src/analysis/paired.js';
import { volumeAt } from '../../src/analysis/volume-at.js';
import { openStudy, plannedScenario, planOf } from '../../src/cli/study.js';
import { runExperiment } from '../../src/experiment/experiment.js';
import { packageRoot, rootsFrom } from '../../src/files/folders.js';

const draws = Number(process.argv[2] ?? 20);
const month = '2022-10';
const study = openStudy('arnhem', 'all', rootsFrom(process.cwd(), packageRoot));
const none = { id: 'ongewijzigd-beleid', name: 'Ongewijzigd beleid', changes: [] };
const scenarios = [none, ...study.scenarios.map(({ scenario }) => plannedScenario(scenario, study.all))];

/**
 * Two means of n draws with luck of their own differ with variance (V(scenario) + V(base)) / n, with the same luck with V(difference) / n. For the
 * same margin the draws needed are therefore as V(difference) to V(scenario) + V(base); all three come from one run.
 */
for (const uncertainty of ['on', 'off'] as const) {
  const changing = scenarios.filter(({ changes }, index) => index === 0 || changes.length > 0);
  const plan = planOf(study, { scenarios: changing, draws, seed: '1', uncertainty, trend: 'gerealiseerd' });
  const results = await runExperiment(plan, { threads: 'inline' });
  const lookup = new Lookup(results);
  const persons = changing.map((_, scenario) => volumeAt(lookup, scenario, 'personen', month));
  const [base = new Float64Array()] = persons;
  console.log(`onzekerheid ${uncertainty}, ${String(draws)} doorrekeningen, personen op ${month}`);
  for (const [index, { id }] of changing.entries()) {
    const own = persons[index];
    if (index === 0 || own === undefined) continue;
    const paired = variance([...pairedDifference(own, base)]);
    const apart = variance([...own]) + variance([...base]);
    const part = (100 * paired) / apart;
    console.log(
      `  ${id}: sd van het verschil ${Math.sqrt(paired).toFixed(1)} met hetzelfde toeval, ${Math.sqrt(apart).toFixed(1)} met eigen toeval; ` +
        `${part.toFixed(1)} % van de doorrekeningen nodig`,
    );
  }
}
