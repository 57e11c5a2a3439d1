// Ways of working compared with the same clients: what comes out by hand, the same people with the same luck, and what cannot be compared.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { attributeAt } from '../../src/chain/attributes.js';
import { simulateChain } from '../../src/chain/simulate-chain.js';
import { MistakesFound, UsageError } from '../../src/cli/failure.js';
import { openStudy, planOf } from '../../src/cli/study.js';
import { computeWays } from '../../src/cli/ways/compute.js';
import { openWays, planOfWay, type Way } from '../../src/cli/ways/open.js';
import { askedWays, type WaysOptions } from '../../src/cli/ways/options.js';
import { runExperiment } from '../../src/experiment/experiment.js';
import { renderMistake } from '../../src/files/mistake.js';
import type { Results } from '../../src/measure/series.js';
import { createStreams } from '../../src/random/streams.js';
import { fakeContext } from '../docs/page.js';
import { doorstroom, root, village } from './doorstroom.js';

const fixture = join(root, 'test', 'fixtures', 'werkwijzen');
const small = join(root, 'test', 'fixtures', 'klein');

const asked: WaysOptions = {
  organisaties: ['noord', 'zuid'],
  bevolking: 'oost',
  doorrekeningen: 10,
  startgetal: '1',
  rekenkernen: 1,
  map: 'reports',
  onzekerheid: true,
  trend: 'vlak',
  alles: false,
  json: false,
};

async function summaryOf(options: Partial<WaysOptions> = {}, roots = [fixture, root]) {
  const all = { ...asked, ...options };
  const ways = openWays(all.organisaties, all.bevolking, roots);
  return (await computeWays(ways, all, null, fakeContext().context)).summary;
}

describe('two processes in which everything takes a set time, and someone every ten days', () => {
  const mean = (value: { gemiddelde: number } | null | undefined): number | undefined => value?.gemiddelde;

  test('give what can be added up from their files', async () => {
    const [noord, zuid] = (await summaryOf()).werkwijzen;
    // Noord: a letter of 3 days, a talk of 2, a training. Zuid: 7 days of waiting, a group of 1 day, a talk of 1, a garden.
    expect([noord, zuid].map((way) => mean(way?.eersteContact?.mediaan))).toEqual([3, 7]);
    expect([noord, zuid].map((way) => mean(way?.eersteGesprek?.p90))).toEqual([3, 8]);
    expect([noord, zuid].map((way) => mean(way?.eersteActiviteit?.mediaan))).toEqual([5, undefined]);
    // Consulent and trainer; trainer, consulent and coach. A letter is nobody.
    expect([noord, zuid].map((way) => mean(way?.gezichten))).toEqual([2, 3]);
    expect([noord, zuid].map((way) => mean(way?.overdrachten))).toEqual([1, 2]);
    const all = (way: typeof noord) =>
      way?.bereik.filter(({ groep }) => groep === null).map(({ soort, aandeel }) => [soort, aandeel.gemiddelde]);
    expect(all(noord)).toEqual([
      ['contact', 1],
      ['werk', 1],
    ]);
    expect(all(zuid)).toEqual([
      ['contact', 1],
      ['participatie', 1],
    ]);
  });

  test('keep the terms that can be kept, in the words of the file', async () => {
    const [noord, zuid] = (await summaryOf()).werkwijzen;
    // Three days hold at most three working days; a talk on the eighth day is never within a week. Talks of 2019: from day 5 on, 36 of them.
    expect(noord?.termijnen).toMatchObject([
      { termijn: 'binnen 5 werkdagen na de aanvraag', bron: 'Verzonnen, p. 1', gehaald: { gemiddelde: 1 } },
    ]);
    expect(zuid?.termijnen).toMatchObject([
      { termijn: 'binnen 1 week na de aanvraag', gehaald: { gemiddelde: 0 }, bezoeken: { gemiddelde: 36 } },
    ]);
  });

  test('have their capacity on the scale of the population: one application in twenty days becomes one in ten', async () => {
    const ways = openWays(['noord', 'zuid'], 'oost', [fixture, root]);
    expect(ways.ways.map(({ scale }) => scale)).toEqual([2, 1]);
    expect(ways.ways[0]?.spec.pools['kamers']).toMatchObject({ capacity: 2 });
    expect((await summaryOf()).werkwijzen.map(({ schaal }) => schaal)).toEqual([2, 1]);
  });

  test('tell a volume as a range only where who goes on is an assumption, and none without a spread to tell', async () => {
    const [noord, zuid] = (await summaryOf()).werkwijzen;
    // 91 applications on days 5 to 905; whoever applied on day 885 was granted on day 905, before the last stand on day 912: 89.
    expect(noord?.volumeUitkeringen).toEqual({ maand: '2021-07', p10: 89, p90: 89 });
    expect(zuid?.volumeUitkeringen).toMatchObject({ p10: 89, gemiddelde: { gemiddelde: 89 } });
    expect(noord?.volumeAannames).toEqual(['deel dat naar de training gaat (deel.training)']);
    for (const options of [{ onzekerheid: false }, { doorrekeningen: 2 }]) {
      const { werkwijzen } = await summaryOf(options);
      expect(werkwijzen.map(({ volumeUitkeringen, waarheen }) => [volumeUitkeringen, waarheen])).toEqual([
        [null, []],
        [null, []],
      ]);
    }
  });

  test('stand in the order in which they were asked for', async () => {
    const { werkwijzen } = await summaryOf({ organisaties: ['zuid', 'noord'], doorrekeningen: 1 });
    expect(werkwijzen.map(({ id }) => id)).toEqual(['zuid', 'noord']);
  });
});

/** Everyone who applies, with what she is, and everyone who leaves, with why and when. */
function livesIn({ spec }: Way): string[] {
  const lives: string[] = [];
  simulateChain(spec, createStreams('7', 3), ({ attributes }) => ({
    applied(client, now) {
      const own = attributes.map((attribute) => attributeAt(attribute, client, now));
      lives.push(`komt ${client.source}/${client.key} ${now} ${own.join(' ')}`);
    },
    spellEnded(client, reason, now) {
      lives.push(`gaat ${client.key} ${reason} ${now}`);
    },
  }));
  return lives;
}

test('the same client is the same person with the same luck in every process: nothing here changes when she leaves', () => {
  const { ways } = openWays(['noord', 'zuid', 'west'], 'west', [fixture, root]);
  const [noord = [], ...others] = ways.map(livesIn);
  expect(noord.filter((life) => life.startsWith('komt')).length).toBeGreaterThan(150);
  expect(noord.filter((life) => life.startsWith('gaat')).length).toBeGreaterThan(100);
  expect(others).toEqual([noord, noord]);
});

/** By series: the values of every draw. */
function valuesOf({ catalogue, values }: Results): Map<string, number[]> {
  return new Map(
    catalogue.map((series, column) => [JSON.stringify(series), (values[0] ?? []).map((draw) => draw[column] ?? NaN)]),
  );
}

describe('an organisation with its own people', () => {
  const home = async (id: string, roots: string[], uncertainty: 'on' | 'off', draws: number) => {
    const options = { draws, seed: '5', uncertainty, trend: 'gerealiseerd' } as const;
    const study = openStudy(id, [], roots);
    const scenarios = [{ id, name: id, changes: [] }];
    return valuesOf(await runExperiment(planOf(study, { ...options, scenarios }), { threads: 'inline' }));
  };
  const moved = async (id: string, people: string, roots: string[], uncertainty: 'on' | 'off', draws: number) => {
    const ways = openWays([id], people, roots);
    const options = { draws, seed: '5', uncertainty, trend: 'gerealiseerd' } as const;
    const plan = planOfWay(ways, ways.ways[0]!, options);
    return valuesOf(await runExperiment(plan, { threads: 'inline' }));
  };
  /** All that the transplant counts is counted at home, to the last bit; money stays at home. */
  function expectSame(there: Map<string, number[]>, here: Map<string, number[]>): void {
    expect(there.size).toBeGreaterThan(100);
    for (const [series, values] of there) expect([series, values]).toEqual([series, here.get(series)]);
  }

  test.each([
    ['dorp', [small, root], 3],
    ['arnhem', [root], 1],
  ])('is %s as it is, to the last bit, also in what is drawn', async (id, roots, draws) => {
    expectSame(await moved(id, id, roots, 'on', draws), await home(id, roots, 'on', draws));
  });

  test('is the same under another name, when only chance is counted: then every number is under another name too', async () => {
    const folder = scratch();
    cpSync(join(small, 'data'), join(folder, 'data'), { recursive: true });
    cpSync(join(small, 'data', 'dorp'), join(folder, 'data', 'gehucht'), { recursive: true });
    const ways = await moved('gehucht', 'dorp', [folder, root], 'off', 2);
    expectSame(ways, await home('dorp', [folder, root], 'off', 2));
  });
});

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'doorstroom-werkwijzen-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

describe('a process that asks what the population does not have', () => {
  /** The fixture with one text in a file replaced by another, and the mistakes of `noord` with the people of `oost`. */
  function mistakesWith(found: string, replaced: string, file = 'data/noord/werkproces.yaml'): string[] {
    const folder = scratch();
    cpSync(fixture, folder, { recursive: true });
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(found);
    writeFileSync(path, text.replace(found, replaced));
    // At home the name exists, so that the process itself is in order.
    const people = join(folder, 'data/noord/bevolking.yaml');
    const more = `  marks:\n    verhuisd: { label: verhuisd, destination: overig }\n`;
    const risk = `    school: { kind: hazard, label: school, perMonth: 0, destination: opleiding }\n`;
    const own = readFileSync(people, 'utf8')
      .replace('attributes:\n', 'attributes:\n  wijs: { kind: flag, share: 1 }\n')
      .replace('arrivals:\n', 'arrivals:\n  jongeren: { interval: 99 }\n');
    writeFileSync(people, `${own}${risk}${more}`);
    try {
      openWays(['noord'], 'oost', [folder, root]);
    } catch (error) {
      if (error instanceof MistakesFound) return error.mistakes.map((mistake) => renderMistake(mistake, folder));
      throw error;
    }
    return [];
  }

  test('is told at the place in its own file, with whose people it was tried', () => {
    expect(
      mistakesWith(
        "{ share: '@deel.training', to: training, grant: 20 }",
        '{ when: { attribute: wijs, is: true }, to: training }',
      ),
    ).toEqual([
      expect.stringMatching(
        /^data\/noord\/werkproces\.yaml:\d+:\d+: noord met de bevolking van oost: kenmerk 'wijs' bestaat niet/,
      ),
    ]);
    expect(mistakesWith('    aim: work\n', '    aim: work\n    effects: [{ risk: school, during: 2 }]\n')).toEqual([
      expect.stringMatching(/^data\/noord\/werkproces\.yaml:\d+:\d+: noord met de bevolking van oost: risico 'school'/),
    ]);
    expect(mistakesWith('{ rest: true, to: bestand, grant: 20 }', '{ rest: true, to: exit, mark: verhuisd }')).toEqual([
      expect.stringMatching(/^data\/noord\/werkproces\.yaml:\d+:\d+: noord met de bevolking van oost: .*'verhuisd'/),
    ]);
    expect(mistakesWith('  stock: bestand\n', '  stock: bestand\n  sources: { jongeren: gesprek }\n')).toEqual([
      expect.stringMatching(
        /^data\/noord\/werkproces\.yaml:\d+:\d+: noord met de bevolking van oost: bron 'jongeren' bestaat niet in de bevolking/,
      ),
    ]);
  });
});

describe('what is asked', () => {
  const known = ['noord', 'oost'];
  const never = (_option: string): boolean => false;
  const ask = (given: Parameters<typeof askedWays>[0], files: string[] = [], isGiven = never) =>
    askedWays(given, files, isGiven, known);

  test('is a comparison of scenarios without these options, and of ways of working with both', () => {
    expect(ask({})).toBeNull();
    expect(ask({ organisaties: 'noord, zuid', bevolking: 'oost' })).toEqual({
      organisaties: ['noord', 'zuid'],
      bevolking: 'oost',
    });
  });

  test.each([
    [{ organisaties: 'noord' }, 'vraagt ook --bevolking'],
    [{ bevolking: 'oost' }, 'hoort bij --organisaties'],
    [{ organisaties: 'noord,', bevolking: 'oost' }, 'verwacht namen met een komma ertussen'],
    [{ organisaties: 'noord,noord', bevolking: 'oost' }, "'noord' staat er twee keer"],
  ])('%j is refused', (given, message) => {
    expect(() => ask(given)).toThrow(UsageError);
    expect(() => ask(given)).toThrow(message);
  });

  test('does not go together with scenarios', () => {
    const given = { organisaties: 'noord', bevolking: 'oost' };
    expect(() => ask(given, ['a.yaml'])).toThrow('scenariobestanden gaan daar niet mee samen (gevonden: a.yaml)');
    expect(() => ask(given, [], (option) => ['tegen', 'plank'].includes(option))).toThrow(
      "--tegen, --plank gaan over scenario's en niet samen met --organisaties.",
    );
  });
});

describe('the command', () => {
  test('writes one folder, the same bytes on one thread and on two, and says what it is', async () => {
    const folder = village();
    cpSync(fixture, folder, { recursive: true });
    const order = 'vergelijk --organisaties noord,zuid --bevolking west --doorrekeningen 10'.split(' ');
    const [one, two] = [
      await doorstroom([...order, '--rekenkernen', '1', '--map', 'een'], { cwd: folder }),
      await doorstroom([...order, '--rekenkernen', '2', '--map', 'twee'], { cwd: folder }),
    ];
    expect([one.code, two.code]).toEqual([0, 0]);
    expect(one.out).toContain('Dit is een transplantatie');
    expect(one.out).toContain('Het volume staat alleen als bandbreedte bij Noord');
    const [name = ''] = readdirSync(join(folder, 'een'));
    expect(name).toMatch(/^werkwijzen-west-[0-9a-f]{8}$/);
    expect(readdirSync(join(folder, 'twee'))).toEqual([name]);
    const files = readdirSync(join(folder, 'een', name));
    expect(files).toContain('rapport.html');
    for (const file of files.filter((found) => found !== 'verloop.json')) {
      const [a, b] = ['een', 'twee'].map((map) => readFileSync(join(folder, map, name, file)));
      expect({ file, same: a?.equals(b ?? Buffer.alloc(0)) }).toEqual({ file, same: true });
    }
  });

  test('ends with 2 and a suggestion for an organisation that does not exist', async () => {
    const { code, err } = await doorstroom(['vergelijk', '--organisaties', 'nord,zuid', '--bevolking', 'ost'], {
      cwd: fixture,
    });
    expect(code).toBe(2);
    expect(err).toContain("organisatie 'nord' bestaat niet. Bedoelde u 'noord'?");
    expect(err).toContain("organisatie 'ost' bestaat niet. Bedoelde u 'oost'?");
  });
});
