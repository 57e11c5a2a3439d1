// Scenarios: YAML and CSV give the same, and mistakes point at the word that is wrong.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadScenarios } from '../../src/files/load-scenarios.js';
import type { Parameter } from '../../src/scenario/parameter.js';
import { folderWith, rendered, valueOf } from './support.js';

function parameter(name: string, value: number, unit: string, startOnly = false): [string, Parameter] {
  const rest = {
    label: '',
    low: null,
    high: null,
    status: 'aanname',
    source: 'b',
    filledInBy: '',
    group: '',
    distribution: 'vast',
    note: '',
  } as const;
  return [name, { name, value, unit, startOnly, ...rest }];
}

const context = {
  organisation: 'dorp',
  start: '2018-10-01',
  parameters: new Map([
    parameter('bap.aandeel', 0.194, 'aandeel van toekenningen'),
    parameter('bap.fte', 4, 'fte'),
    parameter('bestand.start', 8000, 'uitkeringen', true),
  ]),
};

function load(files: Record<string, string>, names = Object.keys(files)) {
  const folder = folderWith(files);
  const loaded = loadScenarios(
    names.map((name) => join(folder, name)),
    context,
  );
  return { loaded, mistakes: rendered(loaded, folder), folder };
}

const bap = `naam: BAP verbreden
toelichting: Meer inwoners direct naar de BAP.
bron: rekenvoorbeeld
organisatie: dorp
gevraagd_besluit: instemmen
juridisch: mag
klasse: A
klasse_reden: Een proef met loting.
hefboom: L4, L31
meetpunt: wachttijd|diagnose|gemiddelde
richting: omlaag
auteur: W&I
wijzigingen:
  - parameter: bap.aandeel
    wordt: 40%
    vanaf: 2019-07-01
    ingroei: 6 maanden
  - parameter: bap.fte
    plus: 4 fte
    vanaf: 1-7-2019
    tot_en_met: 31-12-2019
  - parameter: bap.fte
    maal: 110%
`;

// 2018-10-01 to 2019-07-01 is 31+30+31+31+28+31+30+31+30 = 273 days; to 2019-12-31 another 183; half a year from 1 July is 184.
const changes = [
  { parameter: 'bap.aandeel', operation: 'set', value: 0.4, from: 273, through: null, ramp: 184 },
  { parameter: 'bap.fte', operation: 'add', value: 4, from: 273, through: 456, ramp: 0 },
  { parameter: 'bap.fte', operation: 'multiply', value: 1.1, from: null, through: null, ramp: 0 },
];

describe('a scenario', () => {
  it('in YAML is its words and its changes, in days since the start', () => {
    const { chosen, files } = valueOf(load({ 'bap.yaml': bap }).loaded);
    expect(chosen[0]).toMatchObject({ legal: 'mag', sort: 'A', author: 'W&I' });
    expect(chosen[0]?.scenario).toEqual({
      id: 'bap',
      name: 'BAP verbreden',
      explanation: 'Meer inwoners direct naar de BAP.',
      source: 'rekenvoorbeeld',
      organisation: 'dorp',
      requestedDecision: 'instemmen',
      buildsOn: null,
      changes,
      shelf: {
        evidence: 'A',
        evidenceReason: 'Een proef met loting.',
        levers: ['L4', 'L31'],
        measure: { selector: 'wachttijd|diagnose|gemiddelde', direction: 'omlaag' },
        noMeasure: '',
        sweep: null,
        pilot: null,
      },
    });
    expect(files).toHaveLength(1);
  });

  it('in CSV is the same changes, several scenarios in one file', () => {
    const csv = [
      'scenario;parameter;bewerking;waarde;vanaf;ingroei;tot_en_met',
      'BAP naar 40 %;bap.aandeel;wordt;40%;1-7-2019;6 maanden;',
      'Niets doen;;;;;;',
      'BAP naar 40 %;bap.fte;plus;4;2019-07-01;;31-12-2019',
      'BAP naar 40 %;bap.fte;maal;1,1;;;',
    ].join('\r\n');
    const { chosen } = valueOf(load({ 'set.csv': csv }).loaded);
    expect(chosen.map(({ scenario }) => [scenario.id, scenario.name])).toEqual([
      ['bap-naar-40', 'BAP naar 40 %'],
      ['niets-doen', 'Niets doen'],
    ]);
    expect(chosen.map(({ scenario }) => scenario.changes)).toEqual([changes, []]);
  });

  it('without changes is an empty list', () => {
    const { chosen } = valueOf(load({ 'basis.yaml': 'naam: Ongewijzigd beleid\nwijzigingen: []\n' }).loaded);
    expect(chosen[0]?.scenario).toMatchObject({
      id: 'basis',
      organisation: 'dorp',
      changes: [],
      requestedDecision: null,
    });
  });

  it('brings along what it builds on from the same folder, however deep', () => {
    const one = (name: string, on: string) =>
      `naam: ${name}\n${on === '' ? '' : `bouwt_voort_op: ${on}\n`}wijzigingen: []\n`;
    const { loaded } = load(
      { 'c.yaml': one('C', 'b'), 'b.yml': one('B', 'a'), 'a.yaml': one('A', ''), 'los.yaml': one('L', '') },
      ['c.yaml'],
    );
    const { chosen, all, files } = valueOf(loaded);
    expect(chosen.map(({ scenario }) => scenario.id)).toEqual(['c']);
    expect(all.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(files).toHaveLength(3);
  });
});

describe('mistakes in scenarios', () => {
  it('are reported all at once, over all files, with a way out', () => {
    const { mistakes } = load({
      'a.yaml': `naam: A
organisatie: dorp
wijzigingen:
  - parameter: bap.aandel
    wordt: 40%
  - parameter: bap.aandeel
    wordt: 40
  - parameter: bap.fte
    plus: 4 maanden
    vanaf: 31-2-2019
  - parameter: bap.fte
    maal: 1.250
    ingroei: een half jaar
  - parameter: bestand.start
    wordt: 9000
    vanaf: 2019-07-01
  - parameter: bap.fte
    plus: 1
    vanaf: 2019-07-01
    tot_en_met: 2019-06-30
`,
      'b.yaml': `titel: B
organisatie: stad
bouwt_voort_op: aa
wijzigngen: []
`,
    });
    expect(mistakes).toEqual([
      "a.yaml:4:5: parameter 'bap.aandel' bestaat niet in dorp. Bedoelde u 'bap.aandeel'?",
      "a.yaml:7:5: parameter 'bap.aandeel': een aandeel ligt tussen 0 en 100 %, gevonden 4.000 %. Schrijf 40 % als 40% of 0,40.",
      "a.yaml:9:5: waarde '4 maanden' staat in maanden, maar de eenheid is fte.",
      "a.yaml:10:5: '31-2-2019' bestaat niet: februari 2019 heeft 28 dagen.",
      "a.yaml:12:5: '1.250' kan 1250 of 1,25 betekenen; schrijf 1250 of 1,25.",
      expect.stringMatching(/^a\.yaml:13:5: 'een half jaar' is geen duur/),
      expect.stringMatching(/^a\.yaml:16:5: parameter 'bestand\.start' wordt alleen bij het begin gelezen/),
      'a.yaml:20:5: tot_en_met ligt voor vanaf.',
      'b.yaml:1:1: naam ontbreekt.',
      expect.stringMatching(/^b\.yaml:1:1: veld 'titel' is onbekend\. Mogelijk: naam, /),
      "b.yaml:2:1: dit scenario is voor 'stad', maar er wordt gerekend voor 'dorp'.",
      "b.yaml:3:1: scenario 'aa' bestaat niet. Bedoelde u 'a'?",
      "b.yaml:4:1: veld 'wijzigngen' is onbekend. Bedoelde u 'wijzigingen'?",
    ]);
  });

  it('in what is built on: unknown, in a circle, for another organisation, twice the same id', () => {
    const one = (on: string) => `naam: x\nbouwt_voort_op: ${on}\nwijzigingen: []\n`;
    expect(load({ 'bap.yaml': one('basic'), 'basis.yaml': one('bap') }, ['bap.yaml']).mistakes).toEqual([
      "bap.yaml:2:1: scenario 'basic' bestaat niet.",
    ]);
    expect(load({ 'a.yaml': one('b'), 'b.yaml': one('a') }, ['a.yaml']).mistakes.join('\n')).toMatch(
      /a\.yaml:2:1: .*kring.*'a' op 'b' op 'a'/,
    );
    expect(load({ 'a.yaml': 'naam: x\norganisatie: stad\nwijzigingen: []' }).mistakes).toEqual([
      "a.yaml:2:1: dit scenario is voor 'stad', maar er wordt gerekend voor 'dorp'.",
    ]);
    const twice = { 'a.yaml': 'naam: x\nwijzigingen: []', 'map/a.yaml': 'naam: y\nwijzigingen: []' };
    expect(load(twice).mistakes).toEqual(["map/a.yaml:1:1: scenario 'a' bestaat al, in a.yaml."]);
  });

  it('in a file that is built on are reported once, there', () => {
    const files = { 'a.yaml': 'naam: x\nbouwt_voort_op: b\nwijzigingen: []\n', 'b.yaml': 'naam: "y\n' };
    expect(load(files, ['a.yaml']).mistakes).toEqual([
      expect.stringMatching(/^b\.yaml:\d+:\d+: hier ontbreekt een teken/),
    ]);
  });

  it('of form: no list, no map, two operations, none, empty, nested', () => {
    const form = (lines: string) =>
      load({ 'a.yaml': `naam: x\n${lines}` }).mistakes.map((line) => line.replace('a.yaml:', ''));
    expect(form('wijzigingen:')[0]).toMatch(/^2:1: wijzigingen is een lijst/);
    expect(form('wijzigingen:\n  - bap.fte')).toEqual([expect.stringMatching(/^3:5: hier horen velden te staan/)]);
    expect(form('wijzigingen:\n  - parameter: bap.fte\n    plus: 1\n    maal: 2')).toEqual([
      "5:5: kies een van beide: 'plus' of 'maal'.",
    ]);
    expect(form('wijzigingen:\n  - parameter: bap.fte')).toEqual([
      "3:5: een wijziging heeft 'wordt', 'plus' of 'maal' nodig.",
    ]);
    expect(form('wijzigingen:\n  - parameter: bap.fte\n    word: 3')).toEqual([
      "4:5: veld 'word' is onbekend. Bedoelde u 'wordt'?",
    ]);
    expect(form('wijzigingen:\n  - wordt: 3')).toEqual(['3:5: parameter ontbreekt.']);
    expect(form('bron:\nwijzigingen: []')).toEqual(['2:1: bron is leeg; vul het in of laat de regel weg.']);
    expect(form('bron: [a]\nwijzigingen: []')).toEqual(['2:1: bij bron hoort een enkele waarde.']);
    expect(form('wijzigingen:\n  - { parameter: bap.fte, wordt: 3,5 }')).toEqual([
      expect.stringMatching(/^3:36: '5' staat los achter een komma/),
    ]);
  });

  it('in a CSV point at the cell', () => {
    const csv =
      'scenario;parameter;bewerking;waarde;vanaf\nA;bap.fet;wordt;4;\nA;bap.fte;min;4;\n;bap.fte;plus;vier;1-13-2019\n';
    expect(load({ 'set.csv': csv }).mistakes).toEqual([
      "set.csv:2:3: parameter 'bap.fet' bestaat niet in dorp. Bedoelde u 'bap.fte'?",
      "set.csv:3:11: bewerking 'min' bestaat niet. Mogelijk: wordt, plus, maal.",
      'set.csv:4:1: scenario ontbreekt.',
      "set.csv:4:15: waarde 'vier' is geen getal.",
      "set.csv:4:20: '1-13-2019' is geen datum: maand 13 bestaat niet.",
    ]);
  });

  it('of files: missing, empty, binary', () => {
    const folder = folderWith({ 'leeg.yaml': '', 'foto.yaml': Uint8Array.of(1, 0, 2) });
    const loaded = loadScenarios(
      ['weg.yaml', 'leeg.yaml', 'foto.yaml'].map((name) => join(folder, name)),
      context,
    );
    expect(rendered(loaded, folder)).toEqual([
      'foto.yaml: dit is geen tekstbestand (het bevat nulbytes).',
      'leeg.yaml: het bestand is leeg.',
      'weg.yaml: het bestand bestaat niet.',
    ]);
  });
});
