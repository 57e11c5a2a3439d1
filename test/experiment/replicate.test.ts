// One job: what its values depend on, and what they do not.
import { describe, expect, it } from 'vitest';
import { jobName, jobsOf } from '../../src/experiment/plan.js';
import { replicate } from '../../src/experiment/replicate.js';
import { bindBase, drawOf } from '../../src/experiment/values.js';
import { createStreams } from '../../src/random/streams.js';
import { parameterQuantile } from '../../src/scenario/quantile.js';
import { parameterOf } from '../scenario/parameter-of.js';
import { model, plan } from './fake.js';

const values = (scenario: number, draw: number, given = plan): number[] => [
  ...replicate(given, { scenario, draw }, model),
];

describe('the jobs of a plan', () => {
  it('come draw by draw, all scenarios of a draw together', () => {
    expect(jobsOf(plan).map(({ scenario, draw }) => `${draw}${scenario}`)).toEqual([
      '00',
      '01',
      '10',
      '11',
      '20',
      '21',
    ]);
  });

  it('are named as people count, from 1', () => {
    expect(jobName(plan, { scenario: 1, draw: 2 })).toBe("doorrekening 3 van scenario 'breder'");
  });
});

describe('replicate', () => {
  it('gives the same parameters and the same luck to every scenario of a draw', () => {
    const [base, wider] = [values(0, 1), values(1, 1)];
    expect(wider.filter((_, index) => index !== 2)).toEqual(base.filter((_, index) => index !== 2));
  });

  it('gives other parameters and other luck to every draw', () => {
    const [one, two] = [values(0, 0), values(0, 1)];
    for (const index of [0, 1, 4, 5]) expect(one[index]).not.toBe(two[index]);
  });

  it('draws a parameter with the first number of the sequence of its name', () => {
    const u = createStreams('proef', 2).sequence('parameter/bap.fte')();
    expect(values(0, 2)[0]).toBe(parameterQuantile(plan.parameters[0] ?? parameterOf({ name: '', value: 0 }), u));
  });

  it('leaves a draw as it was when there is one parameter more', () => {
    const more = { ...plan, parameters: [parameterOf({ name: 'a', value: 1, low: 0, high: 2 }), ...plan.parameters] };
    expect(values(1, 1, more)).toEqual(values(1, 1));
  });

  it('takes the values as they stand when uncertainty is off, and the same luck as when it is on', () => {
    const off = values(0, 1, { ...plan, uncertainty: 'off' });
    expect(off.slice(0, 4)).toEqual([6, 0.194, 0.194, 2110]);
    expect(off.slice(4)).toEqual(values(0, 1).slice(4));
  });

  it('holds a drawn value and a change on top of it at what the unit allows', () => {
    expect(values(1, 0)[2]).toBe(1);
  });

  it('names the job in the error of a simulation', () => {
    const broken = {
      ...model,
      simulate: () => {
        throw new Error('pool leeg');
      },
    };
    expect(() => replicate(plan, { scenario: 1, draw: 2 }, broken)).toThrow(
      "doorrekening 3 van scenario 'breder' liep vast: pool leeg",
    );
  });

  it('refuses a template with a name that nobody gave a value', () => {
    const template = { fte: '@bap.ftr' };
    expect(() => replicate({ ...plan, template }, { scenario: 0, draw: 0 }, model)).toThrow("Bedoelde u 'bap.fte'?");
  });
});

describe('what a plan can be asked', () => {
  it('is the draw of every parameter, the same as its jobs use', () => {
    expect(drawOf(plan, 1).values.get('bap.fte')).toBe(values(0, 1)[0]);
  });

  it('is the template of a scenario with the values as they stand', () => {
    const [base] = plan.scenarios;
    if (base === undefined) throw new Error('a scenario');
    expect(bindBase(plan, base)).toEqual({
      tree: { fte: 6, share: 0.194, inflow: 2110 },
      issues: [],
      used: new Set(['bap.fte', 'bap.aandeel', 'trend.instroom']),
    });
  });

  it('is what a template that follows the trend lacks', () => {
    const [base] = plan.scenarios;
    if (base === undefined) throw new Error('a scenario');
    const { issues } = bindBase({ ...plan, parameters: plan.parameters.slice(0, 3) }, base);
    expect(issues.map(({ message }) => message)).toEqual([
      "wie de landelijke trend volgt heeft parameter 'trend.niveau_uitstroom' nodig",
      "wie de landelijke trend volgt heeft parameter 'trend.gevoeligheid' nodig",
    ]);
  });
});
