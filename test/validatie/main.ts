// `npm run validatie`: every case, or only those named; `--kort` for few draws. Exit code 1 when an expectation is not met.
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { MistakesFound } from '../../src/cli/failure.js';
import { renderMistake } from '../../src/files/mistake.js';
import { readCases } from './cases.js';
import { table } from './print.js';
import { library, runCase, type Finding } from './run-case.js';

async function main(words: readonly string[]): Promise<number> {
  const isShort = words.includes('--kort');
  const named = words.filter((word) => !word.startsWith('--'));
  const cases = readCases(library).filter(({ id }) => named.length === 0 || named.some((name) => id.startsWith(name)));
  const findings: Finding[] = [];
  const began = performance.now();
  for (const one of cases) {
    if (isShort && one.short === 0) continue;
    const since = performance.now();
    findings.push(...(await runCase(one, { isShort, threads: isShort ? 'inline' : availableParallelism() })));
    console.error(`${one.id}: ${one.name} (${((performance.now() - since) / 1000).toFixed(1).replace('.', ',')} s)`);
  }
  console.log(table(findings));
  const wrong = findings.filter(({ verdict }) => !verdict.isGood).length;
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(
    `\n${String(findings.length)} vergelijkingen in ${String(cases.length)} gevallen, ${String(wrong)} fout (${String(seconds)} s).`,
  );
  return wrong === 0 ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof MistakesFound)) throw error;
  for (const mistake of error.mistakes) console.error(renderMistake(mistake, process.cwd()));
  process.exitCode = 2;
}
