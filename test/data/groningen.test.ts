// Groningen: what the begroting of 2020 states is in the data, its aims are never a measure, and one doorrekening loses nobody.
import { describe, expect, it } from 'vitest';
import { onceThrough, parameterOf, studyOf } from './once-through.js';

const study = studyOf('groningen');
const { stations, arrivals, spells } = study.spec;

describe('the four routes of Groningen, as the begroting states them', () => {
  it('youth without startkwalificatie back to school, the easy ones digital, no rhythm to participation, the others guided', () => {
    expect(stations['gesprek-ontwikkelhuis']?.outcomes.map(({ to }) => to)).toEqual([
      'terug-naar-school',
      'collectief-en-digitaal',
      'deelname-of-beschut',
      'individuele-begeleiding',
    ]);
  });

  it('statushouders are helped by Thuisin050 beside the ordinary way', () => {
    expect(arrivals['statushouders']?.to).toBe('aanvraag-statushouder');
    expect(stations['aanvraag-statushouder']?.outcomes).toMatchObject([{ to: 'intake', side: ['thuisin050'] }]);
  });

  it('scholing is for ICT, for zorg en welzijn, and for bouw en techniek through the 1000-banenplan', () => {
    const ways = stations['kansrijke-sector']?.outcomes.map(({ to }) => to);
    expect(ways).toEqual(['scholing-ict', 'scholing-zorg', 'banenplan']);
  });

  it('part-time work is a state of the benefit', () => {
    expect(Object.keys(spells?.states ?? {})).toEqual(['deeltijd']);
  });

  it('nobody has a basisbaan until a scenario says so', () => {
    expect(parameterOf(study, 'basisbaan.per_jaar').value).toBe(0);
    expect(stations['basisbaan']?.outcomes).toMatchObject([{ to: 'exit', mark: 'basisbaan' }]);
  });
});

describe('aims of Groningen', () => {
  const aims = study.organisation.parameters.parameters.filter(({ status }) => status === 'streefcijfer');

  it('1.100 and 1.200 to work and 350 with part-time income are told as aims', () => {
    expect(aims.map(({ value }) => value)).toEqual([1100, 1200, 350]);
  });

  it('nothing in the process or the population reads them', () => {
    const named = JSON.stringify(study.organisation.tree);
    expect(aims.filter(({ name }) => named.includes(name))).toEqual([]);
  });

  it('no ijkpunt counts exits to work or people in part-time work: both are only looked at as a share', () => {
    const counted = study.organisation.ijkpunten.ijkpunten.filter(({ numerator }) => /werk|deeltijd/.test(numerator));
    const about = counted.filter(({ numerator }) => !numerator.includes('sw-'));
    expect(about.map(({ id }) => id)).toEqual(['aandeel-werk', 'deeltijd', 'terug-na-werk']);
    expect(about.filter(({ low, high }) => low >= 1 || high > 1)).toEqual([]);
  });
});

describe('the sociale werkvoorziening', () => {
  it('is a closed group: everyone is there on the first day', () => {
    for (const id of ['sw-gedetacheerd', 'sw-begeleid-werken']) {
      expect(arrivals[id]).toMatchObject({ times: [0], to: id });
      const ways = Object.values(stations).flatMap(({ outcomes }) => outcomes.filter(({ to }) => to === id));
      expect(ways).toEqual([]);
    }
  });

  it('shrinks from 600 to 585 and from 105 to 90 in a year by its own rate', () => {
    const left = (mean: string): number => Math.exp(-1 / parameterOf(study, mean).value);
    expect(600 * left('sw.gedetacheerd_jaren')).toBeCloseTo(585, 0);
    expect(105 * left('sw.begeleid_jaren')).toBeCloseTo(90, 1);
    expect(parameterOf(study, 'sw.gedetacheerd_begin').value * left('sw.gedetacheerd_jaren')).toBeCloseTo(600, 0);
    expect(parameterOf(study, 'sw.begeleid_begin').value * left('sw.begeleid_jaren')).toBeCloseTo(105, 0);
  });
});

describe('one doorrekening of Groningen', () => {
  const once = onceThrough(study.spec);

  it('loses nobody: who began and did not end is in the chain, once', () => {
    expect(once().begun).toBeGreaterThan(once().ended);
    expect(once().begun - once().ended).toBe(once().onSpell.size);
    expect([...once().inChain].sort()).toEqual([...once().onSpell].sort());
  });

  it('leaves what four years leave of the sociale werkvoorziening, within four standard deviations', () => {
    // 615 and 122 people, each still there after four years with chance e^(−4/mean): binomial.
    for (const [id, begun, mean] of [
      ['sw-gedetacheerd', 'sw.gedetacheerd_begin', 'sw.gedetacheerd_jaren'],
      ['sw-begeleid-werken', 'sw.begeleid_begin', 'sw.begeleid_jaren'],
    ] as const) {
      const number = parameterOf(study, begun).value;
      const chance = Math.exp(-4 / parameterOf(study, mean).value);
      const present = once().at.get(id) ?? 0;
      expect(Math.abs(present - number * chance)).toBeLessThan(4 * Math.sqrt(number * chance * (1 - chance)));
    }
  });

  it('begins every station but the basisbaan, which is closed', () => {
    expect(Object.keys(stations).filter((id) => !once().starts.has(id))).toEqual(['basisbaan']);
  });
});
