// Adds up vitest's JSON results and the failed steps of .ci/run: `node test/config/tally.js <results.json>… <failed step>…`.
import { readFileSync } from 'node:fs';
import process from 'node:process';

const given = process.argv.slice(2);
const files = given.filter((name) => name.endsWith('.json'));
const steps = given.filter((name) => !name.endsWith('.json'));

let passed = 0;
let failedTests = 0;
for (const file of files) {
  try {
    /** @type {{ numTotalTests: number, numPassedTests: number }} */
    const { numTotalTests, numPassedTests } = JSON.parse(readFileSync(file, 'utf8'));
    passed += numPassedTests;
    // A skipped test has shown nothing, so it counts with those that failed.
    failedTests += numTotalTests - numPassedTests;
  } catch {
    steps.push(`no results in ${file}`);
  }
}

for (const step of steps) console.log(`failed: ${step}`);
// A step can fail without a failing test (install, lint, a file that does not load); that must never end in "0 failed".
const failed = Math.max(failedTests, steps.length);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
