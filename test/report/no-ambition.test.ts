// The report of an organisation that states no ambition, and of a period that the series of the trend does not cover.
import { beforeAll, describe, expect, test } from 'vitest';
import type { FlatTrend } from '../../src/analysis/flat-trend.js';
import { renderReport } from '../../src/report/report.js';
import { followsTrend } from '../../src/report/sections/differences.js';
import { mustBeTrue } from '../../src/report/sections/certainty-parts.js';
import { fixtureInput, type FixtureOptions } from './fixture.js';

/** What a reader sees, in one line: letters in the page and in its pictures. */
async function wordsOf(options: FixtureOptions): Promise<string> {
  const page = await renderReport(fixtureInput(options));
  return page
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

const reeks = { begin: '2018-04', eind: '2023-01' };
const half: FlatTrend = { deel: 'deels', reeks: { begin: '2020-04', eind: '2023-01' } };

describe('without an ambition', () => {
  let words: string;
  beforeAll(async () => {
    words = await wordsOf({ reductionPersons: null });
  });

  test('the word is used only to say that there is none', () => {
    const others = words.replaceAll('Er is geen ambitie opgegeven', '');
    expect(others).not.toMatch(/ambitie|resterende opgave|\bextra in\b|van de 0\b/i);
  });

  test('the header and the volume are named after what they do have', () => {
    expect(words).toContain('Bijstand in Voorbeeldstad: scenario’s naast ongewijzigd beleid');
    expect(words).toContain(
      'naast ongewijzigd beleid en de landelijke trend, van oktober 2018 tot oktober 2022. 20 keer doorgerekend',
    );
    expect(words).toContain('2 Bijstandsvolume Bij ongewijzigd beleid');
  });

  test('the conclusion and the cover tell the effect in persons: 31 a year over 39 months, in persons 1.11 an uitkering, is 112', () => {
    expect(words).toContain(
      'Ongewijzigd beleid volgt de landelijke trend; van de twee scenario’s scheelt ‘BAP verbreden met vier fte uit Werk’ het meest: 112 personen minder in oktober 2022.',
    );
    expect(words).toContain('scheelt ‘BAP verbreden met vier fte uit Werk’ het meest: 112 personen minder. Gevraagd');
    expect(words).toContain('Hoeveel personen scheelt elk scenario?');
    expect(words).toContain('112 personen minder dan bij ongewijzigd beleid');
  });

  test('fans and steps end beside the trend', () => {
    expect(words).toMatch(/Midden [\d.]+ personen in oktober 2022, \d+ personen onder de landelijke trend\./);
    expect(words).toMatch(/eindigt \d+ personen (boven|onder) de landelijke trend\./);
    expect(words).not.toContain('Nog nodig');
  });

  test('nothing has to be true for it', () => {
    const certainty = { doorrekeningenToeval: 0, uitkomsten: [], eerstUitzoeken: [], nodig: [] };
    expect(mustBeTrue(certainty, fixtureInput({ reductionPersons: null }))).toBeNull();
    expect(mustBeTrue(certainty, fixtureInput({ reductionPersons: 0 }))?.text).toContain(
      'Wat moet waar zijn om de landelijke trend te volgen?',
    );
  });

  test('with chance alone it does not excuse itself for a chance that nobody asked', async () => {
    const chance = await wordsOf({ reductionPersons: null, uncertainty: false });
    expect(chance).toContain('De aannames stonden vast.');
    expect(chance).not.toContain('kans op de ambitie');
  });
});

test('an ambition of 0 is to follow the trend: what remains is told, a part of 0 extra is not', async () => {
  const words = await wordsOf({ reductionPersons: 0 });
  expect(words).toContain('Ambitie: de landelijke trend volgen, van oktober 2018 tot oktober 2022.');
  expect(words).toContain('112 personen minder in oktober 2022, gemiddeld genoeg voor de ambitie.');
  expect(words).toContain('Resterende opgave (personen)');
  expect(words).not.toMatch(/van de 0|ambitie 0/);
});

describe('a period that the series does not cover', () => {
  test('in part: the trend is called so, and the report says from when to when there are figures', async () => {
    const words = await wordsOf({ flatTrend: half });
    expect(words).toContain('Ambitie: de deels vlakke trend en 500 personen daaronder');
    expect(words).toContain(
      'De trendreeks loopt van 1 april 2020 tot 1 januari 2023; daarvoor is de trend vlak, dus zegt hij niet wat er landelijk gebeurde.',
    );
    expect(words).toContain('Met --trend vlak wordt zonder reeks gerekend, met --trendbestand op een eigen reeks.');
    expect(words).not.toMatch(/landelijke trend(?! is:)|Nederland/);
  });

  test('on both sides: before and after', async () => {
    const both: FlatTrend = { deel: 'deels', reeks: { begin: '2020-04', eind: '2021-01' } };
    expect(await wordsOf({ flatTrend: both })).toContain('1 januari 2021; daarvoor en daarna is de trend vlak');
  });

  test('at all: it is asked whether the number stays the same', async () => {
    const words = await wordsOf({ flatTrend: { deel: 'geheel', reeks: { ...reeks, begin: '2023-01' } } });
    expect(words).toContain('deze periode valt daar helemaal buiten: de trend is hier vlak');
    expect(words).toContain('Blijft het aantal bij ongewijzigd beleid gelijk?');
    const { summary } = fixtureInput({ flatTrend: { deel: 'geheel', reeks } });
    expect(followsTrend(summary.scenarios[0]!, summary).sentence).toContain(
      'als het aantal sinds oktober 2018 gelijk was gebleven',
    );
  });

  test('a flat trend that was asked is called flat, without a word about a series', async () => {
    const words = await wordsOf({ flatTrend: { deel: 'geheel', reeks: null } });
    expect(words).toContain('Ambitie: een vlakke trend en 500 personen daaronder');
    expect(words).not.toContain('trendreeks');
  });
});
