// Adds to each scenario the first month with a noticeable effect.
import { scenarioNoticeableFrom } from '../../analysis/noticeable.js';
import type { Extra } from './comparison.js';

export const addNoticeable: Extra = ({ summary }) => ({
  summary: {
    scenarios: summary.scenarios.map((scenario) =>
      scenario.vergelijkingsbasis
        ? scenario
        : { ...scenario, merkbaarVanaf: scenarioNoticeableFrom(scenario, summary) },
    ),
  },
});
