// A parameter for tests, with only what matters filled in.
import type { Parameter } from '../../src/scenario/parameter.js';

export function parameterOf(given: Partial<Parameter> & { name: string; value: number }): Parameter {
  return {
    label: '',
    low: null,
    high: null,
    unit: '',
    status: 'aanname',
    source: '',
    filledInBy: '',
    group: '',
    distribution: 'twee-zijdig',
    startOnly: false,
    note: '',
    ...given,
  };
}

export function tableOf(...parameters: Parameter[]): ReadonlyMap<string, Parameter> {
  return new Map(parameters.map((parameter) => [parameter.name, parameter]));
}
