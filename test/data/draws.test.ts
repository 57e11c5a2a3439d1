// Every draw of every organisation is a chain: a range that reaches past what a number may be stops a run long after it began.
import { describe, expect, test } from 'vitest';
import { chainSchema } from '../../src/chain/spec/chain.js';
import { openStudy, planOf } from '../../src/cli/study.js';
import { bindJob } from '../../src/experiment/values.js';
import { listOrganisations, packageRoot } from '../../src/files/folders.js';

const draws = 60;

describe.each(listOrganisations([packageRoot]).map(({ id }) => id))('the uncertain numbers of %s', (id) => {
  test(`fit in the chain in all of ${String(draws)} draws`, () => {
    const study = openStudy(id, [], [packageRoot]);
    const scenarios = [{ id: 'basis', name: 'basis', changes: [] }];
    const plan = planOf(study, { scenarios, draws, seed: '1', uncertainty: 'on', trend: 'gerealiseerd' });
    const wrong = Array.from({ length: draws }, (_, draw) => {
      const parsed = chainSchema.safeParse(bindJob(plan, { scenario: 0, draw }));
      return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.map(String).join('.'));
    });
    expect(wrong.flat()).toEqual([]);
  });
});
