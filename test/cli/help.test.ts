// The words of the program itself: help, version, and what it says to an order it does not know.
import { describe, expect, it } from 'vitest';
import { doorstroom } from './doorstroom.js';

describe('help', () => {
  it('is Dutch, names the daily commands and ends with 0', async () => {
    const { code, out, err } = await doorstroom(['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const word of ['Gebruik:', 'Opdrachten:', 'vergelijk [opties] [bestand...]', 'valideer', 'stroomschema']) {
      expect(out).toContain(word);
    }
    expect(out).not.toMatch(/Usage|Options|Commands|\[options\]|default|’/);
    expect(out).not.toContain('kalibreer');
  });

  it('names the seldom used commands when asked for everything', async () => {
    const both = await Promise.all([doorstroom(['--help', 'alles']), doorstroom(['help', 'alles'])]);
    for (const { code, out } of both) {
      expect(code).toBe(0);
      expect(out).toContain('kalibreer');
    }
  });

  it('of a command tells its options with what they are when nothing is said', async () => {
    const { code, out } = await doorstroom(['vergelijk', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('(standaard: 100)');
    expect(out).toContain('gerealiseerd of vlak');
    expect(out).not.toContain('false');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('is what somebody gets who says nothing at all', async () => {
    expect(await doorstroom([])).toEqual(await doorstroom(['--help']));
  });

  it('gives the version of package.json', async () => {
    const { code, out } = await doorstroom(['--versie']);
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('an order that does not exist', () => {
  it.each([
    [['vergelik'], "opdracht 'vergelik' bestaat niet. Bedoelde u vergelijk?"],
    [['vergelijk', '--doorekeningen', '3'], "optie '--doorekeningen' bestaat niet. Bedoelde u --doorrekeningen?"],
    [['vergelijk', '--doorrekeningen', '1,5'], "optie '--doorrekeningen': gevonden '1,5'; verwacht een geheel getal"],
    [['vergelijk', '--trend', 'stijgend'], "optie '--trend': gevonden 'stijgend'; kies uit gerealiseerd, vlak."],
    [['vergelijk', '--organisatie'], "optie '--organisatie' heeft een waarde nodig."],
    [['vergelijk', '--startgetal', 'a/b'], "optie '--startgetal': gevonden 'a/b'"],
    [['stroomschema', 'a', 'b'], "'stroomschema' kent niet zo veel argumenten."],
    [['help', 'vergelik'], 'die opdracht bestaat niet.'],
    [['valideer', '--met', 'instroom'], "optie '--met': gevonden 'instroom'; verwacht naam=waarde"],
    [['vergelijk', '--tegen', 'niets'], '--tegen niets: er is geen scenario met die naam. Er zijn: '],
  ])('%j ends with 2 and says in Dutch what is wrong', async (args, message) => {
    const { code, out, err } = await doorstroom(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`Fout: ${message}`);
    expect(err).not.toMatch(/error|\n {4}at /);
  });
});
