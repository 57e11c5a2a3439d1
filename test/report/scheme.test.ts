// The stroomschema of what is declared: the arrows of the picture and of the Mermaid text are the ways of the process, for every organisation there is.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listOrganisations } from '../../src/files/folders.js';
import { openStudy } from '../../src/cli/study.js';
import type { ChainInput, ChainSpec } from '../../src/chain/spec/chain.js';
import { escape } from '../../src/report/html.js';
import { mermaid } from '../../src/report/scheme/mermaid.js';
import { schemePicture } from '../../src/report/scheme/picture.js';
import { population } from '../measure/population.js';
import { parse } from '../measure/support.js';

const root = join(import.meta.dirname, '..', '..');
const organisations = listOrganisations([root]).map(({ id }) => id);

/** Everything that names a destination in the declared text, found by walking it: nothing of the program is asked what a way is. */
function declared({ arrivals, roles, spells, stations }: ChainSpec): string[] {
  const found = Object.entries(arrivals).map(([id, { to }]) => `${id}>${to ?? roles.entry}`);
  if (spells?.returns !== undefined) found.push(`herinstroom>${spells.returns.to ?? roles.entry}`);
  const walk = (id: string, value: unknown, mark?: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value) walk(id, item);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const own = (value as Record<string, unknown>)['mark'] ?? mark;
    for (const [key, inner] of Object.entries(value)) {
      const isName = typeof inner === 'string';
      if (key === 'to' && isName) found.push(`${id}>${typeof own === 'string' ? `exit/${own}` : inner}`);
      else if (['lostTo', 'full', 'impatient', 'noShowTo'].includes(key) && isName) found.push(`${id}>${inner}`);
      else if (key === 'side' && Array.isArray(inner)) for (const side of inner) found.push(`${id}>${String(side)}`);
      else walk(id, inner);
    }
  };
  for (const [id, station] of Object.entries(stations)) walk(id, station);
  return found.sort();
}

function inPicture(svg: string): string[] {
  const groups = [...svg.matchAll(/data-wegen="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' '));
  return groups.map((name) => name.replaceAll('&gt;', '>').replace(/:[^:]*$/, '')).sort();
}

/** Nodes are numbered in the order in which they are met; their labels may be the same, so ways are counted by label. */
function inMermaid(text: string): string[] {
  const labels = new Map(
    [...text.matchAll(/^ {2}(n\d+)(?:\(\[|\[|\{\{)"(.*)"/gm)].map(([, id = '', label = '']) => [id, label]),
  );
  return [...text.matchAll(/^ {2}(n\d+) (?:-->|-\.->)(?:\|".*"\|)? (n\d+)$/gm)]
    .map(([, from = '', to = '']) => `${labels.get(from) ?? '?'}>${labels.get(to) ?? '?'}`)
    .sort();
}

/** The labels under which ways to stations stand in Mermaid; a source and a station may have the same id. */
function labelled(ways: readonly string[], { arrivals, stations, spells }: ChainSpec): string[] {
  const station = (id: string): string => stations[id]?.label ?? id;
  return ways.map((way) => {
    const [from = '', to = ''] = way.split('>');
    const source = arrivals[from]?.label;
    const isReturn = from === 'herinstroom' && !(from in stations);
    const isSource = from in arrivals && !(from in stations);
    const start = isReturn ? (spells?.returns?.label ?? 'Herinstroom') : isSource ? (source ?? from) : station(from);
    return `${start}>${station(to)}`.replaceAll('"', '#quot;');
  });
}

const known = (way: string, spec: ChainSpec): boolean => (way.split('>')[1] ?? '') in spec.stations;

describe.each(organisations)('of %s', (id) => {
  const { spec } = openStudy(id, [], [root]);
  const ways = declared(spec);
  const { svg, width, height } = schemePicture(spec);

  test('the picture has an arrow for every declared way and no other', () => {
    expect(ways.length).toBeGreaterThan(Object.keys(spec.stations).length);
    expect(inPicture(svg)).toEqual(ways);
  });

  test('the Mermaid text has an arrow for every declared way and no other', () => {
    const found = inMermaid(mermaid(spec));
    expect(found.length).toBe(ways.length);
    const toStations = labelled(
      ways.filter(
        (way) =>
          known(way, spec) &&
          !((way.split('>')[0] ?? '') in spec.arrivals && (way.split('>')[0] ?? '') in spec.stations),
      ),
      spec,
    );
    for (const way of toStations) expect(found).toContain(way);
  });

  test('nothing stands outside the picture, and it says in Dutch what it is', () => {
    expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*aria-labelledby="titel uitleg"/);
    expect(svg).toContain(`<title id="titel">Stroomschema van ${escape(spec.label)}</title>`);
    expect(svg).toMatch(/<desc id="uitleg">Het werkproces zoals het is opgeschreven/);
    const boxes = [...svg.matchAll(/<rect x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)"/g)];
    expect(boxes.length).toBe(Object.keys(spec.stations).length + 1);
    for (const [, x, y, w, h] of boxes) {
      expect(Number(x)).toBeGreaterThan(0);
      expect(Number(x) + Number(w)).toBeLessThan(width);
      expect(Number(y) + Number(h)).toBeLessThan(height);
    }
    // No two boxes share a spot.
    for (const [i, [, x, y, w, h]] of boxes.entries()) {
      for (const [, a, b, c, d] of boxes.slice(i + 1)) {
        const apart = Number(x) + Number(w) <= Number(a) || Number(a) + Number(c) <= Number(x);
        expect(apart || Number(y) + Number(h) <= Number(b) || Number(b) + Number(d) <= Number(y)).toBe(true);
      }
    }
  });

  test('every colour has a value for light and for dark, and no letter is smaller than eight', () => {
    const used = new Set([...svg.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name));
    for (const name of used) expect(svg.split(`${String(name)}:#`).length - 1).toBe(2);
    expect(Math.min(...[...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size)))).toBeGreaterThan(8);
  });

  test('is the same text every time', () => {
    expect(schemePicture(spec).svg).toBe(svg);
  });
});

describe('of a process with all that can be declared', () => {
  const input: ChainInput = {
    ...population(),
    stations: {
      ...population().stations,
      zaal: {
        kind: 'course',
        label: 'Zaal "A" & <B>',
        minimum: 2,
        maximum: 5,
        starts: 'when-enough',
        duration: 1,
        noShow: 0.1,
        noShowTo: 'bestand',
        queueLimit: 9,
        full: 'bestand',
        patience: 30,
        impatient: 'wijkteam',
        balk: { to: 'intake', chances: [{ from: 3, share: 0.5 }] },
        outcomes: [{ rest: true, to: 'zaal' }],
      },
      bestand: { kind: 'stay', calls: [{ every: { value: 1, unit: 'months' }, take: 3, to: 'zaal' }] },
    },
  };
  const spec = parse(input);

  test('picture and text name full queues, lost patience, no-shows, those who turn away, side visits, calls and ways back', () => {
    const ways = declared(spec);
    expect(ways).toEqual(
      expect.arrayContaining(['zaal>zaal', 'zaal>intake', 'bestand>zaal', 'intake>wijkteam', 'herinstroom>intake']),
    );
    const { svg } = schemePicture(spec);
    expect(inPicture(svg)).toEqual(ways);
    const text = mermaid(spec);
    expect(inMermaid(text).length).toBe(ways.length);
    for (const word of ['vol', 'ongeduld', 'niet verschenen', 'drukte', 'zijbezoek', 'kwijt']) {
      expect(svg).toContain(word);
      expect(text).toMatch(new RegExp(`-\\.->\\|"(?:terug: )?${word}`));
    }
    expect(text).toMatch(/-->\|"oproep: elke maand"\|/);
    expect(text).toMatch(/-\.->\|"terug"\|/);
    expect(svg).toContain('Zaal &quot;A&quot; &amp; &lt;B&gt;');
  });

  test('a room that is there some hours of the week says for how many it is, also when the run begins without it', () => {
    const capacity = {
      cycle: 7,
      steps: [
        { at: 0, value: 0 },
        { at: 2, value: 15 },
      ],
    };
    const withRoom = parse({
      ...input,
      pools: { ...input.pools, lokaal: { kind: 'places', label: 'Lokaal', capacity } },
      stations: {
        ...input.stations,
        les: {
          kind: 'course',
          minimum: 1,
          maximum: 15,
          starts: 'when-enough',
          duration: 1,
          pools: [{ pool: 'lokaal' }],
          outcomes: [{ rest: true, to: 'bestand' }],
        },
      },
    });
    expect(schemePicture(withRoom).svg).toContain('Lokaal: 0 tot 15');
  });
});
