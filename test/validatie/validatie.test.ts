// The validation library in short: a few draws of every case against the same answers, and the tables against their formulas and the page.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { unchanged } from '../../src/cli/study.js';
import { readCases } from './cases.js';
import { library, runCase } from './run-case.js';
import { exactly } from './theorie.js';

const cases = readCases(library);
const inShort = cases.filter(({ short }) => short > 0);

test.each(inShort.map((one) => [one.id, one] as const))('%s agrees within 3.5 standard errors', async (_id, one) => {
  const findings = await runCase(one, { isShort: true, threads: 'inline' });
  const wrong = findings.filter(({ verdict }) => !verdict.isGood);
  expect(wrong.map(({ expected, verdict }) => ({ ...expected, found: verdict }))).toEqual([]);
});

test('every exact value is what its formula gives, to the figures that are printed', () => {
  const exact = cases.flatMap(({ expectations }) => expectations).filter(({ formula }) => formula !== '');
  expect(exact.length).toBeGreaterThan(80);
  for (const { formula, value } of exact) expect(exactly(formula)).toBe(value);
});

test('a formula that cannot be read is a mistake, not a number', () => {
  expect(exactly('mmc.L(lambda=1/2 mu=1 c=1)')).toBe(1);
  expect(() => exactly('mmc.X(lambda=1/2 mu=1 c=1)')).toThrow('no outcome');
  expect(() => exactly('mmd.L(lambda=1/2)')).toThrow('names no formula');
  expect(() => exactly('mmc.L(lambda=veel)')).toThrow('no number');
});

test('the page holds the verdict on every expectation', () => {
  const page = readFileSync('docs/validatie.md', 'utf8');
  const lines = page.split('\n').filter((line) => / {2}(?:goed|FOUT)$/.test(line));
  const told = lines.map((line) => line.split(/ {2,}/).slice(0, 2).join(': '));
  const wanted = cases.flatMap(({ id, expectations }) =>
    expectations.map(({ what, scenario }) => `${id}: ${what}${scenario === unchanged ? '' : ` (${scenario})`}`),
  );
  expect(told).toEqual(wanted);
  expect(lines.filter((line) => line.endsWith('FOUT'))).toEqual([]);
});
