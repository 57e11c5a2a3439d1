// Which groups of parameters a scenario changes, and the scenarios in which only one of them is.
import { describe, expect, test } from 'vitest';
import { changedGroups, groupAlone } from '../../src/cli/compare/groups.js';
import type { PlannedScenario } from '../../src/experiment/plan.js';
import type { Change } from '../../src/scenario/change.js';

const parameters = new Map([
  ['fte', { group: 'capaciteit' }],
  ['caseload', { group: 'capaciteit' }],
  ['instroom', { group: 'instroom' }],
  ['los', { group: '' }],
]);
const change = (parameter: string, value: number): Change => {
  return { parameter, operation: 'set', value, from: null, through: null, ramp: 0 };
};
const scenario = (id: string, ...changes: Change[]): PlannedScenario => ({ id, name: id, changes });
const names = (changes: readonly Change[]): string[] =>
  changes.map(({ parameter, value }) => `${parameter}=${String(value)}`);

describe('against a base without changes', () => {
  const base = scenario('basis');
  const mixed = scenario('mix', change('fte', 4), change('instroom', 90), change('caseload', 30), change('los', 1));

  test('the groups come in the order in which they are changed, and what has no group is overig', () => {
    expect(changedGroups(mixed, base, parameters)).toEqual(['capaciteit', 'instroom', 'overig']);
  });

  test('one group alone keeps its changes in their order', () => {
    expect(names(groupAlone('capaciteit', mixed, base, parameters).changes)).toEqual(['fte=4', 'caseload=30']);
  });
});

describe('against a base that changes something itself', () => {
  const base = scenario('basis', change('fte', 2), change('instroom', 95));
  const other = scenario('anders', change('fte', 3), change('instroom', 95));

  test('a group in which both do the same is no difference', () => {
    expect(changedGroups(other, base, parameters)).toEqual(['capaciteit']);
  });

  test('what only the base changes is a difference too, and the other groups stay as the base has them', () => {
    const none = scenario('niets');
    expect(changedGroups(none, base, parameters)).toEqual(['capaciteit', 'instroom']);
    expect(names(groupAlone('capaciteit', none, base, parameters).changes)).toEqual(['instroom=95']);
  });
});
