// Every scenario that comes with the program, in whatever folder: its class, its reason, its source, its law, its meetpunt.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Lookup } from '../src/analysis/lookup.js';
import { measured } from '../src/analysis/measured.js';
import { openStudy, unchanged } from '../src/cli/study.js';
import { createMeters } from '../src/measure/meters.js';

const root = join(import.meta.dirname, '..');
/** Numbers to which the law sets a limit. */
const legal = /zoektermijn|beslistermijn|voorschot/;

describe.each(readdirSync(join(root, 'scenarios')))('the shelf of %s', (organisation) => {
  const study = openStudy(organisation, 'shelf', [root]);
  const declared = study.scenarios.filter(({ scenario }) => scenario.id !== unchanged);

  it('says of every scenario its source, its class and why', () => {
    const silent = declared.filter(({ scenario: { source, shelf } }) => {
      return source === '' || (shelf?.evidence ?? null) === null || shelf?.evidenceReason === '';
    });
    expect(declared.length).toBeGreaterThan(0);
    expect(silent.map(({ file }) => file)).toEqual([]);
  });

  it('says what is asked of a board wherever there is something to decide', () => {
    // A shock from outside is not decided upon, and what cannot be calculated (class C) is not laid before anyone.
    const decidable = declared.filter(
      ({ file, scenario: { shelf } }) => shelf?.evidence !== 'C' && !dirname(file).includes('omgeving'),
    );
    expect(decidable.filter(({ scenario }) => scenario.requestedDecision === '').map(({ file }) => file)).toEqual([]);
  });

  it('turns numbers that have a name for readers', () => {
    const { parameters } = study.organisation.parameters;
    expect(parameters.filter(({ label }) => label === '').map(({ name }) => name)).toEqual([]);
  });

  it('names what should move, or why nothing does', () => {
    const silent = declared.filter(({ scenario: { shelf } }) => shelf?.measure === null && shelf.noMeasure === '');
    expect(silent.map(({ file }) => file)).toEqual([]);
    const lookup = new Lookup({
      catalogue: createMeters(study.spec).catalogue,
      scenarios: [],
      draws: 0,
      seed: '',
      values: [],
    });
    const selectors = declared.flatMap(({ scenario: { shelf } }) => shelf?.measure?.selector ?? []);
    expect(selectors.flatMap((selector) => measured(selector, lookup).problem ?? [])).toEqual([]);
  });

  it('says what the law is where a limit of the law is turned', () => {
    const turned = declared.filter(({ scenario: { changes, shelf } }) =>
      [...changes, ...[shelf?.sweep ?? []].flat()].some(({ parameter }) => legal.test(parameter)),
    );
    expect(turned.filter((one) => one.legal === '').map(({ file }) => file)).toEqual([]);
  });
});
