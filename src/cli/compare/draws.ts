// `vergelijk --halve-breedte 1%`: how many doorrekeningen it takes, from runs of the comparison alone before the scenarios join in.
import { Lookup } from '../../analysis/lookup.js';
import { enoughReplications } from '../../analysis/replication-rule.js';
import { volumeAt } from '../../analysis/volume-at.js';
import { runExperiment } from '../../experiment/experiment.js';
import type { NationalSeries } from '../../files/load-trend.js';
import type { Context } from '../context.js';
import type { Study } from '../study.js';
import type { CompareOptions } from './options.js';
import { ambitionOf, planFor } from './plan.js';

const first = 10;
/** Beyond this a narrower margin costs more than it tells: a quarter of the width takes sixteen times the work. */
const most = 2560;

/**
 * The options with as many doorrekeningen as the rule asks for the volume at the end of the ambition. Draw n is the same in every run, so that the
 * runs made here are the first ones of the comparison; they are doubled until the rule is met, which costs twice the last at most.
 */
export async function withDraws(
  study: Study,
  options: CompareOptions,
  own: NationalSeries | null,
  { terminal, signal }: Context,
): Promise<CompareOptions> {
  const { halveBreedte, rekenkernen: threads } = options;
  if (halveBreedte === undefined) return options;
  const { end } = ambitionOf(study);
  const plan = planFor(study, options, own);
  const [base] = plan.scenarios;
  if (base === undefined) return options;
  for (let draws = first; draws <= most; draws *= 2) {
    const progress = terminal.progress(`Hoe vaak doorrekenen? ${String(draws)} keer proberen`);
    const results = await runExperiment(
      { ...plan, scenarios: [base], draws },
      { threads, onProgress: progress.at, signal },
    );
    progress.done();
    const found = enoughReplications(volumeAt(new Lookup(results), 0, 'uitkeringen', end), halveBreedte);
    if (found === null) continue;
    terminal.note(
      `${String(found)} doorrekeningen: dan is de marge van het volume in ${end} hoogstens ${shown(halveBreedte)} ervan, en dat blijft zo.`,
    );
    return { ...options, doorrekeningen: Math.max(2, found) };
  }
  terminal.warn(
    `ook na ${String(most)} doorrekeningen is de marge van het volume in ${end} meer dan ${shown(halveBreedte)}; er wordt ${String(most)} keer gerekend`,
  );
  return { ...options, doorrekeningen: most };
}

function shown(part: number): string {
  return `${new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 }).format(100 * part)} %`;
}
