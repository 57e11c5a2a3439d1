// IJmond Werkt!: what the description of 2015 states is in the data, and one doorrekening loses nobody.
import { describe, expect, it } from 'vitest';
import { onceThrough, parameterOf, studyOf } from './once-through.js';

const study = studyOf('ijmond-werkt');
const { stations, roles, run, attributes, arrivals, spells } = study.spec;
const value = (name: string): number => parameterOf(study, name).value;

describe('the way of IJmond Werkt!, as the description states it', () => {
  it('the application comes in at the municipality and at IJmond Werkt! at once: the decision runs beside the route', () => {
    expect(roles.entry).toBe('werk-nl');
    expect(stations['werk-nl']?.outcomes.at(-1)).toMatchObject({ to: 'screening', side: ['beoordeling'] });
  });

  it('from 27 on nobody waits for a term', () => {
    expect(value('wachttermijn.aandeel')).toBe(0);
  });

  it('every week 45 are invited to a groepsintake with four werkcoaches, and 30 % does not come', () => {
    expect(stations['groepsintake']).toMatchObject({
      kind: 'course',
      maximum: 45,
      noShow: 0.3,
      starts: { every: { value: 1, unit: 'weeks' } },
      pools: [{ pool: 'werkcoaches-intake', units: 4 }],
      norm: { within: { value: 1, unit: 'weeks' }, since: 'application' },
    });
    expect(study.spec.pools['werkcoaches-intake']).toMatchObject({ capacity: 4 });
  });

  it('health goes to the arbeidsdeskundige or the ADTC, disturbing behaviour to the ADTC, exemption back to the municipality', () => {
    const ways = stations['na-groepsintake']?.outcomes.map(({ to }) => to);
    expect(ways).toEqual(['gezondheid', 'adtc', 'terug-naar-gemeente', 'exit', 'afspraak-kennismaking']);
    expect(stations['gezondheid']?.outcomes.map(({ to }) => to)).toEqual(['adtc', 'arbeidsdeskundige']);
  });

  it('five working days later a trainer talks with everyone for fifteen minutes', () => {
    expect(stations['afspraak-kennismaking']).toMatchObject({ duration: { value: 1, unit: 'weeks' } });
    expect(stations['kennismakingsgesprek']).toMatchObject({
      hours: { mean: 0.25 },
      meets: { how: 'personal' },
      norm: { within: { value: 5, unit: 'workdays' }, since: 'groepsintake' },
    });
  });

  it('the training starts on Mondays with 12 to 15 people and two trainers: four weeks of three dagdelen, four of two', () => {
    expect(stations['sterk-naar-werk']).toMatchObject({
      minimum: 12,
      maximum: 15,
      starts: { every: { value: 1, unit: 'weeks' } },
      duration: { value: 4, unit: 'weeks' },
      pools: [{ pool: 'trainers-dagdelen', units: 2 * 3 }],
    });
    expect(stations['sterk-naar-werk-vervolg']).toMatchObject({
      maximum: 15,
      duration: { value: 4, unit: 'weeks' },
      pools: [{ pool: 'trainers-dagdelen', units: 2 * 2 }],
    });
    // 1 January 2014 was a Wednesday; five days on is a Monday, and so is the start of the second half, a whole number of weeks later.
    expect(run.start).toBe('2014-01-01');
    for (const half of ['sterk-naar-werk', 'sterk-naar-werk-vervolg']) {
      expect(stations[half]).toMatchObject({ starts: { first: 5.375 } });
    }
  });

  it('of the participants of 2014 25 % was out, 28 % ready for work and 47 % went on elsewhere: three ijkpunten around these figures', () => {
    const band = (id: string): number[] => {
      const found = study.organisation.ijkpunten.ijkpunten.find((one) => one.id === id);
      return [found?.low ?? NaN, found?.high ?? NaN];
    };
    const middle = (id: string): number => band(id).reduce((sum, end) => sum + end / 2, 0);
    expect(middle('training-uit')).toBeCloseTo(0.25, 10);
    expect(middle('training-klaar')).toBeCloseTo(0.28, 10);
    expect(middle('training-elders')).toBeCloseTo(0.47, 10);
  });

  it('a diagnosis at the ADTC takes two weeks on average and three months at most', () => {
    expect(stations['adtc']).toMatchObject({
      stay: { mean: 2, unit: 'weeks' },
      term: { value: 3, unit: 'months' },
      observe: ['beperking-vastgesteld'],
    });
  });

  it('a leerwerkplek lasts two years at most, and is evaluated every three months beside it', () => {
    expect(stations['leerwerkplek']).toMatchObject({ kind: 'place', term: { value: 2, unit: 'years' } });
    expect(stations['toelating-leerwerkbedrijf']?.outcomes.at(-1)).toMatchObject({ side: ['kwartaal'] });
    expect(stations['kwartaal']).toMatchObject({ duration: { value: 13, unit: 'weeks' } });
    expect(stations['evaluatie']).toMatchObject({ norm: { within: { value: 3, unit: 'months' } } });
  });

  it('the programme ends before two years are over, and then it is looked into why', () => {
    expect(stations['vacaturecentrum']).toMatchObject({
      calls: [{ share: 1, when: { monthsOnBenefit: { atLeast: 23 } }, to: 'onderzoek-na-twee-jaar' }],
    });
    expect(stations['onderzoek-na-twee-jaar']).toMatchObject({ norm: { within: { value: 24, unit: 'months' } } });
  });

  it('there is no loonwaarde anywhere', () => {
    expect(Object.keys(attributes).filter((id) => id.includes('loonwaarde'))).toEqual([]);
  });

  it('who hears that there is no right may go on without a benefit, and school leavers of the praktijkschool do not begin with the training', () => {
    expect(stations['geen-uitkering']?.outcomes.map(({ to }) => to)).toEqual(['exit', 'meedoen-zonder-uitkering']);
    expect(stations['schoolverlaters']?.outcomes[0]?.to).toBe('praktijkschool');
    expect(stations['praktijkschool']?.outcomes.map(({ to }) => to)).toEqual(['toelating-leerwerkbedrijf']);
  });
});

describe('IJmond Werkt! as a process for other populations', () => {
  const common = {
    attributes: ['bemiddelbaarheid', 'leeftijd', 'beperking', 'meervoudig', 'zonder-startkwalificatie'],
    marks: ['geen-recht', 'ingetrokken-werk', 'ingetrokken-onbekend', 'later-opnieuw', 'basisbaan'],
    sources: ['regulier', 'jongeren', 'statushouders', 'einde-ww'],
  };

  it('looks only at what every population has', () => {
    const looked = Object.values(attributes).flatMap((one) => ('of' in one ? [one.of] : []));
    expect(looked.filter((id) => !common.attributes.includes(id))).toEqual([]);
  });

  it('has the sources and marks of every population', () => {
    expect(Object.keys(arrivals).sort()).toEqual([...common.sources].sort());
    expect(Object.keys(spells?.marks ?? {}).sort()).toEqual([...common.marks].sort());
  });
});

describe('one doorrekening of IJmond Werkt!', () => {
  const once = onceThrough(study.spec);

  it('loses nobody: who began and did not end is in the chain, once', () => {
    expect(once().begun).toBeGreaterThan(once().ended);
    expect(once().begun - once().ended).toBe(once().onSpell.size);
    expect([...once().inChain].sort()).toEqual([...once().onSpell].sort());
  });

  it('begins every station but the one that is closed', () => {
    const never = Object.keys(stations).filter((id) => !once().starts.has(id));
    expect(never).toEqual(['wachttermijn']);
  });
});
