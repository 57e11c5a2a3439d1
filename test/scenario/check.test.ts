// Mistakes in parameters and scenarios: all at once, each with its place and a way out.
import { describe, expect, it } from 'vitest';
import { checkParameters } from '../../src/scenario/parameter.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { allChanges, checkScenario } from '../../src/scenario/scenario.js';
import { changeOf } from './change-of.js';
import { parameterOf, tableOf } from './parameter-of.js';

const table = tableOf(
  parameterOf({ name: 'bap.aandeel', value: 0.194, unit: 'aandeel van toekenningen' }),
  parameterOf({ name: 'bap.fte', value: 6, unit: 'fte' }),
  parameterOf({ name: 'volume', value: 8100, unit: 'uitkeringen', startOnly: true }),
);

function scenarioOf(given: Partial<Scenario>): Scenario {
  return {
    id: 'bap',
    name: '',
    explanation: '',
    source: '',
    organisation: 'elders',
    requestedDecision: null,
    buildsOn: null,
    changes: [],
    ...given,
  };
}

function mistakes(given: Partial<Scenario>, others: readonly Scenario[] = []): string[] {
  const scenario = scenarioOf(given);
  return checkScenario(scenario, table, [scenario, ...others]).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
}

describe('checkScenario', () => {
  it('is silent about a sound scenario', () => {
    const widen = changeOf({ parameter: 'bap.aandeel', value: 0.4, from: 638, ramp: 184 });
    expect(mistakes({ changes: [widen, changeOf({ parameter: 'volume', value: 8000 })] })).toEqual([]);
  });

  it('proposes the parameter that is meant', () => {
    expect(mistakes({ changes: [changeOf({ parameter: 'bap.aandel', value: 0.4 })] })).toEqual([
      "changes.0.parameter: parameter 'bap.aandel' bestaat niet in elders. Bedoelde u 'bap.aandeel'?",
    ]);
  });

  it('refuses a share above 1 and a negative fte at any moment, at the change that causes it', () => {
    const changes = [
      changeOf({ parameter: 'bap.aandeel', operation: 'add', value: 0.5, from: 0 }),
      changeOf({ parameter: 'bap.aandeel', operation: 'add', value: 0.5, from: 10, through: 19 }),
      changeOf({ parameter: 'bap.fte', operation: 'add', value: -7, from: 10, ramp: 100 }),
    ];
    expect(mistakes({ changes })).toEqual([
      "changes.1.value: parameter 'bap.aandeel': een aandeel ligt tussen 0 en 100 %, gevonden 119,4 %. Schrijf 40 % als 40% of 0,40.",
      "changes.2.value: parameter 'bap.fte': fte kan niet negatief zijn, gevonden -1.",
    ]);
  });

  it('refuses to change a start-only parameter from a date', () => {
    expect(mistakes({ changes: [changeOf({ parameter: 'volume', value: 8000, from: 365 })] })).toEqual([
      "changes.0.from: parameter 'volume' wordt alleen bij het begin gelezen: een wijziging geldt voor de hele doorrekening, zonder vanaf en tot_en_met",
    ]);
  });

  it('refuses a last day before the first, a ramp without a first day and a negative ramp', () => {
    const changes = [
      changeOf({ parameter: 'bap.fte', value: 7, from: 20, through: 19 }),
      changeOf({ parameter: 'bap.fte', value: 7, ramp: 30 }),
      changeOf({ parameter: 'bap.fte', value: 7, from: 0, ramp: -1 }),
    ];
    expect(mistakes({ changes }).map((line) => line.split(':')[0])).toEqual([
      'changes.0.through',
      'changes.1.ramp',
      'changes.2.ramp',
    ]);
  });

  it('judges a scenario together with the one that it builds on', () => {
    const parent = scenarioOf({
      id: 'ouder',
      changes: [changeOf({ parameter: 'bap.aandeel', operation: 'add', value: 0.7 })],
    });
    const child = {
      buildsOn: 'ouder',
      changes: [changeOf({ parameter: 'bap.aandeel', operation: 'add', value: 0.7 })],
    };
    expect(mistakes(child, [parent])).toHaveLength(1);
    expect(mistakes({ ...child, buildsOn: null })).toEqual([]);
  });

  it('refuses an unknown scenario to build on, and a circle', () => {
    expect(mistakes({ buildsOn: 'ouders' }, [scenarioOf({ id: 'ouder' })])).toEqual([
      "buildsOn: scenario 'ouders' bestaat niet. Bedoelde u 'ouder'?",
    ]);
    expect(mistakes({ id: 'a', buildsOn: 'b' }, [scenarioOf({ id: 'b', buildsOn: 'a' })])).toEqual([
      "buildsOn: scenario's bouwen in een kring op elkaar voort: 'a' op 'b' op 'a'",
    ]);
  });
});

describe('allChanges', () => {
  it('lists the changes of the first ancestor first', () => {
    const [a, b, c] = [1, 2, 3].map((value) => changeOf({ value }));
    if (a === undefined || b === undefined || c === undefined) throw new Error('three changes');
    const first = scenarioOf({ id: 'een', changes: [a] });
    const second = scenarioOf({ id: 'twee', buildsOn: 'een', changes: [b] });
    const third = scenarioOf({ id: 'drie', buildsOn: 'twee', changes: [c] });
    expect(allChanges(third, [third, second, first])).toEqual([a, b, c]);
  });
});

describe('checkParameters', () => {
  it('refuses a name that stands twice, half a range, a range beside the value and a share above 1', () => {
    const issues = checkParameters([
      parameterOf({ name: 'a', value: 1 }),
      parameterOf({ name: 'a', value: 1, low: 0 }),
      parameterOf({ name: 'b', value: 1, low: 2, high: 3 }),
      parameterOf({ name: 'c', value: 0.5, low: 0.4, high: 1.2, unit: 'aandeel' }),
    ]);
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['1.name', '1.high', '2.low', '3.high']);
  });
});
