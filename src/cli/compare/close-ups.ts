// For the report: where work piles up and for whom it makes a difference, in ongewijzigd beleid and in the scenario that differs most.
import { bottlenecks } from '../../analysis/bottlenecks.js';
import { Lookup } from '../../analysis/lookup.js';
import { volumeGroups } from '../../analysis/volume-groups.js';
import type { Extra } from './comparison.js';

export const addCloseUps: Extra = ({ results, summary, ambition, study }) => {
  const lookup = new Lookup(results);
  const indexed = summary.scenarios.map(({ id, verschilPersonen }) => {
    return {
      id,
      index: results.scenarios.findIndex((scenario) => scenario.id === id),
      size: Math.abs(verschilPersonen.gemiddelde),
    };
  });
  const base = indexed.find(({ id }) => id === summary.tegen);
  const [top] = indexed.filter(({ id }) => id !== summary.tegen).sort((a, b) => b.size - a.size);
  if (base === undefined) return {};
  const { start, end } = ambition;
  const { spells } = study.spec;
  return {
    report: {
      bottlenecks: [base, ...(top === undefined ? [] : [top])].map(({ id, index }) => ({
        scenario: id,
        ...bottlenecks(lookup, { scenario: index, start, end }),
      })),
      groups: indexed
        .filter(({ id }) => id !== summary.tegen)
        .map(({ id, index }) => ({
          scenario: id,
          dimensions: volumeGroups(lookup, { scenario: index, base: base.index, start, end }, 5),
        })),
      ...(spells?.termDays === undefined ? {} : { termDays: spells.termDays }),
    },
  };
};
