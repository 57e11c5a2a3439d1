// The numbers of Arnhem's chain, read once from the bound chain: the loop itself knows the stations by name and asks for nothing more.
import { createCalendar } from '../../../src/chain/calendar.js';
import { dayNumber, monthStarts } from '../../../src/chain/civil-date.js';
import type { ChainSpec } from '../../../src/chain/spec/chain.js';
import { compileDuration, daysPerMonth, durationSchema } from '../../../src/chain/spec/duration.js';
import { stationKey } from '../../../src/random/keys.js';

export const sources = ['einde-ww', 'jongeren', 'regulier', 'statushouders'] as const;
/** All hazards but the last, which is an age. The four marks of the intake follow as reasons. */
export const risks = [
  'werk',
  'opleiding',
  'verhuizing',
  'relatie',
  'ander-inkomen',
  'handhaving',
  'overlijden',
  'aow',
] as const;
export const marks = ['geen-recht', 'ingetrokken-werk', 'ingetrokken-onbekend', 'later-opnieuw'] as const;
export const HAZARDS = 7;
export const AOW = 7;

/** In the order in which ties are settled: by id. */
export const stations = [
  'activerend-handhaven',
  'activerend-werk',
  'bap',
  'bestand',
  'bureau-zelfstandigen',
  'diagnose',
  'groepsbijeenkomst',
  'intake',
  'kleefse-waard',
  'poort',
  'programma',
  'scalabor',
  'starterstraject',
  'to-switch',
  'toeleiding',
  'voorlichting',
  'wijkteam',
  'wsp',
  'zoektermijn',
] as const;
export type StationName = (typeof stations)[number];

/** What the rows of the loop hold at most, and where its slots in the heap begin: three for every client, then one for every effect, then its own. */
function roomFor(stock: number) {
  const clients = 5 * stock;
  const effects = Math.ceil(2.5 * stock);
  return { clients, effects, groups: Math.ceil(stock / 8), fades: 3 * clients, system: 3 * clients + effects };
}

export type ArnhemNumbers = ReturnType<typeof numbersOf>;

export function numbersOf(spec: ChainSpec) {
  const number = (path: string, otherwise?: number): number => {
    const found = at(spec, path) ?? otherwise;
    if (typeof found !== 'number') throw new Error(`${path} is no number; the loop follows another chain`);
    return found;
  };
  const law = (path: string) => compileDuration(durationSchema.parse(at(spec, path)));
  const start = dayNumber(spec.run.start);
  const end = typeof spec.run.end === 'string' ? spec.run.end : '';
  const until = dayNumber(end) - start;
  const stock = Math.round(number('spells.stock.count'));
  const calendar = createCalendar(spec.calendar, spec.run.start, until);
  const team = (id: string) => {
    const fte = number(`pools.${id}.fte`);
    const servers = Math.ceil(fte - 1e-9);
    const [hours, share] = [number(`pools.${id}.productiveHoursPerYear`), number(`pools.${id}.share`)];
    return {
      servers,
      perDay: ((fte / servers) * hours * share) / calendar.workingDaysPerYear,
      perMonth: (fte * hours * share) / 12,
    };
  };
  const months = (path: string): number => number(`${path}.value`) * daysPerMonth;
  const calls = (index: number): number => number(`stations.bestand.calls.${index}.take`);
  const after = (id: string) => {
    const path = `stations.${id}.effects.1.after`;
    return { factor: number(`${path}.factor`), months: number(`${path}.months`), steps: number(`${path}.steps`) };
  };
  const contact = (id: string): number => number(`stations.${id}.contact.hoursPerMonth`);
  const pieces = (reason: string) => {
    const known = at(spec, `spells.returns.after.${reason}`) === undefined ? 'default' : reason;
    const found = at(spec, `spells.returns.after.${known}`) as readonly { untilMonths: number; perMonth: number }[];
    return found.map(({ untilMonths, perMonth }) => ({
      ends: untilMonths * daysPerMonth,
      rate: (1 / daysPerMonth) * perMonth,
    }));
  };
  const intake = [0, 1, 2, 3].map((index) => number(`stations.intake.outcomes.${index}.share`));
  return {
    until,
    calendar,
    months: monthStarts(spec.run.start, end).map((iso) => dayNumber(iso) - start),
    key: Object.fromEntries(stations.map((id) => [id, stationKey(id)])) as Record<StationName, number>,
    attributeKeys: [
      stationKey('attribute/bemiddelbaarheid'),
      stationKey('attribute/leeftijd'),
      stationKey('attribute/partner'),
    ] as const,
    sources: sources.map((id) => ({
      perDay: (1 / 365.25) * number(`arrivals.${id}.rate.perYear`) * number(`arrivals.${id}.rate.series`),
      age: law(`arrivals.${id}.attributes.leeftijd.dist`),
    })),
    mediability: law('attributes.bemiddelbaarheid.dist'),
    age: law('attributes.leeftijd.dist'),
    agePoints: at(spec, 'attributes.leeftijd.dist.points') as readonly { p: number; value: number }[],
    partner: number('attributes.partner.share'),
    riskKeys: risks.map((id) => stationKey(id)),
    perMonth: risks.slice(0, HAZARDS).map((id) => number(`spells.risks.${id}.perMonth`)),
    series: risks.slice(0, HAZARDS).map((id) => number(`spells.risks.${id}.series`, 1)),
    loads: risks.slice(0, HAZARDS).map((id) => number(`spells.risks.${id}.load.bemiddelbaarheid`, 0)),
    aowYears: number('spells.risks.aow.years'),
    stock,
    room: roomFor(stock),
    bands: at(spec, 'spells.stock.elapsed.bands') as readonly { untilMonths: number; share: number }[],
    returns: {
      horizon: number('spells.returns.horizonMonths') * daysPerMonth,
      nazorg: number('spells.returns.aftercare.factor'),
      nazorgSpan: number('spells.returns.aftercare.months') * daysPerMonth,
      never: new Set(at(spec, 'spells.returns.never') as readonly string[]),
      pieces: [...risks, ...marks].map(pieces),
    },
    aanvragen: team('aanvragen'),
    werk: team('werk'),
    bapHours: team('bap').perMonth,
    bapPlaces: Math.floor(number('pools.bap-plaatsen.fte') * number('pools.bap-plaatsen.norm') + 1e-9),
    intake: { hours: law('stations.intake.hours'), shares: intake, decision: law('stations.intake.outcomes.4.grant') },
    poort: { bz: number('stations.poort.outcomes.0.share'), rank: rankOf('stations.poort.outcomes.1') },
    groepShare: number('stations.voorlichting.outcomes.0.share'),
    groep: {
      minimum: Math.max(1, number('stations.groepsbijeenkomst.minimum')),
      maximum: Math.max(1, Math.floor(number('stations.groepsbijeenkomst.maximum'))),
      first: number('stations.groepsbijeenkomst.starts.first'),
      every: 7 * number('stations.groepsbijeenkomst.starts.every.value'),
      lasts: number('stations.groepsbijeenkomst.duration'),
      noShow: number('stations.groepsbijeenkomst.noShow'),
    },
    diagnose: { hours: law('stations.diagnose.hours'), rank: rankOf('stations.diagnose.outcomes.0') },
    toeleiding: [
      number('stations.toeleiding.outcomes.0.share'),
      number('stations.toeleiding.outcomes.1.share'),
    ] as const,
    kleefseWaard: number('stations.activerend-handhaven.outcomes.0.share'),
    bap: {
      term: months('stations.bap.term'),
      contact: contact('bap'),
      during: number('stations.bap.effects.0.during'),
    },
    starters: law('stations.starterstraject.duration'),
    zoektermijn: number('stations.zoektermijn.duration.value') * 7,
    delays: {
      programma: months('stations.programma.duration'),
      scalabor: months('stations.scalabor.duration'),
      wsp: months('stations.wsp.duration'),
      wijk: months('stations.activerend-werk.duration'),
      kleefseWaard: months('stations.kleefse-waard.duration'),
      toSwitch: months('stations.to-switch.duration'),
    },
    programma: {
      contact: contact('programma'),
      during: number('stations.programma.effects.0.during'),
      after: after('programma'),
    },
    scalabor: {
      contact: contact('scalabor'),
      during: number('stations.scalabor.effects.0.during'),
      after: after('scalabor'),
    },
    wsp: { contact: contact('wsp'), during: number('stations.wsp.effects.0.during') },
    bestand: {
      contact: contact('bestand'),
      during: number('stations.bestand.effects.0.during'),
      calls: [0, 1, 2].map(calls),
    },
    callBelow: number('stations.bestand.calls.0.when.below'),
  };

  /** The top share by a noisy score; `taken` is what shares before it took. */
  function rankOf(path: string) {
    const accuracy = number(`${path}.rank.accuracy`);
    return {
      accuracy,
      noise: Math.sqrt(1 - accuracy * accuracy),
      share: number(`${path}.rank.share`),
      mean: number(`${path}.rank.mean`),
      sd: number(`${path}.rank.sd`),
    };
  }
}

function at(tree: unknown, path: string): unknown {
  let value = tree;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
