// Pilots among the scenarios: one more run for each, without the effect of its station.
import { Lookup } from '../../analysis/lookup.js';
import { pilotSummary, type PilotSummary } from '../../analysis/pilot.js';
import type { ScenarioSummary } from '../../analysis/summary.js';
import { points } from '../effect-table.js';
import { count, signed } from '../numbers.js';
import { neutralise, twinId } from '../twins.js';
import type { Extra } from './comparison.js';

function line(name: string, pilot: PilotSummary): string {
  const { clientenPerArm, maandenTotZekerheid, stopregel } = pilot;
  const power =
    clientenPerArm === null || maandenTotZekerheid === null
      ? 'er is geen effect te vinden'
      : `om dat van toeval te onderscheiden zijn ${count(clientenPerArm)} deelnemers en evenveel anderen nodig, ${count(maandenTotZekerheid)} maanden${pilot.langGenoeg ? '' : ' (zo lang loopt de pilot niet)'}`;
  const stop =
    stopregel === null
      ? ''
      : ` De stopregel had in ${count(stopregel.gestopt)} van de ${count(stopregel.doorrekeningen)} doorrekeningen gestopt.`;
  return `Pilot '${name}': ${count(pilot.startsPerMaand)} starts per maand, netto ${points(pilot.netto.gemiddelde)} punten na ${count(pilot.naMaanden)} maanden; ${power}.${stop} Aan het eind ${signed(pilot.winstPersonen.gemiddelde)} personen door de pilot en ${signed(pilot.verliesPersonen.gemiddelde)} doordat de uren elders weg zijn, samen ${signed(pilot.saldoPersonen.gemiddelde)}.`;
}

export const piloted: Extra = async ({ study, plan, results, summary, run }) => {
  const pilots = study.scenarios.flatMap(({ scenario: { id, shelf } }) => {
    const pilot = shelf?.pilot ?? null;
    const planned = plan.scenarios.find((candidate) => candidate.id === id);
    if (pilot === null || planned === undefined || twinId(study, pilot.station) === undefined) return [];
    const changes = [...planned.changes, ...neutralise(study, pilot.station)];
    return [{ id, pilot, without: { id: `${id} zonder effect`, name: planned.name, changes } }];
  });
  if (pilots.length === 0) return {};
  const twins = new Lookup(
    await run(
      pilots.map(({ without }) => without),
      'Pilots zonder hun effect',
    ),
  );
  const lookup = new Lookup(results);
  const baseIndex = results.scenarios.findIndex(({ id }) => id === plan.scenarios[0]?.id);
  const found = new Map<string, PilotSummary>();
  for (const [index, { id, pilot }] of pilots.entries()) {
    const one = pilotSummary({
      station: pilot.station,
      naam: study.spec.stations[pilot.station]?.label ?? pilot.station,
      vraag: pilot.question,
      norm: pilot.norm,
      begin: pilot.begin,
      einde: pilot.end,
      stopRule: pilot.stopRule,
      base: lookup,
      baseIndex,
      scenario: { lookup, index: results.scenarios.findIndex((scenario) => scenario.id === id) },
      twin: { lookup: twins, index },
      end: summary.ambitie.eind,
    });
    if (one !== null) found.set(id, one);
  }
  const scenarios = summary.scenarios.map((scenario): ScenarioSummary => {
    const pilot = found.get(scenario.id);
    return pilot === undefined ? scenario : { ...scenario, pilot };
  });
  const lines = scenarios.flatMap(({ naam, pilot }) => (pilot === undefined ? [] : [line(naam, pilot)]));
  return { summary: { scenarios }, lines };
};
