// All meters together: one catalogue for one structure, no meter that touches the run or another meter, and books that balance.
import { expect, test } from 'vitest';
import { simulateChain } from '../../src/chain/simulate-chain.js';
import { bandNames } from '../../src/measure/bands.js';
import { createMeters, describeMeasures } from '../../src/measure/meters.js';
import { measureKinds } from '../../src/measure/registry.js';
import { createStreams } from '../../src/random/streams.js';
import { population } from './population.js';
import { parse, run } from './support.js';

const months = ['2018', '2019', '2020'].flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
);
const years = ['2019-01..2019-12', '2020-01..2020-12'];

test('the catalogue depends on the structure of a chain and not on its numbers', () => {
  const { catalogue } = createMeters(parse(population()));
  expect(createMeters(parse(population(1.7))).catalogue).toEqual(catalogue);
});

test('no two series of a catalogue are the same, and every measure is described', () => {
  const { catalogue } = createMeters(parse(population()));
  const names = catalogue.map((series) => JSON.stringify(series));
  expect(new Set(names).size).toBe(names.length);
  const described = new Map(describeMeasures().map(({ id, unit }) => [id, unit.split(', ')]));
  for (const { measure, unit } of catalogue) expect(described.get(measure)).toContain(unit);
});

test('a measure has the same values alone as among all others, so no meter changes the run', () => {
  const spec = parse(population());
  const all = createMeters(spec);
  simulateChain(spec, createStreams('meters', 0), all.prepare);
  const values = all.values();
  let at = 0;
  for (const kind of measureKinds) {
    const alone = createMeters(spec, { kinds: [kind] });
    simulateChain(spec, createStreams('meters', 0), alone.prepare);
    const size = alone.catalogue.length;
    expect(alone.catalogue).toEqual(all.catalogue.slice(at, at + size));
    expect(alone.values()).toEqual(values.slice(at, at + size));
    at += size;
  }
  expect(at).toBe(values.length);
});

test('what is not counted is NaN in its place, and what is counted is the same to the bit', () => {
  const spec = parse(population());
  const all = createMeters(spec);
  simulateChain(spec, createStreams('meters', 0), all.prepare);
  const some = createMeters(spec, { only: ['volume', 'uitstroom'] });
  simulateChain(spec, createStreams('meters', 0), some.prepare);
  expect(some.catalogue).toEqual(all.catalogue);
  const [whole, part] = [all.values(), some.values()];
  const isCounted = ({ measure }: { measure: string }): boolean => ['volume', 'uitstroom'].includes(measure);
  const expected = whole.map((value, index) => (isCounted(all.catalogue[index]!) ? value : NaN));
  expect(part).toEqual(expected);
  expect(part.some((value) => value > 0)).toBe(true);
});

test('meters can be used for one run after another', () => {
  const spec = parse(population());
  const meters = createMeters(spec);
  const once = (seed: string): Float64Array => {
    simulateChain(spec, createStreams(seed, 0), meters.prepare);
    return meters.values();
  };
  const first = once('a');
  once('b');
  expect(once('a')).toEqual(first);
});

test('the volume of the next month is this one, plus its inflow, minus its exits', () => {
  const read = run(population());
  for (const [index, month] of months.entries()) {
    const next = months[index + 1] ?? '2021-01';
    const inflow = read(`instroom|||uitkeringen@${month}`);
    const outflow = read(`uitstroom|||uitkeringen@${month}`);
    expect(read(`volume|||uitkeringen@${next}`)).toBe(read(`volume|||uitkeringen@${month}`) + inflow - outflow);
  }
});

test('the bands add up to the volume in every month', () => {
  const read = run(population());
  for (const month of [...months, '2021-01']) {
    const sum = bandNames.reduce((total, band) => total + read(`volume||${band}|uitkeringen@${month}`), 0);
    expect(sum).toBe(read(`volume|||uitkeringen@${month}`));
  }
});

test('months of exposure in a year lie around twelve times its mean volume', () => {
  const read = run(population());
  for (const year of years) {
    const exposed = bandNames.reduce((sum, band) => sum + read(`blootstelling||${band}|maanden@${year}`), 0);
    const stands = months.filter((month) => month.startsWith(year.slice(0, 4)));
    const standing = stands.reduce((sum, month) => sum + read(`volume|||uitkeringen@${month}`), 0);
    // Twelve samples of a level that moves by a few a month.
    expect(exposed / standing).toBeGreaterThan(0.97);
    expect(exposed / standing).toBeLessThan(1.03);
  }
});

test('what enters a station leaves it by an arrow, by the end of a spell, or is still there', () => {
  const spec = parse({ ...population(), run: { ...population().run, measureFrom: '2018-01-01' } });
  const meters = createMeters(spec);
  let inside = 0;
  simulateChain(spec, createStreams('balans', 0), (chain) => {
    const observer = meters.prepare(chain);
    return {
      ...observer,
      entered: (visit, station, now) => {
        observer.entered?.(visit, station, now);
        if (station.id === 'bestand') inside += 1;
      },
      left: (visit, station, to, now) => {
        observer.left?.(visit, station, to, now);
        if (station.id === 'bestand') inside -= 1;
      },
      withdrawn: (visit, station, reason, now) => {
        observer.withdrawn?.(visit, station, reason, now);
        if (station.id === 'bestand') inside -= 1;
      },
    };
  });
  const values = meters.values();
  const sum = (ends: (place: string) => boolean): number =>
    meters.catalogue.reduce((total, { measure, place, unit }, index) => {
      const counts = measure === 'stroom' && unit === 'aanvragen' && place !== null && ends(place);
      return counts ? total + values[index]! : total;
    }, 0);
  const into = sum((place) => place.endsWith('>bestand'));
  const out = sum((place) => place.startsWith('bestand>'));
  const [stock, lost] = [150, values[meters.catalogue.findIndex(({ place }) => place === 'traject>wijkteam')]];
  expect(lost).toBeDefined();
  // A cold handover counts when it starts: whoever leaves bijstand on the way never arrives.
  expect(stock + into - out).toBeGreaterThanOrEqual(inside);
  expect(stock + into - out).toBeLessThan(inside + 10);
});

test('applications are granted, end before the decision, or are still open', () => {
  const read = run(population());
  const sum = (measure: string, unit: string): number =>
    months.reduce((total, month) => total + read(`${measure}|||${unit}@${month}`), 0);
  const open = sum('aanvragen', 'aanvragen') - sum('instroom', 'uitkeringen') - sum('voorkomen', 'aanvragen');
  // At most the applications of the last 60 days, about 25 of 150 a year.
  expect(open).toBeGreaterThanOrEqual(0);
  expect(open).toBeLessThan(45);
});

test('whoever applies again counts as herinstroom and not as her first source', () => {
  const read = run(population());
  const returned = months.reduce((total, month) => total + read(`aanvragen||herinstroom|aanvragen@${month}`), 0);
  expect(returned).toBeGreaterThan(20);
  for (const month of months) {
    const parts = ['jong', 'regulier', 'herinstroom'].map((source) => read(`aanvragen||${source}|aanvragen@${month}`));
    expect(parts.reduce((a, b) => a + b)).toBe(read(`aanvragen|||aanvragen@${month}`));
  }
});

test('values before a run are an error of ours', () => {
  expect(() => createMeters(parse(population())).values()).toThrow('have not seen a run');
});
