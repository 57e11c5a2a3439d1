// Pilots: each is run with and without the effect of its station, beside the comparison.
import { Lookup } from '../../analysis/lookup.js';
import { pilotSummary, type PilotSummary } from '../../analysis/pilot.js';
import { points } from '../effect-table.js';
import { count, signed } from '../numbers.js';
import { plannedScenario } from '../study.js';
import { neutralise, twinId } from '../twins.js';
import type { Extra } from './comparison.js';

function line(pilot: PilotSummary): string {
  const { clientenPerArm, maandenTotZekerheid, stopregel } = pilot;
  const power =
    clientenPerArm === null || maandenTotZekerheid === null
      ? 'dat is ook in deze doorrekeningen niet van nul te onderscheiden, dus in een pilot zeker niet'
      : `om dat van toeval te onderscheiden zijn ${count(clientenPerArm)} deelnemers en evenveel anderen nodig, ${count(maandenTotZekerheid)} maanden${pilot.langGenoeg ? '' : ' (zo lang loopt de pilot niet)'}`;
  const stop =
    stopregel === null
      ? ''
      : ` De stopregel had in ${count(stopregel.gestopt)} van de ${count(stopregel.doorrekeningen)} doorrekeningen gestopt.`;
  const lost = `${signed(pilot.verliesPersonen.gemiddelde)} personen doordat de uren elders weg zijn`;
  const volume =
    pilot.winstPersonen === null || pilot.saldoPersonen === null
      ? `Aan het eind ${lost}; wat de pilot zelf aan volume brengt, is niet bekend.`
      : `Aan het eind ${signed(pilot.winstPersonen.gemiddelde)} door de pilot en ${lost}, samen ${signed(pilot.saldoPersonen.gemiddelde)}.`;
  return `Pilot '${pilot.naam}': ${count(pilot.startsPerMaand)} starts per maand, bij het aangenomen effect netto ${points(pilot.netto.gemiddelde)} punten na ${count(pilot.naMaanden)} maanden; ${power}.${stop} ${volume}`;
}

export const piloted: Extra = async ({ study, plan, results, summary, run }) => {
  const asked = study.scenarios.flatMap(({ scenario }) => {
    const pilot = scenario.shelf?.pilot ?? null;
    if (pilot === null || twinId(study, pilot.station) === undefined) return [];
    const itself = plannedScenario(scenario, study.all);
    const without = { ...itself, id: `${itself.id} zonder effect` };
    const changes = [...itself.changes, ...neutralise(study, pilot.station)];
    return [{ scenario, pilot, runs: [itself, { ...without, changes }] }];
  });
  if (asked.length === 0) return {};
  // A pilot is mostly of class B and then not among the scenarios: its volume is not known, its staff that is away is.
  const lookup = new Lookup(
    await run(
      asked.flatMap(({ runs }) => runs),
      'Pilots met en zonder hun effect',
    ),
  );
  const baseIndex = results.scenarios.findIndex(({ id }) => id === plan.scenarios[0]?.id);
  const compared = new Lookup(results);
  const pilots = asked.flatMap(({ scenario, pilot }, index): PilotSummary[] => {
    const found = pilotSummary({
      scenario: scenario.id,
      naam: scenario.name,
      station: pilot.station,
      vraag: pilot.question,
      norm: pilot.norm,
      begin: pilot.begin,
      einde: pilot.end,
      stopRule: pilot.stopRule,
      effectKnown: scenario.shelf?.evidence === 'A',
      base: { lookup: compared, index: baseIndex },
      itself: { lookup, index: 2 * index },
      twin: { lookup, index: 2 * index + 1 },
      end: summary.ambitie.eind,
    });
    return found === null ? [] : [found];
  });
  return { summary: { pilots }, lines: pilots.map(line) };
};
