// Before tests that run built code: dist/ is built when src/ is newer. A red build stops the run: tests of an old dist/ show nothing.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export default function freshBuild(): void {
  const build = join(import.meta.dirname, 'build.js');
  const { status } = spawnSync(process.execPath, [build, '--if-old'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('src/ does not build, so there is no dist/ to test: see what tsc said above.');
}
