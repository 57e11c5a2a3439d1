// An organisation's folder, its ijkpunten, and the national series.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashInputs } from '../../src/files/inputs.js';
import { loadIjkpunten } from '../../src/files/load-ijkpunten.js';
import { loadOrganisation } from '../../src/files/load-organisation.js';
import { loadTrend } from '../../src/files/load-trend.js';
import { folderWith, rendered, valueOf } from './support.js';

const parts = {
  'werkproces.yaml': 'organisation: dorp\nstations:\n  intake:\n    kind: delay\n    share: 19,4%\n',
  'bevolking.yaml': '# wie\narrivals:\n  regulier:\n    rate: "@x"\n',
  'parameters.csv': 'parameter;waarde;laag;hoog;eenheid;status;bron\nx;1;;;factor;aanname;b\n',
};
const load = (files: Record<string, string>) => {
  const folder = folderWith(files);
  const loaded = loadOrganisation({ id: 'dorp', data: folder });
  return { folder, loaded, mistakes: rendered(loaded, folder) };
};

describe('an organisation', () => {
  it('is one tree of two files, and every path knows in which file it stands', () => {
    const { folder, loaded } = load(parts);
    const organisation = valueOf(loaded);
    expect(organisation.tree).toEqual({
      organisation: 'dorp',
      stations: { intake: { kind: 'delay', share: 0.194 } },
      arrivals: { regulier: { rate: '@x' } },
    });
    expect(organisation.placeOf(['stations', 'intake', 'share'])).toEqual({
      file: join(folder, 'werkproces.yaml'),
      line: 5,
      column: 5,
    });
    expect(organisation.placeOf(['arrivals', 'regulier', 'rate', 'sum', 0])).toEqual({
      file: join(folder, 'bevolking.yaml'),
      line: 4,
      column: 5,
    });
    expect(organisation.placeOf(['pools'])).toEqual({ file: join(folder, 'werkproces.yaml'), line: 1, column: 1 });
    expect(organisation.ijkpunten.ijkpunten).toEqual([]);
    expect(organisation.readings).toEqual([]);
    expect(organisation.files.map((file) => file.slice(folder.length + 1))).toEqual(Object.keys(parts));
  });

  it('includes ijkpunten and readings when they are there', () => {
    const { folder, loaded } = load({
      ...parts,
      'ijkpunten.csv':
        'id;omschrijving;teller;noemer;bewerking;laag;hoog;eenheid;soort;bron\na;A;stroom|x;;som;1;2;aanvragen;volgt;b\n',
      'lezingen/r1.csv': 'lezing;kans;parameter;waarde;laag;hoog\nR0;0,5;;;;\nR1;0,5;x;2;;\n',
    });
    const organisation = valueOf(loaded);
    expect(organisation.ijkpunten.ijkpunten.map(({ id }) => id)).toEqual(['a']);
    expect(organisation.readings.map(({ id }) => id)).toEqual(['r1']);
    expect(organisation.files.map((file) => file.slice(folder.length + 1)).slice(3)).toEqual([
      'ijkpunten.csv',
      'lezingen/r1.csv',
    ]);
  });

  it('reports the mistakes of all its files at once', () => {
    const { mistakes } = load({
      'werkproces.yaml': 'stations:\n  a: 1.250\n',
      'parameters.csv': 'parameter;waarde;laag;hoog;eenheid;status;bron\nx;2;;;aandeel;aanname;b\n',
      'ijkpunten.csv': '',
    });
    expect(mistakes).toEqual(
      [
        "werkproces.yaml:2:3: '1.250' kan 1250 of 1,25 betekenen; schrijf 1250 of 1,25.",
        'bevolking.yaml: het bestand bestaat niet.',
        "parameters.csv:2:3: parameter 'x': een aandeel ligt tussen 0 en 100 %, gevonden 200 %.",
        'ijkpunten.csv: het bestand is leeg.',
      ].sort(),
    );
  });

  it('may not say the same thing in both files, nor be a list', () => {
    expect(load({ ...parts, 'bevolking.yaml': 'arrivals: {}\nstations: {}\n' }).mistakes).toEqual([
      "bevolking.yaml:2:1: 'stations' staat ook al in werkproces.yaml.",
    ]);
    expect(load({ ...parts, 'bevolking.yaml': '- a\n' }).mistakes).toEqual([
      'bevolking.yaml:1:1: hier horen velden te staan, zoals stations: …',
    ]);
  });

  it('has a fingerprint for each file', () => {
    const folder = folderWith({ 'b.csv': 'abc', 'a/x.csv': '' });
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(hashInputs([join(folder, 'b.csv'), join(folder, 'a', 'x.csv')], folder)).toEqual({
      'a/x.csv': hash(''),
      'b.csv': hash('abc'),
    });
  });
});

describe('ijkpunten', () => {
  const header = 'id;omschrijving;teller;noemer;bewerking;laag;hoog;eenheid;soort;bron;toelichting';
  const ijkpunten = (...lines: string[]) => {
    const folder = folderWith({ 'ijkpunten.csv': [header, ...lines].join('\n') });
    const loaded = loadIjkpunten(join(folder, 'ijkpunten.csv'));
    return { loaded, mistakes: rendered(loaded, folder).map((line) => line.replace('ijkpunten.csv:', '')) };
  };

  it('are read with their band, percentages as fractions', () => {
    const table = valueOf(
      ijkpunten('werk;Aandeel werk;uitstroom|werk;uitstroom;verhouding;38%;48%;aandeel;volgt;Divosa;t').loaded,
    );
    expect(table.ijkpunten).toEqual([
      {
        id: 'werk',
        description: 'Aandeel werk',
        numerator: 'uitstroom|werk',
        denominator: 'uitstroom',
        operation: 'verhouding',
        low: 0.38,
        high: 0.48,
        unit: 'aandeel',
        kind: 'volgt',
        source: 'Divosa',
        note: 't',
      },
    ]);
    expect(table.placeOf('werk', 'teller')).toMatchObject({ line: 2, column: 19 });
  });

  it('report every mistake', () => {
    const { mistakes } = ijkpunten(
      'a;A;x;;som;3;2;aanvragen;volgd;b;',
      'a;A;x;;verhouding;1;2;aanvragen;volgt;b;',
      'c;C;;y;som;1;8.050;aanvragen;volgt;;',
    );
    expect(mistakes).toEqual([
      "2:12: laag '3' is hoger dan hoog '2'.",
      "2:26: soort 'volgd' bestaat niet. Bedoelde u 'volgt'? Mogelijk: ingevoerd, volgt.",
      "3:1: ijkpunt 'a' staat er twee keer.",
      '3:7: een verhouding heeft een noemer nodig.',
      '4:5: teller ontbreekt.',
      "4:6: bij 'som' hoort geen noemer.",
      "4:14: '8.050' kan 8050 of 8,05 betekenen; schrijf 8050 of 8,05.",
      '4:36: bron ontbreekt.',
    ]);
  });
});

describe('the national series', () => {
  const trend = (...lines: string[]) => {
    const folder = folderWith({ 'trend.csv': ['kwartaal;stand;instroom;uitstroom;bron', ...lines].join('\n') });
    const loaded = loadTrend(join(folder, 'trend.csv'));
    return { loaded, mistakes: rendered(loaded, folder).map((line) => line.replace('trend.csv:', '')) };
  };
  const year2019 = [1, 2, 3, 4].map((quarter) => `2019-${quarter};43000${quarter};200;300;CBS`);

  it('is quarters in order, with null where the source has no figure', () => {
    const series = valueOf(trend('2018-4;432000;;;CBS afgerond', ...year2019, '2020-K1;421300;29240;20580;CBS').loaded);
    expect(series.quarters).toHaveLength(6);
    expect(series.quarters[0]).toEqual({ year: 2018, quarter: 4, stock: 432000, inflow: null, outflow: null });
    expect(series.quarters[5]).toEqual({ year: 2020, quarter: 1, stock: 421300, inflow: 29240, outflow: 20580 });
    expect(series.sources).toEqual(['CBS afgerond', 'CBS']);
  });

  it('needs 2019 and the stock before it', () => {
    expect(trend(...year2019).mistakes).toEqual([
      expect.stringMatching(/^1:1: de reeks heeft de stand van 2018-4 nodig/),
    ]);
    expect(trend('2018-4;432000;;;CBS', '2019-1;1;;2;CBS').mistakes).toHaveLength(1);
  });

  it('reports gaps, repetitions, what Excel made of a quarter, and figures that cannot be', () => {
    const { mistakes } = trend(
      '2018-4;432000;;;CBS',
      '2019-2;1;;;CBS',
      '2019-2;1;;;CBS',
      'jan-19;1;;;CBS',
      '2019-3;0;-4;x;',
    );
    expect(mistakes).toEqual([
      '3:1: na 2018-4 hoort 2019-1, niet 2019-2.',
      '4:1: na 2019-2 hoort 2019-3, niet 2019-2.',
      expect.stringMatching(/^5:1: 'jan-19' is geen kwartaal.*2019-K1/),
      "6:8: stand moet groter dan 0 zijn, gevonden '0'.",
      "6:10: instroom moet groter dan 0 zijn, gevonden '-4'.",
      "6:13: uitstroom 'x' is geen getal.",
      '6:15: bron ontbreekt.',
    ]);
  });
});

describe('attributes and groups', () => {
  it('may stand in both files: what a station sees in one, what a client is in the other', () => {
    const { folder, loaded } = load({
      ...parts,
      'werkproces.yaml': `${parts['werkproces.yaml']}attributes:\n  oordeel:\n    kind: observation\n`,
      'bevolking.yaml': `${parts['bevolking.yaml']}attributes:\n  leeftijd:\n    kind: age\n`,
    });
    const organisation = valueOf(loaded);
    expect(organisation.tree['attributes']).toEqual({ oordeel: { kind: 'observation' }, leeftijd: { kind: 'age' } });
    const at = (id: string) => organisation.placeOf(['attributes', id, 'kind']);
    expect(at('oordeel')).toEqual({ file: join(folder, 'werkproces.yaml'), line: 8, column: 5 });
    expect(at('leeftijd')).toEqual({ file: join(folder, 'bevolking.yaml'), line: 7, column: 5 });
  });

  it('may not be declared twice', () => {
    const attribute = 'attributes:\n  leeftijd:\n    kind: age\n';
    const { mistakes } = load({
      ...parts,
      'werkproces.yaml': parts['werkproces.yaml'] + attribute,
      'bevolking.yaml': parts['bevolking.yaml'] + attribute,
    });
    expect(mistakes).toEqual(["bevolking.yaml:6:3: 'attributes.leeftijd' staat ook al in werkproces.yaml."]);
  });
});
