// Adds up vitest's JSON results and the failed steps of .ci/run: `node test/config/tally.js <results.json>… <failed step>…`.
import { readFileSync } from 'node:fs';
import process from 'node:process';

const given = process.argv.slice(2);
const files = given.filter((name) => name.endsWith('.json'));
const steps = given.filter((name) => !name.endsWith('.json'));

/**
 * @param {unknown} results what vitest's JSON reporter wrote
 * @param {string} name
 */
function count(results, name) {
  /** @type {unknown} */
  const number = typeof results === 'object' && results !== null ? Reflect.get(results, name) : undefined;
  if (typeof number !== 'number') throw new Error(`no ${name}`);
  return number;
}

let passed = 0;
let failedTests = 0;
for (const file of files) {
  try {
    /** @type {unknown} */
    const results = JSON.parse(readFileSync(file, 'utf8'));
    passed += count(results, 'numPassedTests');
    // A skipped test has shown nothing, so it counts with those that failed.
    failedTests += count(results, 'numTotalTests') - count(results, 'numPassedTests');
  } catch (error) {
    steps.push(`no results in ${file} (${error instanceof Error ? error.message : String(error)})`);
  }
}

for (const step of steps) console.log(`failed: ${step}`);
// A step can fail without a failing test (install, lint, a file that does not load); that must never end in "0 failed".
const failed = Math.max(failedTests, steps.length);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
