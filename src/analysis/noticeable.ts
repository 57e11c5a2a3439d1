// From which month on a scenario differs noticeably: beyond the threshold, and staying there until the end.
import type { ScenarioSummary, Summary } from './summary.js';

/**
 * The first month from which the difference of the means stays at or beyond `threshold` persons on the side where it ends; null when it ends
 * within the threshold. Months before that may have been beyond it too, and have come back.
 */
export function noticeableFrom(
  months: readonly string[],
  differences: readonly number[],
  threshold: number,
): string | null {
  const end = differences.at(-1) ?? 0;
  if (!(Math.abs(end) >= threshold)) return null;
  const beyond = (value: number): boolean => Math.sign(end) * value >= threshold;
  const last = differences.findLastIndex((value) => !beyond(value));
  return months[last + 1] ?? null;
}

/** The same for a scenario of a summary, against its comparison. */
export function scenarioNoticeableFrom(scenario: ScenarioSummary, summary: Summary): string | null {
  const base = summary.scenarios.find(({ vergelijkingsbasis }) => vergelijkingsbasis);
  if (base === undefined) return null;
  const differences = scenario.waaierPersonen.map(
    ({ gemiddelde }, month) => gemiddelde - (base.waaierPersonen[month]?.gemiddelde ?? NaN),
  );
  return noticeableFrom(summary.maanden, differences, summary.drempelPersonen);
}
