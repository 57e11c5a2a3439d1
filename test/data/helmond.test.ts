// Helmond: what the plan of 2010 states is in the data and on the shelf, and one doorrekening loses nobody.
import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../src/scenario/dates.js';
import { onceThrough, parameterOf, studyOf } from './once-through.js';

const study = studyOf('helmond');
const { stations, run, attributes } = study.spec;
const value = (name: string): number => parameterOf(study, name).value;
const day = (date: string): number => daysBetween(run.start, date);

describe('the plan of Helmond, as the document states it', () => {
  it('the phone is split from the desk, and a simple application is dealt with at once at the snelbalie', () => {
    expect(stations['ontvangst']?.outcomes.map(({ to }) => to)).toEqual(['telefoon', 'balie']);
    expect(stations['balie']?.outcomes.map(({ to }) => to)).toEqual(['snelbalie', 'scan']);
    expect(stations['snelbalie']?.outcomes.at(-1)).toMatchObject({ to: 'diagnosegesprek', grant: 0 });
  });

  it('the ladder has six levels, seen at the scan, at the diagnosis and at every measurement', () => {
    expect(attributes['ladder']).toMatchObject({ names: ['1', '2', '3', '4', '5', '6'] });
    for (const id of ['scan', 'diagnosegesprek', 'meting']) {
      expect(stations[id]).toMatchObject({ observe: ['ladder'] });
    }
  });

  it('a level is measured at least once a year', () => {
    expect(stations['meting']).toMatchObject({ norm: { within: { value: 12, unit: 'months' }, since: 'meting' } });
  });

  it('scan, income and then the diagnosis, which for whoever phones is the first talk in person', () => {
    const way = ['telefoon', 'scan', 'inkomensintake', 'diagnosegesprek'];
    for (const [index, id] of way.slice(0, -1).entries()) {
      expect(stations[id]?.outcomes.map(({ to }) => to)).toContain(way[index + 1]);
    }
    expect(way.map((id) => stations[id]?.meets?.how)).toEqual(['phone', 'writing', 'writing', 'personal']);
  });

  it('one contact in the team from the diagnosis on, and no handover in ongewijzigd beleid', () => {
    const faces = ['diagnosegesprek', 'integraal-team', 'meting'].map((id) => stations[id]?.meets?.who);
    expect(new Set(faces).size).toBe(1);
    expect(value('overdracht.weken')).toBe(0);
  });

  it('contracted firms guide and follow a trajectory themselves: it takes no hours of the team', () => {
    expect(stations['re-integratiebedrijf']).toMatchObject({ kind: 'delay', aim: 'work' });
    expect(stations['re-integratiebedrijf']?.contact).toBeUndefined();
  });

  it('project techniek is for new inflow only: no way but that of a first diagnosis leads to it', () => {
    const from = Object.entries(stations).filter(([, { outcomes }]) =>
      outcomes.some(({ to }) => to === 'nieuwe-instroom'),
    );
    expect(from.map(([id]) => id)).toEqual(['eerste-pad']);
    expect(stations['nieuwe-instroom']?.outcomes[0]?.to).toBe('project-techniek');
  });

  it('one in a hundred controls gives a mutation', () => {
    expect(parameterOf(study, 'statusformulier.mutaties')).toMatchObject({ value: 0.01, status: 'gerapporteerd' });
  });

  it('three municipalities are in from the first day, each with its own stock and inflow; Deurne is not', () => {
    for (const id of ['helmond', 'asten', 'laarbeek', 'geldrop_mierlo']) {
      expect(value(`voorraad.${id}`)).toBeGreaterThan(0);
      expect(value(`instroom.${id}`)).toBeGreaterThan(0);
    }
    expect(value('instroom.deurne')).toBe(0);
  });

  it('counts nobody: every number of clients is an aanname with a range', () => {
    const counts = study.organisation.parameters.parameters.filter(({ name }) => /^(voorraad|instroom)\./.test(name));
    expect(counts.filter(({ status }) => status !== 'aanname')).toEqual([]);
    expect(counts.filter(({ name, low }) => low === null && name !== 'instroom.deurne')).toEqual([]);
  });
});

describe('the shelf of Helmond holds the measures of the plan', () => {
  const changes = (id: string) =>
    study.scenarios
      .find(({ scenario }) => scenario.id === id)
      ?.scenario.changes.map((change) => ({
        parameter: change.parameter,
        operation: change.operation,
        value: change.value,
        from: change.from,
      }));

  it('ten per cent less staff from 2014', () => {
    const from = day('2014-01-01');
    expect(changes('formatie-min-tien-procent')).toEqual([
      { parameter: 'formatie.deel', operation: 'multiply', value: 0.9, from },
    ]);
  });

  it('75 per cent less for trajectories', () => {
    expect(changes('minder-werkdeel-75')).toMatchObject([{ parameter: 'reintegratie.aandeel', value: 0.25 }]);
  });

  it('Deurne from 1 July 2011', () => {
    expect(changes('deurne-erbij')?.map(({ from }) => from)).toEqual([day('2011-07-01'), day('2011-07-01')]);
  });

  it('the impulse lasts two years, until the middle of 2012', () => {
    const impulse = study.scenarios.find(({ scenario }) => scenario.id === 'impuls-twee-jaar')?.scenario.changes[0];
    expect(impulse).toMatchObject({ from: day('2010-07-01'), through: day('2012-06-30') });
  });

  it('no forms, no re-examinations and no case meetings', () => {
    expect(changes('minder-controle')?.map(({ parameter, value: becomes }) => [parameter, becomes])).toEqual([
      ['heronderzoek.aandeel', 0],
      ['statusformulier.fte', 0],
      ['gevallenoverleg.fte', 0],
    ]);
  });
});

describe('one doorrekening of Helmond', () => {
  const once = onceThrough(study.spec);

  it('loses nobody: who began and did not end is in the chain, once', () => {
    expect(once().begun).toBeGreaterThan(once().ended);
    expect(once().begun - once().ended).toBe(once().onSpell.size);
    expect([...once().inChain].sort()).toEqual([...once().onSpell].sort());
  });

  it('begins every station', () => {
    expect(Object.keys(stations).filter((id) => !once().starts.has(id))).toEqual([]);
  });
});
