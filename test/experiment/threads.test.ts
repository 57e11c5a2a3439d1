// The same bytes inline, on one thread and on two: on the built code, because a thread cannot load TypeScript.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type * as Experiment from '../../src/experiment/experiment.js';
import type { Results } from '../../src/measure/series.js';
import { desk } from './desk.js';

const dist = pathToFileURL(join(import.meta.dirname, '..', '..', 'dist', 'experiment', 'experiment.js')).href;
const { runExperiment } = (await import(dist)) as typeof Experiment;

const bytes = ({ values }: Results): string =>
  Buffer.concat(values.flat().map((draw) => new Uint8Array(draw.buffer, draw.byteOffset, draw.byteLength))).toString(
    'base64',
  );

describe('threads', () => {
  it('do not change a byte of the results, whether there are none, one or two', async () => {
    const [none, one, two] = await Promise.all(
      (['inline', 1, 2] as const).map(async (threads) => runExperiment(desk, { threads })),
    );
    if (none === undefined || one === undefined || two === undefined) throw new Error('three results');
    expect(none.values.flat()).toHaveLength(24);
    expect(bytes(one)).toBe(bytes(none));
    expect(bytes(two)).toBe(bytes(none));
    expect(two.catalogue).toEqual(none.catalogue);
  });

  it('report progress up to all jobs', async () => {
    const seen: number[] = [];
    await runExperiment(desk, { threads: 2, onProgress: (done, total) => seen.push(done / total) });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  it('reject with the name of a job that fails', async () => {
    const parameters = desk.parameters.map((parameter) =>
      // With -5 as its 5 % point some of 40 draws are negative, and no chain takes a negative duration.
      parameter.name === 'duur' ? { ...parameter, low: -5, unit: '' } : parameter,
    );
    await expect(runExperiment({ ...desk, parameters, draws: 40 }, { threads: 2 })).rejects.toThrow(
      /doorrekening \d+ van scenario '\w+' liep vast/,
    );
  });

  it('stop at a signal, with its reason', async () => {
    const controller = new AbortController();
    const run = runExperiment(
      { ...desk, draws: 400 },
      { threads: 2, signal: controller.signal, onProgress: () => controller.abort(new Error('onderbroken')) },
    );
    await expect(run).rejects.toThrow('onderbroken');
  });

  it('may be ended at any moment while they start: the process lives on', () => {
    // In a process of its own, because what this guards against takes the process along. Fifty endings, at moments spread over the start.
    const script = `
      const { threadExecutor } = await import(${JSON.stringify(dist.replace('experiment.js', 'threads.js'))});
      for (let turn = 0; turn < 50; turn += 1) {
        const stop = new AbortController();
        threadExecutor({}, 2, stop.signal);
        await new Promise((resolve) => setTimeout(resolve, turn * 5));
        stop.abort();
      }`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('are a whole number of at least one', async () => {
    await expect(runExperiment(desk, { threads: 0 })).rejects.toThrow(RangeError);
  });
});
