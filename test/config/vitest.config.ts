// Tests in three projects: quick ones in threads, those that start programs or threads in processes of their own, and those that need Chromium.
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..', '..');
const ownProcess = ['test/bench/**/*.test.ts', 'test/cli/**/*.test.ts', 'test/experiment/**/*.test.ts'];
const browser = ['test/browser/**/*.test.ts'];
// A limit against hanging, not a measure of speed: no test may depend on how fast a machine is.
const testTimeout = 120_000;
/** What is built is run as it is, with threads of its own. */
const server = { deps: { external: [/[\\/]dist[\\/]/] } };

export default defineConfig({
  root,
  cacheDir: '.cache/vitest',
  test: {
    allowOnly: false,
    // Vitest would leave a core to whoever watches; of two that is half.
    maxWorkers: '100%',
    coverage: { include: ['src/**/*.ts'], reportsDirectory: join(root, 'coverage') },
    projects: [
      {
        extends: true,
        // Sharing one module graph makes these about ten times as fast; they therefore never mock modules.
        test: {
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: [...ownProcess, ...browser],
          pool: 'threads',
          isolate: false,
          testTimeout,
        },
      },
      {
        extends: true,
        // Worker threads cannot load TypeScript on Node 20, so these run against dist/, which is built first when it is old.
        test: {
          name: 'forks',
          include: ownProcess,
          pool: 'forks',
          server,
          globalSetup: ['test/config/fresh-build.ts'],
          testTimeout,
          hookTimeout: testTimeout,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: browser,
          pool: 'forks',
          server,
          globalSetup: ['test/config/fresh-build.ts'],
          testTimeout,
          hookTimeout: testTimeout,
        },
      },
    ],
  },
});
