// Running a plan inline: order, progress, errors and stopping.
import { describe, expect, it } from 'vitest';
import { inlineExecutor } from '../../src/experiment/executor.js';
import type { Model } from '../../src/experiment/model.js';
import { replicate } from '../../src/experiment/replicate.js';
import { runJobs } from '../../src/experiment/run-jobs.js';
import type { Watching } from '../../src/experiment/run-jobs.js';
import type { Results } from '../../src/measure/series.js';
import { model, plan } from './fake.js';

const run = (given: Model = model, watching: Watching = {}): Promise<Results> =>
  runJobs(plan, model.catalogue(null), inlineExecutor(plan, given, watching.signal), watching);

describe('runJobs', () => {
  it('puts every result in the place of its scenario and draw', async () => {
    const { values, catalogue, draws, seed, scenarios } = await run();
    expect(values.map((row) => row.map((result) => [...result]))).toEqual(
      [0, 1].map((scenario) => [0, 1, 2].map((draw) => [...replicate(plan, { scenario, draw }, model)])),
    );
    expect({ series: catalogue.length, draws, seed }).toEqual({ series: 6, draws: 3, seed: 'proef' });
    expect(scenarios).toEqual([
      { id: 'ongewijzigd', name: 'Ongewijzigd beleid' },
      { id: 'breder', name: 'BAP breder' },
    ]);
  });

  it('puts results in place also when batches come back in another order', async () => {
    const inline = inlineExecutor(plan, model);
    const backwards: (() => void)[] = [];
    const executor = {
      ...inline,
      run: async (batch: Parameters<typeof inline.run>[0]) => {
        const result = await inline.run(batch);
        await new Promise<void>((resolve) => {
          backwards.unshift(resolve);
          if (backwards.length === 6) for (const release of backwards) release();
        });
        return result;
      },
    };
    const { values } = await runJobs(plan, model.catalogue(null), executor);
    expect(values).toEqual((await run()).values);
  });

  it('reports progress after every batch, up to all jobs', async () => {
    const seen: string[] = [];
    await run(model, { onProgress: (done, total) => seen.push(`${done}/${total}`) });
    expect(seen).toEqual(['1/6', '2/6', '3/6', '4/6', '5/6', '6/6']);
  });

  it('rejects with the error of the first job that fails, by name, and starts no further job', async () => {
    let started = 0;
    const failing: Model = {
      ...model,
      simulate: (tree, streams) => {
        if (++started === 4) throw new Error('geen uitweg');
        return model.simulate(tree, streams);
      },
    };
    await expect(run(failing)).rejects.toThrow("doorrekening 2 van scenario 'breder' liep vast: geen uitweg");
    expect(started).toBe(4);
  });

  it('rejects a result of another length than the catalogue', async () => {
    const short: Model = { ...model, simulate: () => new Float64Array(1) };
    await expect(run(short)).rejects.toThrow("doorrekening 1 van scenario 'ongewijzigd'");
  });

  it('stops at a signal, with its reason', async () => {
    const controller = new AbortController();
    let started = 0;
    const stopping: Model = {
      ...model,
      simulate: (tree, streams) => {
        if (++started === 2) controller.abort(new Error('onderbroken'));
        return model.simulate(tree, streams);
      },
    };
    await expect(run(stopping, { signal: controller.signal })).rejects.toThrow('onderbroken');
    expect(started).toBe(2);
  });
});
