// A case client in YAML: read whole, or with every mistake at its place.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findClient, listClients, loadClient } from '../../src/files/load-client.js';
import { folderWith, rendered, valueOf } from './support.js';

const piet = `naam: Piet
omschrijving: iemand
bron: een verhaal, p. 3
kenmerken:
  leeftijd: { waarde: 31, bron: p. 3 }
  beperking:
    waarde: true
    bron: p. 4
organisaties:
  dorp:
    begint: donderdag
    bron: p. 5
    pins:
      - { station: intake, naar: poort, bron: p. 6 }
    open: { na: training, bron: p. 7 }
`;

describe('a case client', () => {
  it('is read with its values as they are', () => {
    const folder = folderWith({ 'piet.yaml': piet });
    const { client } = valueOf(loadClient(join(folder, 'piet.yaml')));
    expect(client.kenmerken).toEqual({
      leeftijd: { waarde: 31, bron: 'p. 3' },
      beperking: { waarde: true, bron: 'p. 4' },
    });
    expect(client.organisaties['dorp']).toMatchObject({ begint: 'donderdag', open: { na: 'training' } });
  });

  it('comes with all its mistakes at once, each with line and column and what is allowed', () => {
    const wrong = piet
      .replace('begint: donderdag', 'begint: zaterdag')
      .replace('naar: poort', 'dag: 6')
      .replace('omschrijving: iemand\n', '')
      .replace('waarde: true', 'waarde: [1]')
      .replace('open: {', 'open_na: {');
    const folder = folderWith({ 'piet.yaml': wrong });
    expect(rendered(loadClient(join(folder, 'piet.yaml'))).map((text) => text.replace(/^.*piet/, 'piet'))).toEqual([
      "piet.yaml:1:1: 'omschrijving' ontbreekt; verwacht een tekst.",
      'piet.yaml:6:5: verwacht een getal, true of false of een tekst, gevonden een lijst.',
      "piet.yaml:10:5: verwacht maandag, dinsdag, woensdag, donderdag of vrijdag, gevonden 'zaterdag'.",
      'piet.yaml:13:9: hier hoort `naar` (waarheen) of `ziet` (wat men ziet), of beide.',
      "piet.yaml:13:28: 'dag' is hier onbekend. Bekend: station, naar, ziet of bron.",
      "piet.yaml:14:5: 'open_na' is hier onbekend. Bekend: begint, via, bron, kenmerken, pins of open.",
    ]);
  });

  it('that settles nothing at a station is asked for what it settles', () => {
    const folder = folderWith({ 'piet.yaml': piet.replace('naar: poort, ', '') });
    expect(rendered(loadClient(join(folder, 'piet.yaml')))[0]).toMatch(/:14:9: hier hoort `naar`/);
  });

  it('is found by name in data/clienten, or by its path', () => {
    const root = folderWith({ 'los.yaml': piet });
    mkdirSync(join(root, 'data', 'clienten'), { recursive: true });
    writeFileSync(join(root, 'data', 'clienten', 'piet.yaml'), piet);
    expect(listClients([root])).toEqual(['piet']);
    expect(valueOf(findClient('piet', [root]))).toBe(join(root, 'data', 'clienten', 'piet.yaml'));
    expect(valueOf(findClient(join(root, 'los.yaml'), [root]))).toBe(join(root, 'los.yaml'));
    expect(rendered(findClient('peit', [root]))[0]).toContain(
      "cliënt 'peit' bestaat niet. Bedoelde u 'piet'? Er zijn: piet.",
    );
  });
});
