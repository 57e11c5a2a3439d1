// What the source says of Súdwest-Fryslân, in sentences, and that one run of it as data loses nobody.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dayNumber } from '../../src/chain/civil-date.js';
import { openStudy } from '../../src/cli/study.js';
import { tallyRun } from './tally-run.js';

const { spec, organisation } = openStudy('sudwest-fryslan', 'shelf', [join(import.meta.dirname, '..', '..')]);
const { stations } = spec;
const once = tallyRun({ ...spec, run: { ...spec.run, end: '2016-10-01' } });

it('has six gebiedsteams with a queue of their own, which the postcode decides between', () => {
  const teams = stations['uitnodiging']?.outcomes.map(({ to }) => to) ?? [];
  expect(teams).toHaveLength(6);
  const pools = teams.map((id) => {
    const team = stations[id];
    return team?.kind === 'service' ? team.pools.map(({ pool }) => pool).join() : '';
  });
  expect(new Set(pools).size).toBe(6);
  expect(teams.filter((id) => (once.ways.get(`uitnodiging>${id}`) ?? 0) === 0)).toEqual([]);
});

it('sends whoever calls to werk.nl, and answers with a letter', () => {
  expect(stations['receptie']).toMatchObject({ meets: { how: 'phone' }, outcomes: [{ to: 'werk-nl' }] });
  expect(stations['centraal-punt']?.meets?.how).toBe('writing');
});

it('lets the line of income go before everything else that a team does', () => {
  const lines = Object.entries(stations).filter(([id]) => id.startsWith('inkomen-'));
  expect(lines).toHaveLength(6);
  for (const [, line] of lines) expect(line).toMatchObject({ kind: 'service', priority: -1 });
});

it('has three groups: below 40, from 40 to 80, and 80 percent and up', () => {
  expect(spec.attributes['loonwaarde']).toMatchObject({ of: 'bemiddelbaarheid', names: ['0-40', '40-80', '80+'] });
  const ways = ['eigen-kracht', 'volgorde', 'ondergrens'].map((to) => once.ways.get(`loonwaarde-dariuz>${to}`) ?? 0);
  expect(Math.min(...ways)).toBeGreaterThan(0);
});

it('leaves the first group to its own strength: nobody is met there and nothing is done', () => {
  const { meets, aim, contact, effects } = stations['eigen-kracht'] ?? {};
  expect([meets, aim, contact, effects]).toEqual([undefined, undefined, undefined, undefined]);
});

it('gives the group below 40 a trajectory only now and then', () => {
  const exceptions = once.ways.get('ondergrens>volgorde') ?? 0;
  const rest = once.ways.get('ondergrens>dagbesteding') ?? 0;
  expect(rest).toBeGreaterThan(50);
  expect(exceptions / (exceptions + rest)).toBeLessThan(0.1);
});

it('puts a home before work', () => {
  expect(stations['eerst-wonen']?.after).toEqual(['huisvesting', 'inrichting']);
  expect(once.ways.get('volgorde>keuze-traject')).toBeUndefined();
  expect(once.ways.get('huisvesting>inrichting') ?? 0).toBeGreaterThan(0);
});

it('begins four weeks at Pastiel on a Monday, and knows of a limitation only afterwards', () => {
  const pastiel = stations['pastiel'];
  expect(pastiel).toMatchObject({
    kind: 'course',
    duration: { value: 4, unit: 'weeks' },
    observe: ['beperking-gevonden'],
  });
  // 6 October 2014 is a Monday.
  const monday = dayNumber('2014-10-06') - dayNumber(spec.run.start);
  const starts = pastiel?.kind === 'course' ? pastiel.starts : undefined;
  expect(starts).toMatchObject({ every: { value: 1, unit: 'weeks' } });
  expect(typeof starts === 'object' ? Math.floor(starts.first) : NaN).toBe(monday);
  const looks = Object.entries(stations).filter(([, { observe }]) => observe?.includes('beperking-gevonden') === true);
  expect(looks.map(([id]) => id)).toEqual(['pastiel']);
});

it('has sent nobody to nieuw beschut work yet, and would only from 40 percent', () => {
  expect(once.ways.get('stage-empatec>nieuw-beschut')).toBeUndefined();
  const empatec = stations['stage-empatec'];
  const call = empatec?.kind === 'stay' ? empatec.calls?.find(({ to }) => to === 'nieuw-beschut') : undefined;
  expect(call).toMatchObject({ take: 0, when: { not: { attribute: 'loonwaarde', is: '0-40' } } });
});

it('turns to other providers from 2016 on, and not before', () => {
  const until = tallyRun({ ...spec, run: { ...spec.run, end: '2016-01-01' } });
  expect(until.ways.get('keuze-traject>andere-aanbieder')).toBeUndefined();
  expect(organisation.parameters.byName.get('aanbieders.aandeel')?.value).toBeGreaterThan(0);
  const after = tallyRun({ ...spec, run: { ...spec.run, end: '2018-01-01' } });
  expect(after.ways.get('keuze-traject>andere-aanbieder') ?? 0).toBeGreaterThan(0);
});

it('loses nobody: as many are somewhere in the chain at the end as there are uitkeringen and applications that run', () => {
  expect(once.present).toBe(once.running);
  expect(once.applied).toBeGreaterThan(500);
});
