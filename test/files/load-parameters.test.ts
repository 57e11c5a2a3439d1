// parameters.csv and readings: what is read, and every mistake at its cell.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadParameters } from '../../src/files/load-parameters.js';
import { listReadings, loadReadingSet } from '../../src/files/load-readings.js';
import { folderWith, rendered, valueOf } from './support.js';

const head = 'parameter;waarde;laag;hoog;eenheid;status;bron;ingevuld_door;groep;verdeling;alleen_begin;toelichting';
const first =
  'bap.aandeel;19,4%;18,9 %;0,199;aandeel van toekenningen;afgeleid;Startfoto p. 15;redactie;capaciteit;;;275 van 1.420';

function load(...lines: string[]) {
  const folder = folderWith({ 'parameters.csv': lines.join('\r\n') });
  const loaded = loadParameters(join(folder, 'parameters.csv'));
  return { loaded, mistakes: rendered(loaded, folder).map((line) => line.replace('parameters.csv:', '')) };
}

describe('parameters', () => {
  it('are read with value, range, unit, source and place', () => {
    const { loaded } = load(
      head,
      first,
      'bap.termijn;8 maanden;6;12;maanden;aanname;eigen inschatting;;succes;driehoek;ja;',
    );
    const table = valueOf(loaded);
    expect(table.parameters).toEqual([
      {
        name: 'bap.aandeel',
        label: '',
        value: 0.194,
        low: 0.189,
        high: 0.199,
        unit: 'aandeel van toekenningen',
        status: 'afgeleid',
        source: 'Startfoto p. 15',
        filledInBy: 'redactie',
        group: 'capaciteit',
        distribution: 'twee-zijdig',
        startOnly: false,
        note: '275 van 1.420',
      },
      expect.objectContaining({ name: 'bap.termijn', value: 8, distribution: 'driehoek', startOnly: true }),
    ]);
    expect(table.placeOf('bap.termijn')).toMatchObject({ line: 3, column: 1 });
    expect(table.byName.get('bap.aandeel')?.value).toBe(0.194);
  });

  it('may do without the last columns and without a range', () => {
    const { loaded } = load('parameter;waarde;laag;hoog;eenheid;status;bron', 'x;1;;;fte;aanname;b');
    expect(valueOf(loaded).parameters[0]).toMatchObject({
      low: null,
      high: null,
      distribution: 'twee-zijdig',
      startOnly: false,
    });
  });

  it('of a machine, with commas and points, are read too', () => {
    const { loaded } = load('parameter,waarde,laag,hoog,eenheid,status,bron', 'x,1.250,"0,5",2,factor,aanname,b');
    expect(valueOf(loaded).parameters[0]).toMatchObject({ value: 1.25, low: 0.5, high: 2 });
  });

  it('may have a label for readers, which no two share and which is not too long for a line', () => {
    const columns = 'parameter;naam;waarde;laag;hoog;eenheid;status;bron';
    const { loaded } = load(columns, 'bap.fte;bezetting van de BAP;4;;;fte;aanname;b', 'x;;1;;;fte;aanname;b');
    expect(valueOf(loaded).parameters.map(({ label }) => label)).toEqual(['bezetting van de BAP', '']);
    const { mistakes } = load(
      columns,
      'a;Bezetting;1;;;fte;aanname;b',
      'b;bezetting;1;;;fte;aanname;b',
      `c;${'x'.repeat(61)};1;;;fte;aanname;b`,
    );
    expect(mistakes).toEqual([
      "3:3: parameter 'b': de naam 'bezetting' staat ook bij 'a'; geef elk getal een eigen naam.",
      "4:3: parameter 'c': de naam is 61 tekens lang; er passen er 60.",
    ]);
  });

  it('report all mistakes at once, each at its cell', () => {
    const { mistakes } = load(
      head,
      'a;1,2;;;aandeel;aanname;b;;;;;',
      'b;8;9;10;maanden;aanname;b;;;;;',
      'c;8;6;7;maanden;aanname;b;;;;;',
      'd;8;;;maanden;schatting;b;;;;;',
      'e;8;;;maanden;aanname;;;;;;',
      'a;0,5;;;aandeel;aanname;b;;;;;',
      'f;8;;;kilometer;aanname;b;;;;;',
      'g;8 weken;;;maanden;aanname;b;;;;;',
      'h;1.250;;;euro;aanname;b;;;;;',
      'i;acht;;;maanden;aanname;b;;;;;',
      'j;;;;maanden;aanname;b;;;;;',
      'k k;8;6;;maanden;aanname;b;;;driehoekig;;',
      'l;8;;;maanden;aanname;b;;;uniform;misschien;',
      'm;1,2;;;correlatie;aanname;b;;;;;',
    );
    expect(mistakes).toEqual([
      "2:3: parameter 'a': een aandeel ligt tussen 0 en 100 %, gevonden 120 %.",
      "3:5: parameter 'b': laag (9) is hoger dan waarde (8).",
      "4:7: parameter 'c': hoog (7) is lager dan waarde (8).",
      expect.stringMatching(/^5:15: status 'schatting' bestaat niet\. Mogelijk: geregistreerd, /),
      '6:23: bron ontbreekt.',
      "7:1: parameter 'a': staat er twee keer in.",
      expect.stringMatching(/^8:7: eenheid 'kilometer' is onbekend\. Een eenheid begint met aandeel, /),
      "9:3: waarde '8 weken' staat in weken, maar de eenheid is maanden.",
      "10:3: '1.250' kan 1250 of 1,25 betekenen; schrijf 1250 of 1,25.",
      "11:3: waarde 'acht' is geen getal.",
      '12:3: waarde ontbreekt.',
      expect.stringMatching(/^13:1: 'k k' kan geen naam zijn/),
      "13:9: parameter 'k k': laag en hoog horen bij elkaar: vul beide in of geen van beide.",
      expect.stringMatching(/^13:30: verdeling 'driehoekig' bestaat niet\. Bedoelde u 'driehoek'\?/),
      "14:27: een verdeling 'uniform' heeft laag en hoog nodig.",
      expect.stringMatching(/^14:35: alleen_begin 'misschien' bestaat niet\. Mogelijk: nee, ja\.$/),
      "15:3: parameter 'm': een correlatie ligt tussen -1 en 1, gevonden 1,2.",
    ]);
  });
});

describe('readings', () => {
  const parameters = valueOf(load(head, first, 'bap.termijn;8;6;12;maanden;aanname;b;;;;;').loaded).byName;
  const columns = 'lezing;naam;kans;parameter;waarde;laag;hoog;bron';
  const set = (...lines: string[]) => {
    const folder = folderWith({ 'satellieten.csv': [columns, ...lines].join('\n') });
    const loaded = loadReadingSet(join(folder, 'satellieten.csv'), parameters);
    return { loaded, mistakes: rendered(loaded, folder).map((line) => line.replace('satellieten.csv:', '')) };
  };

  it('are one set per file, the first the base, each with its chance and the values it changes', () => {
    const { loaded } = set(
      'S0;zoals gedrukt;65%;;;;;',
      'S1;anders;0,35;bap.aandeel;25%;20%;30%;b',
      'S1;;;bap.termijn;10;;;',
    );
    expect(valueOf(loaded)).toEqual({
      id: 'satellieten',
      readings: [
        { id: 'S0', name: 'zoals gedrukt', probability: 0.65, overlays: [] },
        {
          id: 'S1',
          name: 'anders',
          probability: 0.35,
          overlays: [
            { parameter: 'bap.aandeel', value: 0.25, low: 0.2, high: 0.3 },
            { parameter: 'bap.termijn', value: 10, low: null, high: null },
          ],
        },
      ],
    });
  });

  it('say which values were fitted, and which ijkpunten are theirs alone', () => {
    const folder = folderWith({
      'r.csv':
        'lezing;kans;ijkpunten;parameter;waarde;laag;hoog;status\na;1;een + twee;bap.aandeel;25%;;;gekalibreerd\n',
    });
    const [reading] = valueOf(loadReadingSet(join(folder, 'r.csv'), parameters)).readings;
    expect(reading).toMatchObject({ ijkpunten: ['een', 'twee'], overlays: [{ value: 0.25, fitted: true }] });
  });

  it('report chances that do not add up, unknown names, and values that the parameter does not allow', () => {
    const { mistakes } = set(
      'S0;;0,5;;;;;',
      'S1;;0,4;bap.aandel;25%;;;',
      'S1;;0,1;bap.aandeel;25;;;',
      'S1;;;bap.aandeel;30%;;;',
      'S2;;;bap.termijn;3 weken;4;5;',
    );
    expect(set('S0;;0,5;;;;;', 'S1;;0,4;;;;;').mistakes).toEqual([
      "2:5: de kansen van lezing 'satellieten' tellen op tot 0.9, niet tot 1.",
    ]);
    expect(mistakes).toEqual([
      "3:9: parameter 'bap.aandel' bestaat niet. Bedoelde u 'bap.aandeel'?",
      "4:5: de kans van lezing 'S1' staat al op haar eerste rij.",
      "4:21: parameter 'bap.aandeel': een aandeel ligt tussen 0 en 100 %, gevonden 2.500 %.",
      "5:6: parameter 'bap.aandeel' staat twee keer in lezing 'S1'.",
      '6:5: kans ontbreekt.',
      "6:18: waarde '3 weken' staat in weken, maar de eenheid is maanden.",
    ]);
  });

  it('stand in a folder, by name; without a folder there are none', () => {
    const folder = folderWith({ 'lezingen/b.csv': '', 'lezingen/a.csv': '', 'lezingen/lees.md': '' });
    expect(listReadings(join(folder, 'lezingen'))).toEqual([
      join(folder, 'lezingen', 'a.csv'),
      join(folder, 'lezingen', 'b.csv'),
    ]);
    expect(listReadings(join(folder, 'niets'))).toEqual([]);
  });
});
