// How many doorrekeningen, and from when to measure: the rules on the village of the fixtures and on a queue that starts far from rest.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/cli/commands/controleer.js';
import { withDraws } from '../../src/cli/compare/draws.js';
import type { CompareOptions } from '../../src/cli/compare/options.js';
import { partText } from '../../src/cli/options.js';
import { openStudy } from '../../src/cli/study.js';
import { warmUp, warmUpTable } from '../../src/cli/warm-up.js';
import { fakeContext, root } from '../docs/page.js';

const library = join(root, 'test', 'validatie');

describe('--halve-breedte', () => {
  const study = openStudy('dorp', [], [join(root, 'test', 'fixtures', 'klein'), root]);
  const options: CompareOptions = {
    organisatie: 'dorp',
    tegen: undefined,
    doorrekeningen: 100,
    startgetal: '1',
    rekenkernen: 1,
    map: '',
    onzekerheid: true,
    trend: 'gerealiseerd',
    alles: false,
    json: false,
  };

  it('takes the place of the number of draws, and without it nothing changes', async () => {
    const { context } = fakeContext();
    expect(await withDraws(study, options, null, context)).toBe(options);
    const { doorrekeningen } = await withDraws(study, { ...options, halveBreedte: 0.3 }, null, context);
    // Ten draws were made, and five of them are to look ahead at.
    expect(doorrekeningen).toBeGreaterThanOrEqual(3);
    expect(doorrekeningen).toBeLessThanOrEqual(5);
  });

  it('is a part, as a percentage or a number', () => {
    expect(['2%', '2 %', '0,02', '0.5'].map(partText)).toEqual([0.02, 0.02, 0.02, 0.5]);
    for (const text of ['0', '100%', '2', 'veel', '-1%']) expect(() => partText(text)).toThrow('verwacht een deel');
  });
});

describe('controleer', () => {
  it('reads a chain that ends at a number and not at a date', () => {
    const { context, written } = fakeContext();
    check(
      ['verpleegkundige-erbij'].map((id) => join(library, 'scenarios', 'b3-spoedlijn', `${id}.yaml`)),
      'b3-spoedlijn',
      { json: false },
      { ...context, roots: [library, root] },
    );
    expect(written.join('\n')).toContain('In orde: 1 scenario van Spoedlijn met terugbellen.');
  });
});

describe('--inlooptijd', () => {
  it('says from which instant a queue is at rest, beside the one from which is measured', async () => {
    const study = openStudy('a26-begin', [], [library, root]);
    const rows = await warmUp(study, { draws: 200, seed: '1', threads: 'inline' });
    // Instants 5, 10, 20 and 50: from ten clients down to five the number falls all the way, so the cut comes at the half.
    expect(rows).toEqual([{ station: 'loket', opGangVanaf: '20', gemetenVanaf: '0', oordeel: 'blijft bewegen' }]);
    expect(warmUpTable(rows)).toContain('loket    20             0              blijft bewegen');
  });

  it('has nothing to look at without instants', async () => {
    const study = openStudy('a04-mm1', [], [library, root]);
    expect(warmUpTable(await warmUp(study, { draws: 1, seed: '1', threads: 'inline' }))).toContain('run.instants');
  });
});
