// Section Kosten en baten: what it says about amounts that were chosen by hand.
import { describe, expect, test } from 'vitest';
import type { Costs, ScenarioMoney } from '../../src/analysis/money.js';
import { money } from '../../src/report/sections/money.js';
import { fixtureInput } from './fixture.js';

const input = fixtureInput();

function costs(uitkering: number, personeel: number): Costs {
  const of = (gemiddelde: number) => ({ gemiddelde, marge: 1000 });
  return {
    uitkering: of(uitkering),
    personeel: of(personeel),
    programma: of(0),
    extra: of(0),
    totaal: of(uitkering + personeel),
  };
}

/** Per year, against the base: benefits and staff; paid back or not. */
function counted(benefits: number, staff: number, more: Partial<ScenarioMoney> = {}): ScenarioMoney {
  const nothing = {
    soort: 'geen verschil',
    maand: null,
    aandeelDoorrekeningen: 1,
    p10: null,
    p50: null,
    p90: null,
  } as const;
  return {
    jaren: [
      { periode: '2018-10..2019-09', kosten: costs(9e6 + benefits, 1e6 + staff), verschil: costs(benefits, staff) },
    ],
    verschil: costs(benefits, staff),
    verschilPerJaar: { gemiddelde: benefits + staff, marge: 1000 },
    cumulatief: ['2018-10', '2018-11'].map((maand, i) => {
      const gemiddelde = ((benefits + staff) * (i + 1)) / 12;
      return { maand, gemiddelde, p10: gemiddelde - 500, p90: gemiddelde + 500 };
    }),
    terugverdienen: nothing,
    vermedenUitkeringsjaren: { gemiddelde: 40, marge: 5 },
    perVermedenUitkeringsjaar: { gemiddelde: staff / 40, marge: 100, reden: null },
    saldoRijksbudget: null,
    ...more,
  };
}

const paidBack = {
  soort: 'terugverdiend',
  maand: '2020-03',
  aandeelDoorrekeningen: 0.9,
  p10: '2019-11',
  p50: '2020-03',
  p90: null,
} as const;

async function written(second: ScenarioMoney): Promise<{ lead: string; text: string } | null> {
  const scenarios = input.summary.scenarios.slice(0, 2).map((scenario, i) => ({
    ...scenario,
    geld: i === 0 ? counted(0, 0) : second,
  }));
  const content = await money.write({ ...input, summary: { ...input.summary, scenarios, ambitieGeld: 8_500_000 } });
  if (content === null) return null;
  return { lead: content.lead, text: content.body.text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ') };
}

describe('section Kosten en baten', () => {
  test('says what is saved, when it is paid back, and the price of an avoided year', async () => {
    const section = await written(counted(-600_000, 200_000, { terugverdienen: paidBack }));
    expect(section?.lead).toContain('kost 400.000 euro per jaar minder dan ongewijzigd beleid');
    expect(section?.text).toContain(
      'Gemiddeld terugverdiend vanaf maart 2020 (acht van de tien: nov 2019 tot na okt 2022); in 18 van de 20 doorrekeningen.',
    );
    // 200.000 / 40.
    expect(section?.text).toContain('kost elk van de 40 vermeden uitkeringsjaren 5.000 euro');
  });

  test('compares with what the ambition was given: 8,5 million for 500 persons is 17.000 each', async () => {
    const section = await written(counted(-600_000, 200_000, { terugverdienen: paidBack }));
    expect(section?.text).toContain('8,5 miljoen euro genoemd, en dat is 17.000 euro voor elk van de 500 personen');
  });

  test('calls a difference within its margin what it is', async () => {
    const unsure = counted(-600_000, 599_500, { terugverdienen: paidBack });
    const section = await written(unsure);
    expect(section?.lead).toContain('Van geen enkel scenario is duidelijk dat het geld oplevert');
    expect(section?.text).toContain('Het verschil in kosten valt binnen de marge.');
  });

  test('says why there is no price of an avoided year', async () => {
    const reden = 'er worden geen uitkeringsjaren vermeden';
    const none = counted(100_000, 0, {
      terugverdienen: { ...paidBack, soort: 'niet binnen de doorrekening', maand: null, aandeelDoorrekeningen: 0 },
      perVermedenUitkeringsjaar: { gemiddelde: null, marge: null, reden },
    });
    const section = await written(none);
    expect(section?.lead).toContain('kost geld');
    expect(section?.text).toContain(`niet te noemen: ${reden}.`);
  });

  test('is left out of a report without money', async () => {
    expect(await money.write(input)).toBeNull();
  });
});
