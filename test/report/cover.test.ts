// The cover: what it says about a made-up run, and which three numbers it names.
import { describe, expect, test } from 'vitest';
import { noticeableFrom } from '../../src/analysis/noticeable.js';
import { renderReport } from '../../src/report/report.js';
import { markup } from '../../src/report/html.js';
import { decisions, evidenceText, foundation, staffText } from '../../src/report/sections/cover-parts.js';
import { fixtureInput } from './fixture.js';

describe('the month from which a difference is noticeable', () => {
  const months = ['2019-01', '2019-02', '2019-03', '2019-04'];

  test('is the first after which it stays beyond the threshold, not the first beyond it', () => {
    expect(noticeableFrom(months, [-30, -10, -25, -40], 25)).toBe('2019-03');
  });

  test('is none when it ends within the threshold, and looks at the side on which it ends', () => {
    expect(noticeableFrom(months, [-60, -50, -40, -24], 25)).toBeNull();
    expect(noticeableFrom(months, [-60, 30, 40, 50], 25)).toBe('2019-02');
  });

  test('is the first month when it always was', () => {
    expect(noticeableFrom(months, [26, 27, 28, 29], 25)).toBe('2019-01');
  });
});

describe('the three numbers it rests on', () => {
  test('when nothing goes along with anything, as with two draws: the same as without a ranking', () => {
    const input = fixtureInput();
    const zekerheid = { doorrekeningenToeval: 2, uitkomsten: [], eerstUitzoeken: [], nodig: [] };
    expect(foundation({ ...input, summary: { ...input.summary, zekerheid } })).toEqual(foundation(input));
  });

  test('without a ranking: the widest that a scenario changes, then the widest of all', () => {
    // Only bap.aandeel is touched and has a range; then bap.effect (2,3 / 2,4 = 96 %) and bap.termijn (6 / 8 = 75 %).
    expect(foundation(fixtureInput())).toEqual([
      { name: 'bap.aandeel', why: 'een scenario verandert dit, en het is niet precies bekend' },
      { name: 'bap.effect', why: 'is naar verhouding het minst precies bekend' },
      { name: 'bap.termijn', why: 'is naar verhouding het minst precies bekend' },
    ]);
  });
});

test('no more decisions than fit on the cover, those of the scenarios in its picture first', () => {
  const asking = Array.from({ length: 7 }, (_, index) => ({
    id: `s${index}`,
    name: `Scenario ${index}`,
    explanation: '',
    source: '',
    changes: [],
    decision: `Besluit ${index}.`,
  }));
  const { text } = markup`${decisions(asking, ['s6'])}`;
  expect([...text.matchAll(/Besluit (\d)/g)].map(([, number]) => number)).toEqual(['6', '0', '1', '2', '3']);
  expect(text).toContain('Nog 2 scenario’s vragen een besluit');
});

test('a loan between teams is told as a plus, a minus and their sum', () => {
  expect(staffText([])).toBe('geen verandering');
  expect(staffText([{ team: 'BAP', fte: 2.5 }])).toBe('BAP +2,5');
  const loan = [
    { team: 'BAP', fte: 4 },
    { team: 'Werk', fte: -4 },
  ];
  expect(staffText(loan)).toBe('BAP +4, Werk −4 (samen 0)');
});

test('a class is never printed without what it means', () => {
  const shelf = { reason: '', levers: [], noMeasure: '', range: '' };
  expect(evidenceText({ shelf: { ...shelf, klasse: 'B' } })).toContain('niet onderzocht');
  expect(evidenceText({ shelf: { ...shelf, klasse: null } })).toBe('niet ingevuld');
});

test('the page gives the decision that is asked for, money that is not there, and three sentences of conclusion', async () => {
  const page = (await renderReport(fixtureInput())).replaceAll(/\s+/g, ' ');
  const cover = /<section id="voorblad"[\s\S]*?<\/section>/.exec(page)?.[0] ?? '';
  expect(cover).toContain('De BAP verbreden per 1 juli 2019.');
  expect(cover).toContain('nog niet berekend');
  expect(cover).toContain('Poort +4, Werk −4 (samen 0)');
  const lead = /<p class="lead">(.*?)<\/p>/.exec(cover)?.[1]?.trim() ?? '';
  expect(lead.match(/[^.\d]\.(?= |$)/g)).toHaveLength(3);
  expect(lead).toContain('‘BAP verbreden met vier fte uit Werk’ het meest: 112 van de 500 extra');
});

test('what the author left out is said where the changes are told, and what she said too', async () => {
  const page = (await renderReport(fixtureInput())).replaceAll(/\s+/g, ' ');
  expect(page).toContain('Geen wijziging van de verordening nodig.');
});
