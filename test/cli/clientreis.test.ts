// doorstroom clientreis on the village: a case client and a client of the population, a page of one file, JSON, and mistakes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { doorstroom, village } from './doorstroom.js';

const piet = `naam: Piet
omschrijving: iemand uit een verhaal
bron: een verhaal
kenmerken:
  bemiddelbaarheid: { waarde: 0.5, bron: p. 1 }
organisaties:
  dorp:
    begint: donderdag
    bron: p. 2
    pins:
      - { station: intake, naar: poort, bron: p. 3 }
      - { station: poort, naar: training, bron: p. 4 }
    open: { na: training, bron: p. 5 }
`;
const named = { 'data/clienten/piet.yaml': piet };
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

interface Document {
  readonly organisaties: readonly {
    readonly doorrekeningen: number;
    readonly dezeWeg: number;
    readonly stappen: readonly {
      readonly station: string;
      readonly wachttijdDagen: { readonly mediaan: number } | null;
    }[];
    readonly openNa: { readonly after: string } | null;
  }[];
}

describe('a case client', () => {
  it('is told with what is prescribed, stays open where the source does, and comes on one page', async () => {
    const cwd = village(named);
    const { code, out, err } = await doorstroom(['clientreis', 'piet', '--doorrekeningen', '3', '--map', 'uit'], {
      cwd,
    });
    expect({ code, file: readdirSync(join(cwd, 'uit')) }).toEqual({ code: 0, file: ['clientreis-piet.html'] });
    expect(err).toContain('uit/clientreis-piet.html');
    const text = flat(out);
    expect(text).toContain('Begint op een donderdag (voorgeschreven, p. 2).');
    expect(text).toContain('Voorgeschreven: daarna naar Keuze aan de poort (p. 3).');
    expect(text).toContain('Ook voorgeschreven, bij Keuze aan de poort: daarna naar Training (p. 4).');
    expect(text).toContain(
      'Hier laat de bron open hoe het verdergaat (p. 5). In het model volgde: Bestand (3 van de 3).',
    );
    expect(text).toContain('Piet is een fictieve cliënt');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    const page = readFileSync(join(cwd, 'uit', 'clientreis-piet.html'), 'utf8');
    expect(page).toContain('role="img"');
    expect(page).not.toContain('<script');
  });

  it('says the same in JSON, and runs without what is prescribed', async () => {
    const cwd = village(named);
    const words = ['clientreis', 'piet', '--doorrekeningen', '3', '--json'];
    const { code, out } = await doorstroom(words, { cwd });
    const [dorp] = (JSON.parse(out) as Document).organisaties;
    expect({ code, way: dorp?.stappen.map(({ station }) => station) }).toEqual({
      code: 0,
      way: ['intake', 'training'],
    });
    // A room is always free.
    expect(dorp?.stappen[1]?.wachttijdDagen).toMatchObject({ mediaan: 0 });
    expect(dorp?.openNa).toMatchObject({ after: 'training' });
    const loose = await doorstroom([...words, '--zonder-pins'], { cwd });
    expect((JSON.parse(loose.out) as Document).organisaties[0]).toMatchObject({ doorrekeningen: 3, openNa: null });
  });

  it('with mistakes is not run: all of them come at once, with their places', async () => {
    const wrong = piet
      .replace('naar: poort', 'naar: port')
      .replace('bemiddelbaarheid:', 'afstand:')
      .replace('na: training', 'na: trainen');
    const { code, out, err } = await doorstroom(['clientreis', 'piet'], {
      cwd: village({ 'data/clienten/piet.yaml': wrong }),
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    const text = flat(err);
    expect(text).toContain("piet.yaml:5:14: kenmerk 'afstand' bestaat niet.");
    expect(text).toContain("piet.yaml:11:28: van 'intake' gaat niemand naar 'port'; kies uit geen-recht of poort.");
    expect(text).toContain("piet.yaml:13:13: station 'trainen' bestaat niet. Bedoelde u 'training'?");
  });

  it.each([
    [['clientreis'], 'noem een casus'],
    [['clientreis', 'piet', '--client', '3'], 'niet allebei'],
    [['clientreis', 'peit'], "Bedoelde u 'piet'?"],
    [['clientreis', 'piet', '--organisaties', 'drop'], "Bedoelde u 'dorp'?"],
  ])('%j ends with 2 and says what is wrong', async (words, said) => {
    const { code, err } = await doorstroom(words, { cwd: village(named) });
    expect({ code, said: flat(err).includes(said) }).toEqual({ code: 2, said: true });
  });
});

describe('a client of the population', () => {
  const asked = ['clientreis', '--organisatie', 'dorp', '--client', '5'];

  it('is told under two scenarios with the same day of application, as somebody who does not exist', async () => {
    const { code, out } = await doorstroom([...asked, '--scenario', 'ongewijzigd-beleid,meer-training'], {
      cwd: village(),
    });
    expect(code).toBe(0);
    const days = [...out.matchAll(/Vraagt aan op (.*)\./g)].map(([, day]) => day);
    expect(days.length).toBeGreaterThanOrEqual(2);
    expect(days[0]).toBe(days.at(out.includes('aanvraag 2') ? 0 : 1));
    expect(flat(out)).toContain('Een cliënt die niet bestaat: nummer');
    expect(flat(out)).toContain('geeft niemand een score of een plaats op een lijst');
  });

  it('is the same twice, and another in another doorrekening', async () => {
    const cwd = village();
    const [first, again, other] = await Promise.all(
      [[], [], ['--doorrekening', '2']].map((more) => doorstroom([...asked, '--json', ...more], { cwd })),
    );
    expect(first?.out).toBe(again?.out);
    expect(other?.out).not.toBe(first?.out);
  });

  it('who is not there is refused with the numbers there are', async () => {
    const { code, err } = await doorstroom(['clientreis', '--organisatie', 'dorp', '--client', '99999'], {
      cwd: village(),
    });
    expect(code).toBe(2);
    expect(flat(err)).toMatch(
      /die cliënt bestaat niet\. In doorrekening 1 van dorp zijn er de nummers 1 tot en met [\d.]+, in volgorde van aanvraag/,
    );
  });
});
