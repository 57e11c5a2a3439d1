// The shelf as a user sees it: class B gives a break-even and no volume, class C its reason, folders and --plank take what is in them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Summary } from '../../src/analysis/summary.js';
import { doorstroom, village, type Said } from './doorstroom.js';

const folder = 'scenarios/dorp/1-werk';
const files = {
  [`${folder}/meer-werk.yaml`]: `naam: Meer kans op werk
bron: verzonnen
klasse: B
klasse_reden: Er is geen onderzoek.
hefboom: L4
meetpunt: uitstroom||werk
richting: omhoog
omslag:
  parameter: risico.werk
  van: 1
  tot: 2
  vanaf: 2019-07-01
  doel_personen: 40
  zin: 'de kans op werk met {x} verhogen'
wijzigingen: []
`,
  [`${folder}/dieper/leren.yaml`]: `naam: Lerende organisatie
bron: verzonnen
klasse: C
klasse_reden: Er is niets om aan te draaien.
hefboom: L39
geen_meetpunt: Er is geen getal voor.
wijzigingen: []
`,
};
const common = ['--doorrekeningen', '4', '--rekenkernen', '1'];

describe('vergelijk with the whole shelf', () => {
  const cwd = village(files);
  let text: Said;
  let json: Said;
  beforeAll(async () => {
    const all = ['vergelijk', '--organisatie', 'dorp', '--plank', ...common];
    text = await doorstroom(all, { cwd });
    json = await doorstroom(['vergelijk', folder, '--organisatie', 'dorp', ...common, '--json'], { cwd });
  });

  it('names the class of each scenario, and gives no volume of class B and C', () => {
    expect(text.code).toBe(0);
    expect(text.out).toContain('(klasse niet');
    const lines = text.out.replaceAll(/\s+/g, ' ');
    expect(lines).toMatch(
      /Meer kans op werk: klasse B, moet de kans op werk met [\d,]+ % verhogen om 40 te halen \(acht van de tien doorrekeningen: tussen [\d,]+ % en [\d,]+ %\)\./,
    );
    expect(lines).toContain('uitstroom||werk beweegt zoals bedoeld');
    expect(lines).toContain('Lerende organisatie: klasse C, niet doorgerekend. Er is niets om aan te draaien.');
    const table = text.out.slice(0, text.out.indexOf('keer doorgerekend'));
    expect(table).not.toContain('Meer kans op werk');
    expect(text.err).toContain("Doorrekenen van 2 scenario's");
  });

  it('of a folder takes what is in it, and in --json no volume of class B either', () => {
    const summary = JSON.parse(json.out) as Summary;
    expect(summary.scenarios.map(({ id }) => id)).toEqual(['ongewijzigd-beleid']);
    expect(summary.nietBerekend).toMatchObject([{ id: 'leren', klasse: 'C', hefboom: ['L39'] }]);
    const [one] = summary.omslagen ?? [];
    expect(one).toMatchObject({ id: 'meer-werk', klasse: 'B', doelPersonen: 40, doorrekeningen: 4, nietGehaald: 0 });
    // The exit risk is 3 % a month: twice as much takes far more than 40 persons from 480 in two years, as it stands does nothing.
    expect(one?.nodig.mediaan).toBeGreaterThan(1);
    expect(one?.nodig.mediaan).toBeLessThan(1.6);
    expect(Object.keys(one ?? {}).join()).not.toMatch(/volume|kans|waaier|bestemming|verschil/i);
  });

  it('writes them in samenvatting.csv and in the report, in words only', () => {
    const runs = readdirSync(join(cwd, 'reports')).map((name) => join(cwd, 'reports', name));
    const run = runs.find((path) => path.includes('dorp-')) ?? '';
    const rows = readFileSync(join(run, 'samenvatting.csv'), 'utf8').trim().split('\r\n');
    const columns = (rows[0] ?? '').replace('\ufeff', '').split(';');
    const row = rows.find((line) => line.startsWith('meer-werk;'))?.split(';') ?? [];
    const filled = columns.filter((_, index) => row[index] !== '');
    expect(filled).toEqual([
      'scenario',
      'naam',
      'doorrekeningen',
      'organisatie',
      'klasse',
      'meetpunt',
      'beweging',
      'omslag',
    ]);
    const html = readFileSync(join(run, 'rapport.html'), 'utf8').replaceAll(/\s+/g, ' ');
    expect(html).toMatch(/Moet de kans op werk met [\d,]+ % verhogen om 40 te halen/);
    expect(html).toContain('niet te berekenen');
    expect(html).toContain('van 1 scenario is alleen te zeggen hoe ver een getal zou moeten veranderen');
  });
});

describe('benodigd', () => {
  const cwd = village(files);

  it('finds the value for a number of persons and prints the steps, never as a forecast', async () => {
    const args = ['benodigd', 'dorp', '--scenario', 'meer-werk', '--doel', '20', ...common];
    const { code, out } = await doorstroom(args, { cwd });
    expect(code).toBe(0);
    const said = out.replaceAll(/\s+/g, ' ');
    expect(said).toMatch(/Doel: 20 personen lager op 1 juli 2021 .* moet de kans op werk met [\d,]+ % verhogen/);
    expect(said).toContain('Dit is geen voorspelling');
    expect(out).toMatch(/^ +0 % +0 ± 0 /m);
  });

  it('takes a parameter from the command line, with all mistakes at once', async () => {
    const asked = [
      '--parameter',
      'begeleiding.ft',
      '--bewerking',
      'plus',
      '--van',
      '0',
      '--tot',
      '3',
      '--doel',
      'veel',
    ];
    const { code, err } = await doorstroom(['benodigd', 'dorp', ...asked, ...common], { cwd });
    expect(code).toBe(2);
    expect(err).toContain("--parameter begeleiding.ft: parameter 'begeleiding.ft' bestaat niet in dorp. Bedoelde u");
    expect(err).toContain("--doel veel: doel_personen 'veel' is geen getal.");
    const none = await doorstroom(['benodigd', 'dorp'], { cwd });
    expect(none.err).toContain('noem --parameter met --van en --tot, of een --scenario waarin een omslag staat.');
    const strange = await doorstroom(['benodigd', 'dorp', '--scenario', 'meer-wrk'], { cwd });
    expect(strange.err).toContain("Bedoelde u 'meer-werk'?");
  });
});

describe('the rest of the shelf', () => {
  const cwd = village(files);

  it('stroomschema --knoppen lists it by folder, with what turns each number, in 80 columns', async () => {
    const { out } = await doorstroom(['stroomschema', 'dorp', '--knoppen'], { cwd });
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(out).toMatch(/^risico\.werk\n {4}0,03 per maand; 0,027 – 0,033; aanname\n {4}draaien eraan: meer-werk$/m);
    expect(out).toMatch(/^scenarios\/dorp\/1-werk\/dieper\/\n {2}C {2}L39 {3}Lerende organisatie\n +leren\.yaml$/m);
    const json = await doorstroom(['stroomschema', 'dorp', '--knoppen', '--json'], { cwd });
    const { plank } = JSON.parse(json.out) as { plank: { map: string; scenarios: { klasse: string | null }[] }[] };
    expect(plank.map(({ map, scenarios }) => [map, scenarios.map(({ klasse }) => klasse)])).toEqual([
      ['scenarios/dorp', [null, null]],
      [folder, ['B']],
      [`${folder}/dieper`, ['C']],
    ]);
  });

  it('controleer refuses a meetpunt that is not measured and a pilot at a station that is not there', async () => {
    const wrong = village({
      'scenarios/dorp/map/a.yaml': `naam: A
meetpunt: wachttijd|intak|gemiddelde
richting: omlaag
pilot: { station: trainin, vraag: v, begin: 2020-01-01, einde: 2020-12-31 }
wijzigingen: []
`,
    });
    const { code, err } = await doorstroom(['controleer', '--plank', '--organisatie', 'dorp'], { cwd: wrong });
    expect(code).toBe(2);
    expect(err).toContain("a.yaml:2:1: meetpunt: plaats 'intak' heeft 'wachttijd' niet. Bedoelde u 'intake'?");
    expect(err).toContain("a.yaml:4:10: pilot: station 'trainin' bestaat niet. Bedoelde u 'training'?");
    const top = await doorstroom(['controleer', '--organisatie', 'dorp'], { cwd: wrong });
    expect(top.code).toBe(0);
  });
});
