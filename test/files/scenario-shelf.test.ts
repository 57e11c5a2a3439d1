// The shelf: class, lever, meetpunt, omslag and pilot of a scenario, in YAML and in CSV, in folders.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scenarioFiles } from '../../src/files/folders.js';
import { loadScenarios } from '../../src/files/load-scenarios.js';
import { parameterOf, tableOf } from '../scenario/parameter-of.js';
import { folderWith, rendered, valueOf } from './support.js';

const context = {
  organisation: 'dorp',
  start: '2018-10-01',
  parameters: tableOf(
    parameterOf({ name: 'bap.aandeel', value: 0.2, unit: 'aandeel van toekenningen' }),
    parameterOf({ name: 'bap.fte', value: 4, unit: 'fte' }),
    parameterOf({ name: 'nazorg', value: 1, unit: 'factor' }),
  ),
};

function load(files: Record<string, string>, names = Object.keys(files)) {
  const folder = folderWith(files);
  const paths = names.map((name) => join(folder, name));
  return { folder, loaded: loadScenarios(paths, { ...context, library: scenarioFiles(folder) }) };
}

function mistakes(lines: string): string[] {
  const { loaded, folder } = load({ 'a.yaml': `naam: x\n${lines}` });
  return rendered(loaded, folder).map((line) => line.replace('a.yaml:', ''));
}

const sweep = `omslag:
  parameter: nazorg
  van: 1
  tot: 0
  vanaf: 2018-10-11
  zin: 'de herinstroom met {x} verlagen'
`;

describe('a scenario of the shelf', () => {
  it('of class B carries its range, its goal and its sentence; the same in a CSV', () => {
    const yaml = `naam: Nazorg\nklasse: B\nklasse_reden: geen studie\nhefboom: [L4, L31]\n${sweep}wijzigingen: []\n`;
    const csv = [
      'scenario;parameter;bewerking;waarde;klasse;klasse_reden;hefboom;omslag_parameter;omslag_van;omslag_tot;omslag_vanaf;omslag_zin',
      'Nazorg;;;;B;geen studie;L4, L31;nazorg;1;0;11-10-2018;de herinstroom met {x} verlagen',
    ].join('\r\n');
    for (const files of [{ 'nazorg.yaml': yaml }, { 'set.csv': csv }]) {
      const [one] = valueOf(load(files as Record<string, string>).loaded).chosen;
      expect(one?.scenario.id).toBe('nazorg');
      expect(one?.scenario.shelf).toEqual({
        evidence: 'B',
        evidenceReason: 'geen studie',
        levers: ['L4', 'L31'],
        measure: null,
        noMeasure: '',
        pilot: null,
        // 1 to 11 October is ten days; 100 persons is what nobody needs to write.
        sweep: {
          parameter: 'nazorg',
          operation: 'multiply',
          from: 1,
          to: 0,
          day: 10,
          goalPersons: 100,
          sentence: 'de herinstroom met {x} verlagen',
          telling: 'procent',
        },
      });
    }
  });

  it('may be a pilot with a question, an end and a stop rule', () => {
    const pilot = `pilot:
  station: bap
  vraag: werkt het?
  begin: 2019-01-01
  einde: 31-12-2019
  norm: meer dan de helft
  stopregel:
    na: 1 jaar
    netto_onder: 5%
`;
    const [one] = valueOf(load({ 'a.yaml': `naam: x\n${pilot}wijzigingen: []\n` }).loaded).chosen;
    expect(one?.scenario.shelf?.pilot).toEqual({
      station: 'bap',
      question: 'werkt het?',
      begin: '2019-01-01',
      end: '2019-12-31',
      norm: 'meer dan de helft',
      stopRule: { afterMonths: 12, netBelow: 0.05 },
    });
  });

  it('may stand in a folder and build on one in another', () => {
    const files = {
      'basis.yaml': 'naam: B\nwijzigingen: []\n',
      '1-poort/a.yaml': 'naam: A\nbouwt_voort_op: diep\nwijzigingen: []\n',
      '2-werk/dieper/diep.yaml': 'naam: D\nbouwt_voort_op: basis\nwijzigingen: []\n',
      '_los/weg.yaml': 'geen scenario\n',
    };
    const { folder, loaded } = load(files, ['1-poort/a.yaml']);
    expect(valueOf(loaded).all.map(({ id }) => id)).toEqual(['a', 'diep', 'basis']);
    expect(scenarioFiles(folder).map((file) => file.slice(folder.length + 1))).toEqual([
      'basis.yaml',
      '1-poort/a.yaml',
      '2-werk/dieper/diep.yaml',
    ]);
  });
});

describe('mistakes on the shelf', () => {
  it.each([
    ['klasse: D\nwijzigingen: []', ["2:1: klasse 'D' bestaat niet. Mogelijk: A, B, C."]],
    ['klasse: A\nwijzigingen: []', ['2:1: bij klasse A hoort klasse_reden: welk onderzoek het effect laat zien.']],
    [
      'klasse: B\nklasse_reden: r\nwijzigingen: []',
      ['2:1: bij klasse B hoort een omslag: welk getal hoe ver moet veranderen.'],
    ],
    [
      'klasse: C\nklasse_reden: r\nwijzigingen:\n  - parameter: bap.fte\n    plus: 1',
      ['2:1: wat niet te berekenen is (klasse C), heeft geen wijzigingen; schrijf wijzigingen: [].'],
    ],
    [`${sweep}wijzigingen: []`, ['2:1: een omslag hoort bij klasse B: daar is het effect niet bekend.']],
    [
      'meetpunt: volume\ngeen_meetpunt: r\nwijzigingen: []',
      [
        '2:1: bij meetpunt hoort richting: omlaag, omhoog, onbekend.',
        '3:1: kies een van beide: meetpunt of geen_meetpunt.',
      ],
    ],
    [
      'meetpunt: volume\nrichting: omlag\nwijzigingen: []',
      ["3:1: richting 'omlag' bestaat niet. Bedoelde u 'omlaag'? Mogelijk: omlaag, omhoog, onbekend."],
    ],
    ['klase: A\nwijzigingen: []', ["2:1: veld 'klase' is onbekend. Bedoelde u 'klasse'?"]],
  ])('%s', (lines, wanted) => {
    expect(mistakes(lines)).toEqual(wanted);
  });

  it('in an omslag stand at the word that is wrong, all at once', () => {
    const head = 'klasse: B\nklasse_reden: r\nomslag:\n';
    const inner = (lines: string) => mistakes(`${head}${lines}\nwijzigingen: []`);
    expect(inner('  parameter: nazor\n  van: 1\n  tot: 0\n  zin: met {x}')).toEqual([
      "5:3: parameter 'nazor' bestaat niet in dorp. Bedoelde u 'nazorg'?",
    ]);
    expect(
      inner('  parameter: bap.aandeel\n  bewerking: wordt\n  van: 20%\n  tot: 120%\n  doel_personen: 0\n  zin: meer'),
    ).toEqual([
      "8:3: parameter 'bap.aandeel': een aandeel ligt tussen 0 en 100 %, gevonden 120 %. Schrijf 40 % als 40% of 0,40.",
      '9:3: doel_personen is een aantal boven 0.',
      '10:3: zin heeft {x} nodig op de plaats van het getal.',
    ]);
    expect(inner('  parameter: nazorg\n  vn: 1\n  tott: 1\n  zin: met {x}')).toEqual([
      "6:3: veld 'vn' is onbekend. Bedoelde u 'van'?",
      "7:3: veld 'tott' is onbekend. Bedoelde u 'tot'?",
    ]);
    expect(inner('  parameter: nazorg\n  van: 1\n  tot: 1\n  zin: met {x}')).toEqual(['7:3: van en tot zijn gelijk.']);
  });

  it('in a pilot: what is missing, dates that cross, a stop rule in days', () => {
    const pilot = 'pilot:\n  station: bap\n  begin: 2019-07-01\n  einde: 2019-01-01\n  stopregel: { na: 30 dagen }\n';
    expect(mistakes(`${pilot}wijzigingen: []`)).toEqual([
      '2:1: vraag ontbreekt.',
      '5:3: einde ligt voor begin.',
      '6:3: netto_onder ontbreekt.',
      "6:16: na telt in maanden of jaren, gevonden '30 dagen'.",
    ]);
  });

  it('in a CSV: what belongs on the first row of a scenario', () => {
    const csv = 'scenario;parameter;bewerking;waarde;bron\nA;bap.fte;plus;1;x\nA;bap.fte;plus;1;y\n';
    const { folder, loaded } = load({ 's.csv': csv });
    expect(rendered(loaded, folder)).toEqual(['s.csv:3:18: bron hoort op de eerste rij van het scenario.']);
  });
});
