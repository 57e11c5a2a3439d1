// Section 8 from a made-up certainty: what the lead says, which numbers it names, and when it is left out.
import { describe, expect, test } from 'vitest';
import type { Certainty, OutcomeCertainty } from '../../src/analysis/certainty.js';
import { shareBars } from '../../src/report/charts/shares.js';
import { renderReport } from '../../src/report/report.js';
import { certainty } from '../../src/report/sections/certainty.js';
import { fixtureInput } from './fixture.js';

const split = (share: number, low: number) => ({
  totaal: 20,
  toeval: 20 * Math.sqrt(1 - share),
  nietWeten: 20 * Math.sqrt(share),
  aandeelNietWeten: share,
  aandeelLaag: low,
  aandeelHoog: 0.9,
  teOnderscheiden: low > 0,
});
const moves = (naam: string, aandeel: number) =>
  ({ soort: 'getal', naam, correlatie: Math.sqrt(aandeel), aandeel, laag: 0.1, hoog: 0.7 }) as const;
const outcome = (scenario: string, naam: string, more: Partial<OutcomeCertainty>): OutcomeCertainty => ({
  scenario,
  naam,
  uitkomst: 'verschil',
  splitsing: null,
  bekeken: 5,
  drempel: 0.3,
  beweegt: [],
  grootste: null,
  ...more,
});
const zekerheid: Certainty = {
  doorrekeningenToeval: 20,
  uitkomsten: [
    outcome('ongewijzigd-beleid', 'Ongewijzigd beleid', { uitkomst: 'afstand tot de trend', splitsing: split(0.2, 0) }),
    outcome('bap-verbreden', 'BAP <b>verbreden', { splitsing: split(0.8, 0.6), beweegt: [moves('bap.effect', 0.5)] }),
  ],
  eerstUitzoeken: [{ naam: 'bap.effect', aandeel: 0.25, beweegt: ['bap-verbreden'] }],
  nodig: [
    {
      scenario: 'bap-verbreden',
      naam: 'BAP <b>verbreden',
      gehaald: 0,
      doorrekeningen: 20,
      getallen: [
        { naam: 'bap.effect', nodig: 3.1, beste: 3.5, overig: 0 },
        { naam: 'bap.termijn', nodig: null, beste: 6, overig: 120 },
      ],
    },
  ],
};

function text(html: string): string {
  return html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

describe('Hoe zeker is dit', () => {
  const input = fixtureInput();
  const perLezing = [
    {
      groep: 'R',
      lezing: 'R1',
      naam: 'BAP is vol',
      kans: 0.5,
      doorrekeningen: 12,
      afstandTotTrend: { gemiddelde: -8, marge: 3 },
      scenarios: [{ id: 'bap-verbreden', gemiddelde: -40, marge: 2, soort: 'lager' as const, uitkomst: 'lager' }],
    },
  ];
  const withCertainty = { ...input, summary: { ...input.summary, zekerheid, perLezing } };

  test('is left out when only chance was counted', async () => {
    expect(await certainty.write(input)).toBeNull();
  });

  test('opens with what the spread comes from and what moves it', async () => {
    const content = await certainty.write(withCertainty);
    expect(content?.lead).toMatch(
      /^Bij het scenario komt de spreiding in het verschil vooral doordat getallen niet precies/,
    );
    expect(content?.lead).toMatch(/; ‘wat de BAP met de kans op werk doet’ beweegt de uitkomsten het meest\.$/);
  });

  test('says the shares, the number with its range, what must be true, the readings and the ijkpunten', async () => {
    const page = text((await certainty.write(withCertainty))?.body.text ?? '');
    expect(page).toContain('Niet van toeval te onderscheiden: Ongewijzigd beleid: afstand tot de trend.');
    expect(page).toContain('Het cijfer dat u eerst moet uitzoeken');
    expect(page).toContain('bereik 1,2 – 3,5');
    expect(page).toContain('bij ongeveer 3,1 is de ambitie gemiddeld gehaald');
    expect(page).toContain('geen waarde in het bereik is genoeg. Bij 6 blijft gemiddeld 120 personen over.');
    expect(page).toContain('BAP is vol 12 −8 −40');
    expect(page).toMatch(/Van de 8 ijkpunten/);
  });

  test('keeps names from files text, in the drawing as well', async () => {
    const page = await renderReport(withCertainty);
    expect(page).not.toContain('<b>verbreden');
    expect(page).toContain('BAP &lt;b&gt;verbreden');
  });
});

test('a bar of a quarter is a quarter of the track', () => {
  const { body } = shareBars([{ label: 'a', share: 0.25, low: null, high: null }], { rest: false });
  const widths = [...body.matchAll(/width="([\d.]+)"/g)].map(([, width]) => Number(width));
  expect(widths[1]! / widths[0]!).toBeCloseTo(0.25, 2);
});
