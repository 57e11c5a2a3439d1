// A table of the sensitivity beside a comparison: shown when it is about the same files, named when not, and offered when it lies ready.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CompareOptions } from '../../src/cli/compare/options.js';
import { givenSensitivity } from '../../src/cli/compare/given-sensitivity.js';
import type { Context } from '../../src/cli/context.js';
import { fingerprintOf } from '../../src/cli/fingerprints.js';
import { openStudy } from '../../src/cli/study.js';
import { root, village } from './doorstroom.js';

const home = village();
const table = 'reports/gevoeligheid-dorp.csv';
const said: string[] = [];
const keep = (text: string): void => {
  said.push(text);
};
const same = (text: string): string => text;
const context: Context = {
  terminal: {
    width: 80,
    result: keep,
    note: keep,
    warn: keep,
    error: keep,
    strong: same,
    faint: same,
    progress: () => ({ at: () => undefined, done: () => undefined }),
  },
  roots: [home, root],
  workingDirectory: home,
  info: { version: '1.0.0', libraries: [], organisation: 'dorp' },
  signal: new AbortController().signal,
  exit: () => undefined,
};
const options: CompareOptions = {
  organisatie: 'dorp',
  tegen: undefined,
  doorrekeningen: 1,
  startgetal: '1',
  rekenkernen: 1,
  map: 'reports',
  onzekerheid: true,
  trend: 'gerealiseerd',
  alles: false,
  json: false,
};
const study = openStudy('dorp', 'all', [home, root]);

function write(fingerprint: string): void {
  const head =
    'parameter;toestand;scenario;verandering_laag;marge_laag;verandering_hoog;marge_hoog;doorrekeningen;invoer';
  mkdirSync(join(home, 'reports'), { recursive: true });
  writeFileSync(join(home, table), `${head}\r\ninstroom;beweegt;ongewijzigd-beleid;-4;1;5;1;8;${fingerprint}\r\n`);
}

beforeEach(() => {
  said.length = 0;
});

describe('a table of these files', () => {
  test('goes into the report when it is given, and is offered when it is not', () => {
    write(fingerprintOf(study.files, context));
    expect(givenSensitivity(study, { ...options, gevoeligheid: join(home, table) }, context).tornado).toMatchObject({
      state: 'fits',
      file: 'gevoeligheid-dorp.csv',
      swings: [{ parameter: 'instroom', low: { mean: -4, margin: 1 } }],
    });
    expect(said).toEqual([]);
    expect(givenSensitivity(study, options, context)).toEqual({});
    expect(said.join()).toContain(`met --gevoeligheid ${table} komt zij in het rapport`);
  });

  test('is not shown beside another question', () => {
    write(fingerprintOf(study.files, context));
    const flat: CompareOptions = { ...options, trend: 'vlak', gevoeligheid: join(home, table) };
    expect(givenSensitivity(study, flat, context).tornado?.state).toBe('other');
    expect(said.join()).toContain(`${table} komt niet in het rapport: zij is gemaakt op de gerealiseerde trend`);
  });
});

test('a table of other files is named and not shown, and never offered', () => {
  write('0123456789ab');
  expect(givenSensitivity(study, { ...options, gevoeligheid: join(home, table) }, context).tornado).toEqual({
    state: 'other',
    file: 'gevoeligheid-dorp.csv',
    reason: 'zij is gemaakt met andere scenario’s of een andere invoer',
  });
  expect(said).toHaveLength(1);
  expect(givenSensitivity(study, options, context)).toEqual({});
  expect(said).toHaveLength(1);
});

test('the fingerprint of a file changes with one byte of it', () => {
  const before = fingerprintOf(study.files, context);
  const file = study.files.find((path) => path.endsWith('parameters.csv')) ?? '';
  const copy = join(home, 'kopie.csv');
  writeFileSync(copy, 'a');
  const one = fingerprintOf([file, copy], context);
  writeFileSync(copy, 'b');
  expect(fingerprintOf([file, copy], context)).not.toBe(one);
  expect(fingerprintOf(study.files, context)).toBe(before);
});
