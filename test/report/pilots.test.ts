// Pilots in the section Bruto en netto: what a board reads of a pilot that can be judged, and of one that cannot.
import { expect, test } from 'vitest';
import type { PilotSummary } from '../../src/analysis/pilot.js';
import { pilotList } from '../../src/report/sections/pilots.js';

const about = (gemiddelde: number) => ({ gemiddelde, marge: 1 });

/** 40 percent off benefit after a year where 30 would have been anyway. */
const judged: PilotSummary = {
  scenario: 'wijkteam-werkt',
  naam: 'Wijkteam <werkt>',
  station: 'wijkteam',
  vraag: 'Komen meer inwoners van de wijk aan het werk?',
  begin: '2019-07-01',
  einde: '2021-06-30',
  norm: 'vijf punten netto',
  venster: '2019-10..2020-09',
  naMaanden: 12,
  startsPerMaand: 10.5,
  bruto: about(0.4),
  zonder: about(0.3),
  netto: about(0.1),
  clientenPerArm: 376,
  maandenTotZekerheid: 48,
  langGenoeg: false,
  stopregel: { naMaanden: 12, nettoOnder: 0.05, gestopt: 3, doorrekeningen: 20 },
  verliesPersonen: about(4),
  winstPersonen: about(-12),
  saldoPersonen: about(-8),
};
const unknown: PilotSummary = {
  ...judged,
  clientenPerArm: null,
  maandenTotZekerheid: null,
  stopregel: null,
  winstPersonen: null,
  saldoPersonen: null,
};

const plain = (pilots: readonly PilotSummary[]): string =>
  (pilotList(pilots)?.text ?? '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\s+/g, ' ');

test('without pilots there is no heading either', () => {
  expect(pilotList([])).toBeNull();
});

test('a pilot says its effect, how many participants tell it from chance, how often it would have stopped, and both sides of its volume', () => {
  const text = plain([judged]);
  expect(text).toContain('+10 punten netto na 12 maanden');
  expect(text).toContain('40 % heeft dan geen uitkering; zonder de pilot 30 %.');
  expect(text).toContain('Bij 10,5 starts per maand zijn 376 deelnemers nodig');
  expect(text).toContain('48 maanden vanaf het begin. Zo veel deelnemers krijgt de pilot niet');
  expect(text).toContain('onder 5 punten ligt: in 3 van de 20 doorrekeningen zou dat zijn gebeurd.');
  // −12 by the pilot and +4 elsewhere: 8 fewer.
  expect(text).toContain('−12 door de pilot, +4 personen doordat de uren in het gewone werk ontbreken; samen 8');
  expect(text).toContain('minder dan wanneer iedereen op zijn plek was gebleven.');
  expect(pilotList([judged])?.text).toContain('Wijkteam &lt;werkt&gt;');
});

test('a pilot whose effect nobody studied shows what it costs, and never a volume of its own', () => {
  const text = plain([unknown]);
  expect(text).toContain('in een pilot zeker niet.');
  expect(text).toContain('Er is geen stopregel ingevuld.');
  expect(text).toContain('Wat de pilot zelf aan volume brengt, is niet bekend');
  expect(text).not.toContain('samen');
});
