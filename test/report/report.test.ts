// The page as a whole: well-formed, closed to the outside, escaped, repeatable, and saying what the numbers say.
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { renderReport } from '../../src/report/report.js';
import { footerText } from '../../src/report/style.js';
import { fixtureInput } from './fixture.js';

const voids = new Set(['meta', 'wbr', 'br', 'hr', 'img', 'input', 'link']);
let page: string;

beforeAll(async () => {
  page = await renderReport(fixtureInput());
});

/** The text of the first element of a class, without markup. */
function textOf(html: string, className: string): string {
  const inner = new RegExp(`class="${className}"[^>]*>([\\s\\S]*?)</`).exec(html)?.[1] ?? '';
  return inner
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Every section as its own HTML, by id. */
function sectionsOf(html: string): Map<string, string> {
  return new Map(
    [...html.matchAll(/<section id="([\w-]+)"[\s\S]*?<\/section>/g)].map((match) => [match[1]!, match[0]]),
  );
}

describe('as a file', () => {
  test('every element that opens also closes, in order', () => {
    const body = page.replace(/<style>[\s\S]*?<\/style>/, '');
    const open: string[] = [];
    for (const [, slash, name = '', self] of body.matchAll(/<(\/?)([a-zA-Z][\w-]*)(?:"[^"]*"|[^">])*?(\/?)>/g)) {
      if (self === '/' || voids.has(name)) continue;
      if (slash === '/') expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });

  test('ids are unique and every reference to one arrives', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!);
    expect(new Set(ids).size).toBe(ids.length);
    const references = [...page.matchAll(/ (?:aria-labelledby="([^"]+)"|href="#([^"]+)")/g)];
    const wanted = references.flatMap(([, labels, anchor]) => (labels ?? anchor ?? '').split(' '));
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('it asks for nothing: no script, no address, no import', () => {
    expect(page.replaceAll('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      /https?:|\/\/[a-z]|<script|<link|<img|url\(|@import| src=| style=/,
    );
  });

  test('its policy allows nothing but its own style sheet', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
  });

  test('the same input gives the same bytes', async () => {
    expect(await renderReport(fixtureInput())).toBe(page);
  });
});

describe('what comes from files', () => {
  test('a scenario called <b>&" is text everywhere', async () => {
    const html = await renderReport(fixtureInput({ name: `<b>&"'` }));
    expect(html).not.toContain('<b>');
    expect(html).not.toContain('<B>');
    expect(html.split('&lt;b&gt;&amp;&quot;&#39;').length).toBeGreaterThan(8);
  });
});

describe('pictures', () => {
  test('each has a Dutch title and description, and no words of vega', () => {
    const pictures = [...page.matchAll(/<svg\s+class="[\w-]+"\s+role="img"[\s\S]*?<\/svg>/g)].map(([svg]) => svg);
    // The cover, two bars, three fans, the trend, two waterfalls, the stroomschema, a heat map, one dimension.
    expect(pictures).toHaveLength(12);
    for (const svg of pictures) {
      expect(svg).toMatch(/<title id="[\w-]+">[^<]+<\/title>\s*<desc id="[\w-]+">[^<]+<\/desc>/);
      expect(svg).not.toMatch(/aria-roledescription|graphics-|Chart|axis titled/);
    }
  });

  test('each figure has its numbers in a table, the stroomschema right below it', () => {
    const figures = [...page.matchAll(/<figure[\s\S]*?<\/figure>/g)].map(([figure]) => figure);
    expect(figures.filter((figure) => figure.includes('<details>') && figure.includes('<table '))).toHaveLength(8);
    expect(sectionsOf(page).get('stroomschema')).toMatch(/<\/figure>[\s\S]*<table /);
  });

  test('axes speak Dutch: months, and points between thousands', () => {
    const volume = sectionsOf(page).get('bijstandsvolume') ?? '';
    expect(volume).toContain('>jan 2020</text>');
    expect(volume).toMatch(/>[89]\.\d00<\/text>/);
  });

  test('colours are those of the theme, so that one drawing is right in light and dark', () => {
    const drawn = page.replace(/<style>[\s\S]*?<\/style>/, '');
    expect(
      [...drawn.matchAll(/(?:fill|stroke)="([^"]+)"/g)]
        .map((match) => match[1]!)
        .filter((c) => !/^(var\(--[\w-]+\)|none|transparent)$/.test(c)),
    ).toEqual([]);
  });
});

describe('what it says', () => {
  test('every section opens with one sentence that holds a number or a verdict', () => {
    const sections = sectionsOf(page);
    expect([...sections.keys()]).toEqual([
      'voorblad',
      'conclusie',
      'bijstandsvolume',
      'herkomst',
      'stroomschema',
      'knelpunten',
      'voor-wie',
      'aannames',
      'verantwoording',
    ]);
    for (const section of sections.values()) {
      expect(section).toMatch(/<\/h2>\s*<p class="lead">/);
      expect(textOf(section, 'lead')).toMatch(/^[A-Z].*\d.*\.$/);
    }
  });

  test('the leads are written from the numbers of the run', () => {
    const sections = sectionsOf(page);
    expect(textOf(sections.get('conclusie') ?? '', 'lead')).toBe(
      'Ongewijzigd beleid volgt de landelijke trend; van de twee scenario’s brengt ‘BAP verbreden met vier fte uit Werk’ het meest: 112 van de 500 extra in oktober 2022, gemiddeld niet genoeg voor de ambitie.',
    );
    // Six parameters, of which one is registered, one a pure assumption and one without a name.
    expect(textOf(sections.get('aannames') ?? '', 'lead')).toBe(
      'Van de 6 getallen achter deze uitkomsten zijn er 5 niet geteld in een registratie, waarvan 1 een aanname is; bij 1 staat niet wie het heeft ingevuld.',
    );
    // Eight ijkpunten, two of them off; the author left three items open.
    expect(textOf(sections.get('verantwoording') ?? '', 'lead')).toBe(
      'De berekening geeft 6 van de 8 ijkpunten terug, en 3 punten van de verantwoording zijn nog niet ingevuld.',
    );
  });

  test('a negligible difference is not dressed up as a number of people', () => {
    expect(page).toContain('<p class="figure-number quiet">verwaarloosbaar</p>');
  });

  test('a difference names where it goes and what it costs elsewhere', () => {
    const conclusion = (sectionsOf(page).get('conclusie') ?? '').replaceAll(/\s+/g, ' ');
    expect(conclusion).toMatch(/Van de \d+ uitkeringen minder: \d+ werk, .*; daar gaat af: \d+ meer herinstroom\./);
    // The wait grows by 6 days a year to 24 in the fourth, which is three weeks and a bit.
    expect(conclusion).toMatch(/Diagnosegesprek: 3 weken langer wachten voor \d+ inwoners \(okt 2021 – sep 2022\)/);
  });

  test('with chance alone there is a badge and no chance of success', async () => {
    const html = await renderReport(fixtureInput({ uncertainty: false }));
    expect(html).toContain('alleen toeval meegerekend');
    expect(html).toContain('geen uitspraak');
    expect(html).not.toContain('is de ambitie gehaald');
  });

  test('deviations from printed figures are marked in words and signs', () => {
    const flow = sectionsOf(page).get('stroomschema') ?? '';
    expect(flow).toContain('▲ 430');
    expect(flow).toContain('Van diagnose naar bestand (buiten)');
    expect(flow).toContain('? 140');
  });

  test('it ends with the command, what was not filled in, and the footer', () => {
    expect(page).toContain('<code>doorstroom vergelijk --startgetal proef-1 --doorrekeningen 20</code>');
    // Three items of the author and one signature; class (twice), decision, law and author of the third scenario.
    expect(page.split('>niet ingevuld<').length - 1).toBe(9);
    expect(page).toContain(`<footer><p>${footerText}</p></footer>`);
    expect(page).toContain(`@bottom-left{content:"${footerText}"`);
  });

  test('words that promise too much, or that colleagues read otherwise, are not used', () => {
    const text = page.replace(/<style>[\s\S]*?<\/style>/, '').replaceAll(/<[^>]*>/g, ' ');
    expect(text).not.toMatch(
      /aantoonbaar|significant|herhalingen|terugval|samenloop|hefbo|graniet|halfbreedte|NaN|undefined|null|onbekend %/i,
    );
  });
});
