// Checks on everything that takes time: distributions that cannot be drawn from, and durations below 0, at any moment of the run.
import { lowest, problems } from '../../random/distribution.js';
import { breakpoints, type Amount, type Timed } from '../spec/amount.js';
import { distributionAt, durationProblems, expectedDuration, type DurationSpec } from '../spec/duration.js';
import { shown, type Check, type Path } from './context.js';

function instantsOf(spec: Exclude<DurationSpec, Amount>): number[] {
  const amounts = Object.values<unknown>(spec).filter((part): part is Timed => {
    return typeof part === 'object' && part !== null && 'timed' in part;
  });
  return [...new Set([0, ...amounts.flatMap(breakpoints)])];
}

/** What makes it impossible to draw from a distribution at some moment; empty when nothing does. Values below 0 are allowed. */
export function distributionProblems(spec: DurationSpec): string[] {
  if (typeof spec === 'number' || 'timed' in spec || spec.dist === 'trace') return [];
  const { median, p90 } = spec.dist === 'lognormal' ? spec : {};
  // Without exactly one complete pair of numbers there is no distribution to look at.
  if (spec.dist === 'lognormal') {
    const moments = [spec.mean, spec.sd].filter((part) => part !== undefined).length;
    const quantiles = [median, p90].filter((part) => part !== undefined).length;
    if (moments * quantiles > 0 || moments + quantiles !== 2) return durationProblems(spec);
  }
  for (const time of instantsOf(spec)) {
    if (median !== undefined && p90 !== undefined) {
      const [middle, high] = [expectedDuration(median, time), expectedDuration(p90, time)];
      if (!(middle > 0 && high >= middle)) {
        return [
          `\`median\` moet groter zijn dan 0 en \`p90\` minstens zo groot; gevonden ${shown(middle)} en ${shown(high)}`,
        ];
      }
    }
    const found = problems(distributionAt(spec, time));
    if (found.length > 0) return found;
  }
  return [];
}

/** What is wrong with a duration, at any moment; empty when nothing is. */
export function timeProblems(spec: DurationSpec): string[] {
  if (typeof spec === 'number' || 'timed' in spec || spec.dist === 'trace') return durationProblems(spec);
  const found = distributionProblems(spec);
  if (found.length > 0) return found;
  const least = Math.min(...instantsOf(spec).map((time) => lowest(distributionAt(spec, time))));
  if (least >= 0) return [];
  return [
    least === -Infinity
      ? 'een duur mag niet negatief worden; geef deze normale verdeling een `floor: 0`'
      : `een duur mag niet negatief worden; de kleinste waarde is ${shown(least)}`,
  ];
}

export function checkDurations({ spec, report }: Check): void {
  const look = (duration: DurationSpec | undefined, path: Path): void => {
    if (duration === undefined) return;
    for (const problem of timeProblems(duration)) report(path, problem);
  };
  for (const [id, station] of Object.entries(spec.stations)) {
    const at = ['stations', id];
    if (station.kind === 'service') {
      look(station.hours, [...at, 'hours']);
      look(station.duration, [...at, 'duration']);
    } else if (station.kind === 'course' || station.kind === 'delay') look(station.duration, [...at, 'duration']);
    else if (station.kind === 'place') look(station.stay, [...at, 'stay']);
    if ('patience' in station) look(station.patience, [...at, 'patience']);
    for (const [index, outcome] of station.outcomes.entries()) {
      const path = [...at, 'outcomes', index];
      look(outcome.grant, [...path, 'grant']);
      if (outcome.handover?.kind === 'cold') look(outcome.handover.delay, [...path, 'handover', 'delay']);
    }
  }
  for (const [id, source] of Object.entries(spec.arrivals)) {
    const at = ['arrivals', id];
    look(source.interval, [...at, 'interval']);
    look(source.batch, [...at, 'batch']);
    const { interval } = source;
    if (interval === undefined || timeProblems(interval).length > 0 || source.limit !== undefined) continue;
    if (!(expectedDuration(interval, 0) > 0)) {
      report(
        [...at, 'interval'],
        'zonder tijd tussen aanvragen komt er nooit een einde aan; geef een `interval` boven 0 of een `limit`',
      );
    }
  }
}
