// The section Bruto en netto: its sentence, its pictures and its table, from numbers made up for it.
import { describe, expect, test } from 'vitest';
import type { EffectAtHorizon, ProgrammeEffect } from '../../src/analysis/effect.js';
import { shareDomain } from '../../src/report/charts/dumbbell.js';
import { renderReport } from '../../src/report/report.js';
import { effect } from '../../src/report/sections/effect.js';
import { fixtureInput } from './fixture.js';

const certain = (gemiddelde: number) => ({ gemiddelde, marge: 0.01 });

function at(maanden: number, bruto: number, zonder: number): EffectAtHorizon {
  return {
    maanden,
    bruto: certain(bruto),
    zonder: certain(zonder),
    netto: certain(bruto - zonder),
    ookZonder: certain(zonder / bruto),
    literatuur: maanden === 12 ? { laag: 0.02, hoog: 0.15, bron: 'Proef A; Proef B' } : null,
  };
}

const bap: ProgrammeEffect = {
  station: 'bap',
  naam: 'Bemiddelen <aan> de Poort',
  tegelijkUit: [],
  venster: '2018-10..2019-09',
  begonnen: certain(275),
  begonnenZonder: certain(270),
  tijdens: {
    werk: { bruto: certain(0.6), zonder: certain(0.45) },
    anders: { bruto: certain(0.14), zonder: certain(0.15) },
  },
  horizonten: [at(6, 0.62, 0.48), at(12, 0.74, 0.64)],
};
const programme: ProgrammeEffect = {
  ...bap,
  station: 'programma',
  naam: 'Programma',
  tegelijkUit: ['Scalabor'],
  tijdens: null,
  horizonten: [at(6, 0.13, 0.16), at(12, 0.3, 0.27)],
};

function inputWith(effecten: readonly ProgrammeEffect[]) {
  const input = fixtureInput();
  return { ...input, summary: { ...input.summary, effecten } };
}
const plain = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('Bruto en netto', () => {
  test('is left out when no programme was run without its effect', async () => {
    expect(await effect.write(fixtureInput())).toBeNull();
  });

  test('opens with the programme that looks best: 74 and 64 percent are 10 points', async () => {
    const content = await effect.write(inputWith([programme, bap]));
    expect(content?.lead.replaceAll('\u00a0', ' ')).toBe(
      'Van wie bij Bemiddelen <aan> de Poort begint, heeft 74 % na 12 maanden geen uitkering meer; 64 % zou ook zonder zijn vertrokken, dus 10 punten komen door het programma zelf.',
    );
  });

  test('says so when the best looking programme adds nothing', async () => {
    const content = await effect.write(inputWith([{ ...bap, horizonten: [at(12, 0.5, 0.52)] }]));
    expect(content?.lead).toContain('voegt dan niets toe');
  });

  test('stands between the stroomschema and the aannames, escaped, with a table of its own', async () => {
    const html = await renderReport(inputWith([bap, programme]));
    const order = ['stroomschema', 'bruto-en-netto', 'aannames'].map((id) => html.indexOf(`<section id="${id}"`));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(Math.min(...order)).toBeGreaterThan(0);
    expect(html).not.toContain('<aan>');
    const text = plain(html).replaceAll('\u00a0', ' ');
    expect(text).toContain('6 maanden 62 % 48 % +14 ± 1 77 %');
    expect(text).toContain('12 maanden 74 % 64 % +10 ± 1 86 % +2 tot +15');
    // Where more would have left without, a share of the gross success means nothing.
    expect(text).toContain('6 maanden 13 % 16 % −3 ± 1 alles');
    expect(text).toContain('275 begonnen in het eerste jaar (zonder het effect 270)');
    expect(text).toContain('had Scalabor ook geen effect');
  });

  test('has one scale for all programmes, in whole tens, with room for what research found (64 + 15) and for the number behind a dot', () => {
    expect(shareDomain([bap, programme])).toEqual([0, 90]);
    expect(shareDomain([programme])).toEqual([0, 50]);
  });
});
