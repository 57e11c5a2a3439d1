// `--hersteltoets`: numbers that we made up ourselves, figures made with them and other luck, and whether the fit finds them back.
import type { Fit, Knob } from '../analysis/fit.js';
import { margins } from '../analysis/margins.js';
import type { Vector } from '../analysis/matrix.js';
import type { Ijking, IjkingKnob } from '../files/load-ijking.js';
import { createStreams } from '../random/streams.js';
import { formatValue } from '../scenario/sentences.js';
import { knobOf, lookAt, memberValue } from './calibration.js';
import { search, type FitRunOptions } from './calibration-run.js';
import type { Context } from './context.js';
import { UsageError } from './failure.js';
import type { Study } from './study.js';
import { textTable } from './text-table.js';

/** The startgetal of the made-up figures: another world than the one that is fitted. */
export function otherSeed(seed: string): string {
  return `${seed}0007`;
}

/** Up to one step from where each knob stands, within its range; the same for the same startgetal. */
export function madeUpPoint(knobs: readonly Knob[], seed: string): number[] {
  const streams = createStreams(otherSeed(seed), 0);
  return knobs.map(({ name, start, step, low, high }) => {
    const part = 2 * streams.sequence(`hersteltoets/${name}`)() - 1;
    return Math.min(high, Math.max(low, start + part * step));
  });
}

/** Fits ijking.csv to ijkpunten of our own making, and shows what was true beside what was found. */
export async function recover(study: Study, ijking: Ijking, options: FitRunOptions, context: Context): Promise<string> {
  const { terminal, signal } = context;
  const knobs = ijking.knobs.map(knobOf);
  const truth = madeUpPoint(knobs, options.startgetal);
  const progress = terminal.progress('Cijfers maken');
  const [made = []] = await lookAt(study, ijking, [truth], {
    draws: options.doorrekeningen,
    seed: otherSeed(options.startgetal),
    threads: options.rekenkernen,
    onProgress: progress.at,
    signal,
  });
  progress.done();
  const targets = ijking.targets.map((target, index) => {
    const goal = made[index]?.interval?.mean;
    if (goal === undefined) {
      throw new UsageError(`ijkpunt '${target.ijkpunt.id}' heeft in geen doorrekening een waarde.`);
    }
    return { ...target, goal };
  });
  const { fitted } = await search(study, { ...ijking, targets }, options, context);
  const variances = targets.map(({ ijkpunt, weight }, index) => {
    const half = (ijkpunt.high - ijkpunt.low) / 2;
    // Both the made figures and those of the fit hold the chance of as many draws.
    return 2 * ((weight * (made[index]?.interval?.halfWidth ?? 0)) / 1.96 / half) ** 2;
  });
  const head = `${study.spec.label}: hersteltoets met ${String(options.doorrekeningen)} doorrekeningen per punt, startgetal ${options.startgetal}. De ijkpunten zijn nagemaakt met getallen die wij kennen.`;
  return `${head}\n\n${recoveryTable(ijking.knobs, truth, fitted, margins(fitted, knobs, variances))}`;
}

/** One row per parameter: true, found, margin, and whether the truth lies within it. */
export function recoveryTable(levels: readonly IjkingKnob[], truth: Vector, fitted: Fit, half: Vector): string {
  const loose = new Set(fitted.loose.flatMap(({ parts }) => parts.map(({ name }) => name)));
  let [within, determined] = [0, 0];
  const rows = levels.flatMap((level, k) => {
    const off = Math.abs((fitted.values[k] ?? NaN) - (truth[k] ?? NaN));
    const inside = off <= (half[k] ?? 0);
    if (!loose.has(level.name)) determined += 1;
    if (!loose.has(level.name) && inside) within += 1;
    return level.members.map((member, first) => {
      const show = (at: number): string => formatValue(memberValue(level, member, at), member.unit);
      const scale = level.members.length > 1 ? member.value : 1;
      return [
        member.name,
        show(level.members.length > 1 ? 1 : member.value),
        show(truth[k] ?? NaN),
        show(fitted.values[k] ?? NaN),
        formatValue(Number(((half[k] ?? NaN) * scale).toPrecision(2)), member.unit),
        first > 0
          ? ''
          : loose.has(level.name)
            ? 'niet apart te bepalen'
            : inside
              ? 'binnen de marge'
              : 'buiten de marge',
      ];
    });
  });
  const table = textTable(
    [
      { title: 'parameter' },
      { title: 'begin', align: 'right' },
      { title: 'waar', align: 'right' },
      { title: 'gevonden', align: 'right' },
      { title: 'marge', align: 'right' },
      { title: 'uitkomst' },
    ],
    rows,
  );
  const verdict =
    determined === 0
      ? 'Deze cijfers leggen geen enkel getal apart vast.'
      : `${String(within)} van de ${String(determined)} bepaalde getallen teruggevonden binnen de marge; bij marges van 95 % mag er af en toe een buiten vallen.`;
  return `${table}\n\n${verdict}`;
}
