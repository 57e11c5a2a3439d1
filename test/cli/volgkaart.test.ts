// The volgkaart from beginning to end: made by a run, filled in by hand, read back by the next, and never written over.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { doorstroom, village } from './doorstroom.js';

const base = 'scenarios/dorp/ongewijzigd-beleid.yaml';
const compare = ['vergelijk', base, '--organisatie', 'dorp', '--doorrekeningen', '6', '--rekenkernen', '1'];

test('a card filled in far above its band contradicts the inflow, and the next run leaves it as it is', async () => {
  const home = village();
  const { out } = await doorstroom(compare, { cwd: home });
  const path = /(\S+)rapport\.html/.exec(out)?.[1]?.concat('volgkaart.csv') ?? '';
  const card = join(home, path);
  const lines = readFileSync(card, 'utf8').split('\r\n');
  // Twice as many applications as the model expects, in every quarter.
  const filled = lines.map((line) => {
    const cells = line.split(';');
    if (cells[1] !== 'aanvragen' || cells[4] !== 'ongewijzigd-beleid') return line;
    return [...cells.slice(0, -1), String(2 * Math.ceil(Number(cells.at(-2)?.replace(',', '.'))))].join(';');
  });
  const quarters = filled.filter((line, index) => line !== lines[index]).length;
  expect(quarters).toBeGreaterThan(3);
  writeFileSync(card, filled.join('\r\n'));

  const told = await doorstroom([...compare, '--volgkaart', path], { cwd: home });
  const said = told.out.replaceAll(/\s+/g, ' ');
  expect(said).toContain(`Aanvragen: ${quarters} van ${quarters} kwartalen buiten de band`);
  expect(said).toContain("Zoek in de groep 'instroom'");

  expect((await doorstroom(compare, { cwd: home })).code).toBe(0);
  expect(readFileSync(card, 'utf8')).toBe(filled.join('\r\n'));
}, 60_000);
