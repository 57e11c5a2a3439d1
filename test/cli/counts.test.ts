// kalibreer with monthly counts, readings and figures of its own making, on the small organisation.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { doorstroom, village } from './doorstroom.js';

const ijking = [
  'soort;naam;doel;gewicht;stap',
  'parameter;instroom;;;10',
  'niveau;instroom;;;15',
  'niveau;risico.werk;;;0,003',
  'niveau;voorraad;;;15',
  'ijkpunt;aanvragen;;;',
].join('\n');
const readings = [
  'lezing;kans;parameter;waarde;laag;hoog;status',
  'gewoon;50 %;;;;;',
  'meer;50 %;instroom;270;250;290;gekalibreerd',
].join('\n');
const few = ['--doorrekeningen', '3', '--hellingen', '2', '--rondes', '1', '--rekenkernen', '1'];

test('counts that the model made are fitted on the first part and scored on the rest, month by month', async () => {
  const home = village({ 'data/dorp/ijking.csv': ijking });
  const said = await doorstroom(['kalibreer', 'dorp', '--hersteltoets', '--terugtoets', '--naar', 'uit.csv', ...few], {
    cwd: home,
  });
  expect(said.code).toBe(0);
  expect(said.out).toContain('afgesteld op 24 maanden (2019-07 tot en met 2021-06)');
  expect(said.out).toContain('landelijke trend');
  const [head = '', ...rows] = readFileSync(join(home, 'uit.csv'), 'utf8').trimEnd().split('\r\n');
  expect(head).toBe('\uFEFFreeks;maand;telling;model;p10;p90;laatste_waarde;landelijke_trend;fout_model');
  // Three series over the two years from July 2021.
  expect(rows).toHaveLength(3 * 24);
  expect(rows[0]).toMatch(/^volume;2021-07;/);
});

test('a reading is fitted from its own value, and its set written whole; an unknown reading is refused with the way out', async () => {
  const home = village({ 'data/dorp/ijking.csv': ijking, 'data/dorp/lezingen/R.csv': readings });
  const said = await doorstroom(['kalibreer', 'dorp', '--alle-lezingen', '--naar', 'nieuw', ...few], { cwd: home });
  expect(said.code).toBe(0);
  const [, base, more = ''] = readFileSync(join(home, 'nieuw', 'R.csv'), 'utf8').split('\r\n');
  expect(base).toBe('gewoon;50 %;;;;;');
  const [value, low, high] = more
    .split(';')
    .slice(3, 6)
    .map((text) => Number(text.replace(',', '.')));
  // The range keeps its width: 20 on either side.
  expect((high ?? 0) - (value ?? 0)).toBeCloseTo(20, 0);
  expect((value ?? 0) - (low ?? 0)).toBeCloseTo(20, 0);
  expect(existsSync(join(home, 'nieuw', '_R-meer.csv'))).toBe(true);

  const wrong = await doorstroom(['valideer', 'dorp', '--lezing', 'R=mer'], { cwd: home });
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain("lezing 'mer' bestaat niet. Bedoelde u 'meer'? Er zijn: gewoon, meer.");
});

test('counts without rows that say what may move, or without a file, are refused', async () => {
  const home = village({ 'data/dorp/ijking.csv': ijking });
  const none = await doorstroom(['kalibreer', 'dorp', '--terugtoets'], { cwd: home });
  expect(none.code).toBe(2);
  expect(none.err).toContain('Er is geen data/dorp/tellingen.csv.');
});
