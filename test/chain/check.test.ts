// What checkChain refuses: one mistake at a time in a chain that is right but for that.
import { describe, expect, it } from 'vitest';
import { stationKey } from '../../src/random/keys.js';
import { benefit, counter, mistakes, put, type Tree } from './check-support.js';

const router = (...outcomes: unknown[]): unknown => ({ kind: 'router', outcomes });
const rest = (to: string): unknown => ({ rest: true, to });

/** Sentence, chain, what to put where, and all that is said about it. */
type Case = [string, () => Tree, [string, unknown][], string[]];

function holds(cases: Case[]): void {
  it.each(cases)('%s', (_sentence, chain, changes, expected) => {
    const tree = chain();
    for (const [path, value] of changes) put(tree, path, value);
    expect(mistakes(tree)).toEqual(expected);
  });
}

it('has nothing to say about a chain that is right', () => {
  expect(mistakes(counter())).toEqual([]);
  expect(mistakes(benefit())).toEqual([]);
});

describe('names', () => {
  holds([
    [
      'an unknown station in an outcome gets a suggestion, and the station that was meant is not called unreachable',
      benefit,
      [['stations.loket.outcomes.1.to', 'bestant']],
      ["stations.loket.outcomes.1.to: station 'bestant' bestaat niet. Bedoelde u 'bestand'?"],
    ],
    [
      'an unknown station without a likeness gets the list',
      counter,
      [['stations.loket.outcomes.0.to', 'elders']],
      [
        "stations.loket.outcomes.0.to: station 'elders' bestaat niet. Bekend: loket.",
        'stations.loket: wie hier komt, komt nooit meer weg: uit loket leidt niets naar exit of naar een stay',
      ],
    ],
    [
      'lost clients go to a station, and only a share of them is lost',
      counter,
      [['stations.loket.outcomes.0.handover', { kind: 'cold', lostTo: 'lokaat' }]],
      [
        "stations.loket.outcomes.0.handover.lostTo: station 'lokaat' bestaat niet. Bedoelde u 'loket'?",
        'stations.loket.outcomes.0.handover: `lost` (welk deel) en `lostTo` (waarheen) horen bij elkaar',
      ],
    ],
    [
      'a side visit is to a station, never to exit',
      counter,
      [['stations.loket.outcomes.0.side', ['exit']]],
      ["stations.loket.outcomes.0.side.0: station 'exit' bestaat niet. Bekend: loket."],
    ],
    [
      'where lost patience leads is checked like an outcome',
      counter,
      [
        ['stations.loket.patience', 3],
        ['stations.loket.impatient', 'lokt'],
      ],
      ["stations.loket.impatient: station 'lokt' bestaat niet. Bedoelde u 'loket'?"],
    ],
    [
      'an unknown pool',
      counter,
      [['stations.loket.pools.0.pool', 'bali']],
      ["stations.loket.pools.0.pool: pool 'bali' bestaat niet. Bedoelde u 'balie'?"],
    ],
    [
      'an entry that is not there',
      counter,
      [['roles.entry', 'loke']],
      ["roles.entry: station 'loke' bestaat niet. Bedoelde u 'loket'?"],
    ],
    [
      'a stock role that is not there',
      counter,
      [['roles.stock', 'lokett']],
      ["roles.stock: station 'lokett' bestaat niet. Bedoelde u 'loket'?"],
    ],
    [
      'an unknown risk in an effect',
      benefit,
      [['stations.bestand.effects', [{ risk: 'wekr', during: 2 }]]],
      ["stations.bestand.effects.0.risk: risico 'wekr' bestaat niet. Bedoelde u 'werk'?"],
    ],
    [
      'a station may not be called exit',
      counter,
      [['stations.exit', router(rest('loket'))]],
      [
        "stations.exit: 'exit' is al de naam van de uitgang; kies een andere naam",
        "stations.exit: station 'exit' is onbereikbaar: geen bron, uitkomst, oproep, voorraad of zijbezoek leidt erheen",
      ],
    ],
    [
      'reasons of returns and aftercare',
      benefit,
      [
        ['spells.returns.never', ['ouw']],
        ['spells.returns.endedBy', ['dood']],
        ['spells.returns.after.wrek', [{ perMonth: 1 }]],
        ['spells.returns.aftercare', { factor: 1, months: 3, reasons: ['aow', 'werkk'] }],
      ],
      [
        "spells.returns.after.wrek: reden 'wrek' bestaat niet. Bedoelde u 'werk'?",
        "spells.returns.never.0: reden 'ouw' bestaat niet. Bedoelde u 'aow'?",
        "spells.returns.endedBy.0: risico 'dood' bestaat niet. Bekend: werk of aow.",
        "spells.returns.aftercare.reasons.1: reden 'werkk' bestaat niet. Bedoelde u 'werk'?",
      ],
    ],
  ]);

  it('two names with one key of luck are refused', () => {
    const seen = new Map<number, string>();
    let pair: [string, string] | undefined;
    for (let number = 0; pair === undefined; number += 1) {
      const other = seen.get(stationKey(`s${number}`));
      if (other !== undefined) pair = [other, `s${number}`];
      seen.set(stationKey(`s${number}`), `s${number}`);
    }
    const [first, second] = pair;
    const tree = put(counter(), 'stations.loket.outcomes.0.to', first);
    put(tree, `stations.${first}`, router(rest(second)));
    put(tree, `stations.${second}`, router(rest('exit')));
    expect(mistakes(tree)).toEqual([
      `stations.${second}: station '${second}' zou hetzelfde toeval krijgen als station '${first}'; kies een andere naam`,
    ]);
  });
});

describe('pools', () => {
  holds([
    [
      'hours of work come from an hours pool',
      benefit,
      [['stations.loket.pools.0.pool', 'plaatsen']],
      ["stations.loket.pools.0.pool: hier hoort een pool van soort hours; 'plaatsen' is een pool van soort caseload"],
    ],
    [
      'contact comes from an hours pool',
      benefit,
      [['stations.bestand.contact', { pool: 'plaatsen', hoursPerMonth: 1 }]],
      ["stations.bestand.contact.pool: hier hoort een pool van soort hours; 'plaatsen' is een pool van soort caseload"],
    ],
    [
      'a place is not an hour',
      benefit,
      [
        ['stations.traject', { kind: 'place', pool: 'team', stay: 3, outcomes: [rest('bestand')] }],
        ['stations.loket.outcomes.1.to', 'traject'],
      ],
      ["stations.traject.pool: hier hoort een pool van soort caseload of places; 'team' is een pool van soort hours"],
    ],
    [
      'more units than there are would be waited for for ever',
      counter,
      [['stations.loket.pools.0.units', 3]],
      ["stations.loket.pools.0.units: er zijn 3 eenheden tegelijk nodig, maar pool 'balie' heeft er nooit meer dan 2"],
    ],
    [
      'a skill that nobody has',
      counter,
      [
        ['pools.balie.skills', [['Frans'], []]],
        ['stations.loket.pools.0.skill', 'Frnas'],
      ],
      ["stations.loket.pools.0.skill: vaardigheid in pool 'balie': 'Frnas' bestaat niet. Bedoelde u 'Frans'?"],
    ],
    [
      'a dose needs contact',
      benefit,
      [['stations.bestand.effects', [{ risk: 'werk', during: 2, dose: true }]]],
      ['stations.bestand.effects.0.dose: `dose` vraagt om `contact` bij hetzelfde station'],
    ],
  ]);
});

describe('attributes and conditions', () => {
  const when = (condition: unknown): [string, unknown][] => [
    ['stations.loket.outcomes.0', { when: condition, to: 'exit', mark: 'geen-recht' }],
  ];
  const at = 'stations.loket.outcomes.0';
  holds([
    [
      'an unknown attribute',
      benefit,
      when({ attribute: 'leeftyd', below: 27 }),
      [`${at}.when.attribute: kenmerk 'leeftyd' bestaat niet. Bedoelde u 'leeftijd'?`],
    ],
    [
      'a category is compared with a value that it has',
      benefit,
      when({ not: { attribute: 'wijk', is: 'nord' } }),
      [`${at}.when.not.is: 'wijk' heeft de waarde 'nord' niet. Bedoelde u 'noord'?`],
    ],
    [
      'a flag is true or false',
      benefit,
      when({ all: [{ attribute: 'partner', is: 'ja' }] }),
      [`${at}.when.all.0.is: 'partner' is true of false, gevonden 'ja'`],
    ],
    [
      'a category has no order',
      benefit,
      [[at, { odds: { by: 'wijk', intercept: 0, slope: 1 }, to: 'exit', mark: 'geen-recht' }]],
      [`${at}.odds.by: 'wijk' is een indeling in soorten; die hebben geen volgorde`],
    ],
    [
      'a range that holds nothing',
      benefit,
      when({ attribute: 'leeftijd', atLeast: 30, below: 27 }),
      [`${at}.when: vanaf 30 en onder 27 kan niet samen`],
    ],
    [
      'months on bijstand need spells',
      counter,
      [
        [at, { when: { monthsOnBenefit: { below: 3 } }, to: 'exit' }],
        ['stations.loket.outcomes.1', rest('exit')],
      ],
      [`${at}.when.monthsOnBenefit: maanden in de bijstand bestaan alleen in een keten met \`spells\``],
    ],
    [
      'shares of a category add up to 1',
      benefit,
      [['attributes.wijk.shares.zuid', 0.5]],
      ['attributes.wijk.shares: de aandelen moeten samen 1 zijn, gevonden 0,9'],
    ],
    [
      'an observation looks at what stands above it',
      counter,
      [
        [
          'attributes',
          { trede: { kind: 'observation', of: 'kracht', accuracy: 1 }, kracht: { kind: 'number', dist: 0 } },
        ],
      ],
      ["attributes.trede.of: 'kracht' moet boven 'trede' staan: een waarneming kijkt naar een kenmerk dat er al is"],
    ],
    [
      'a source gives an attribute of the same sort',
      benefit,
      [['arrivals.bron.attributes', { kracht: { kind: 'flag', share: 1 } }]],
      ["arrivals.bron.attributes.kracht.kind: 'kracht' is voor alle bronnen van soort number, gevonden flag"],
    ],
    [
      'an attribute may be negative, a wrong distribution may not be',
      benefit,
      [['attributes.kracht.dist', { dist: 'empirical', values: [-1, 2], weights: [1] }]],
      ["attributes.kracht.dist: 'weights' heeft 1 getallen en 'values' 2; dat moeten er evenveel zijn"],
    ],
    [
      'a partner is a flag',
      benefit,
      [['persons', { perBenefit: 1.11, partner: 'wijk' }]],
      ["persons.partner: hier hoort een kenmerk van soort flag; 'wijk' is van soort category"],
    ],
  ]);
});

describe('outcomes', () => {
  const path = 'stations.loket.outcomes';
  holds([
    [
      'shares that pass 1 at some time',
      counter,
      [
        [
          path,
          [
            { share: 0.6, to: 'exit' },
            {
              share: {
                timed: [
                  { at: 0, value: 0.1 },
                  { at: 9, value: 0.1 },
                  { at: 9, value: 0.5 },
                ],
              },
              to: 'exit',
            },
            rest('exit'),
          ],
        ],
      ],
      [`${path}: de aandelen zijn samen 1,1; dat mag niet meer dan 1 zijn`],
    ],
    [
      'shares that are 1 together need no rest',
      counter,
      [
        [
          path,
          [
            { share: 0.1, to: 'exit' },
            { share: 0.2, to: 'exit' },
            { share: 0.7, to: 'exit' },
          ],
        ],
      ],
      [],
    ],
    [
      'shares that leave some without a way',
      counter,
      [
        [
          path,
          [
            { share: 0.3, to: 'exit' },
            { share: 0.3, to: 'exit' },
          ],
        ],
      ],
      [
        `${path}.1: niet iedereen heeft een vervolg (de aandelen zijn samen 0,6); maak van de laatste uitkomst \`rest: true\``,
      ],
    ],
    [
      'nobody comes below rest',
      counter,
      [[path, [rest('exit'), rest('exit')]]],
      [`${path}.1: hier komt niemand: een uitkomst met \`rest\` erboven neemt iedereen die over is`],
    ],
    [
      'a grant needs spells',
      counter,
      [[`${path}.0.grant`, 25]],
      [`${path}.0.grant: \`grant\` (toekennen) bestaat alleen in een keten met \`spells\``],
    ],
    [
      'whoever leaves bijstand by a route has a mark',
      benefit,
      [[`${path}.0.mark`, undefined]],
      [`${path}.0: wie de keten verlaat, heeft een reden nodig: geef deze uitkomst een \`mark\``],
    ],
    [
      'a mark is declared',
      benefit,
      [[`${path}.0.mark`, 'geen-rech']],
      [`${path}.0.mark: merk 'geen-rech' bestaat niet. Bedoelde u 'geen-recht'?`],
    ],
    [
      'lost patience leads out by way of a mark',
      benefit,
      [
        ['stations.loket.patience', 9],
        ['stations.loket.impatient', 'exit'],
      ],
      [
        'stations.loket.impatient: wie hier de keten verlaat, heeft geen reden; ga eerst naar een router met een uitkomst naar exit met een `mark`',
      ],
    ],
    [
      'a side visit ends without a mark',
      benefit,
      [
        [`${path}.1.side`, ['wijkteam']],
        ['stations.wijkteam', { kind: 'delay', duration: 3, outcomes: [rest('exit')] }],
      ],
      [],
    ],
    [
      'a stay has no outcomes',
      benefit,
      [['stations.bestand.outcomes', [rest('loket')]]],
      [
        'stations.bestand.outcomes: een stay heeft geen uitkomsten: alleen een oproep (`calls`) of het einde van de bijstand leidt eruit',
      ],
    ],
  ]);
});

describe('reach and loops', () => {
  const start = (...to: unknown[]): [string, unknown] => ['stations.loket.outcomes', to];
  holds([
    [
      'a station that nothing leads to',
      counter,
      [['stations.eiland', router(rest('exit'))]],
      [
        "stations.eiland: station 'eiland' is onbereikbaar: geen bron, uitkomst, oproep, voorraad of zijbezoek leidt erheen",
      ],
    ],
    [
      'routers that send on to each other for ever',
      counter,
      [start(rest('a')), ['stations.a', router(rest('b'))], ['stations.b', router(rest('a'))]],
      [
        'stations.a.outcomes: hier kan iemand eindeloos rondgaan zonder dat er tijd verstrijkt (a > b > a); geef een uitkomst met een aandeel of `rest` die eruit leidt',
      ],
    ],
    [
      'a loop without time that a draw leaves is fine',
      counter,
      [start(rest('a')), ['stations.a', router({ share: 0.9, to: 'a' }, rest('exit'))]],
      [],
    ],
    [
      'a loop that is left by a share of 0 is not left',
      counter,
      [start(rest('a')), ['stations.a', router({ share: 0, to: 'exit' }, rest('a'))]],
      [
        'stations.a.outcomes: hier kan iemand eindeloos rondgaan zonder dat er tijd verstrijkt (a > a); geef een uitkomst met een aandeel of `rest` die eruit leidt',
      ],
    ],
    [
      'a full queue that sends back to itself',
      counter,
      [
        ['stations.loket.queueLimit', 1],
        ['stations.loket.full', 'a'],
        ['stations.a', router(rest('loket'))],
      ],
      [
        'stations.loket.outcomes: hier kan iemand eindeloos rondgaan zonder dat er tijd verstrijkt (loket > a > loket); geef een uitkomst met een aandeel of `rest` die eruit leidt',
      ],
    ],
    [
      'a loop that takes time still needs a way out',
      counter,
      [start(rest('wacht')), ['stations.wacht', { kind: 'delay', duration: 1, outcomes: [rest('loket')] }]],
      ['stations.loket: wie hier komt, komt nooit meer weg: uit loket of wacht leidt niets naar exit of naar een stay'],
    ],
    [
      'with spells a risk leads out of every loop that takes time',
      benefit,
      [
        ['stations.loket.outcomes.1.to', 'wacht'],
        ['stations.wacht', { kind: 'delay', duration: 1, outcomes: [rest('wacht')] }],
      ],
      [],
    ],
  ]);
});

describe('time', () => {
  holds([
    [
      'a negative duration',
      counter,
      [['stations.loket.duration', -2]],
      ['stations.loket.duration: een duur mag niet negatief zijn, gevonden -2'],
    ],
    [
      'a normal duration without a floor',
      counter,
      [['stations.loket.duration', { dist: 'normal', mean: 5, sd: 1 }]],
      ['stations.loket.duration: een duur mag niet negatief worden; geef deze normale verdeling een `floor: 0`'],
    ],
    [
      'a distribution that goes wrong later',
      counter,
      [
        [
          'stations.loket.duration',
          {
            dist: 'uniform',
            low: 2,
            high: {
              timed: [
                { at: 0, value: 5 },
                { at: 9, value: 1 },
              ],
            },
          },
        ],
      ],
      ["stations.loket.duration: 'low' (2) mag niet groter zijn dan 'high' (1)"],
    ],
    [
      'a 90 % point below the median',
      counter,
      [['stations.loket.duration', { dist: 'lognormal', median: 5, p90: 4 }]],
      ['stations.loket.duration: `median` moet groter zijn dan 0 en `p90` minstens zo groot; gevonden 5 en 4'],
    ],
    [
      'a run that ends before it starts',
      counter,
      [['run.end', '2019-01-01']],
      ['run.end: het einde (2019-01-01) moet na het begin (2020-01-01) liggen'],
    ],
    [
      'measuring outside the run',
      counter,
      [['run.measureFrom', '2021-06-01']],
      ['run.measureFrom: het meten moet beginnen tussen 2020-01-01 en 2021-01-01, gevonden 2021-06-01'],
    ],
    [
      'a day that closes before it opens',
      counter,
      [['calendar', { kind: 'workweek', opens: 17, closes: 9, holidays: 'nl' }]],
      ['calendar.closes: sluiten (9 uur) moet na openen (17 uur) komen'],
    ],
    [
      'a working week in a unit of its own',
      counter,
      [
        ['calendar', { kind: 'workweek', opens: 9, closes: 17, holidays: 'nl' }],
        ['run', { unit: 'own', end: 100 }],
      ],
      [
        'calendar: een werkweek rekent in dagen; een keten met een eigen tijdseenheid (unit: own) heeft `calendar: none`',
      ],
    ],
    [
      'a group with its minimum above its maximum',
      counter,
      [
        [
          'stations.loket',
          { kind: 'course', minimum: 9, maximum: 8, starts: 'when-enough', duration: 1, outcomes: [rest('exit')] },
        ],
      ],
      ['stations.loket.minimum: het minimum van een groep (9) mag niet groter zijn dan het maximum (8)'],
    ],
    [
      'a group of nobody is always enough',
      counter,
      [
        [
          'stations.loket',
          { kind: 'course', minimum: 0, maximum: 8, starts: 'when-enough', duration: 1, outcomes: [rest('exit')] },
        ],
      ],
      ['stations.loket.minimum: een groep die start zodra er genoeg zijn, vraagt een minimum van 1 of meer'],
    ],
    [
      'arrivals without time between them',
      counter,
      [['arrivals.bron', { interval: 0 }]],
      [
        'arrivals.bron.interval: zonder tijd tussen aanvragen komt er nooit een einde aan; geef een `interval` boven 0 of een `limit`',
      ],
    ],
    [
      'arrivals back in time',
      counter,
      [['arrivals.bron', { times: [3, 2] }]],
      ['arrivals.bron.times.1: tijden lopen op vanaf 0: na 3 staat 2'],
    ],
    [
      'more sources than keys',
      counter,
      [['arrivals', Object.fromEntries(Array.from({ length: 61 }, (_, n) => [`b${n}`, { times: [] }]))]],
      ['arrivals: er zijn 61 bronnen; er is plaats voor 60'],
    ],
  ]);
});

describe('spells', () => {
  holds([
    [
      'with a stock, risks hang on one attribute',
      benefit,
      [
        [
          'spells.risks.studie',
          { kind: 'hazard', label: 's', perMonth: 0.1, load: { partner: 1 }, destination: 'opleiding' },
        ],
      ],
      [
        "spells.risks.studie.load.partner: met een voorraad kunnen risico's van één kenmerk afhangen; 'kracht' is dat al",
      ],
    ],
    [
      'with a stock, that attribute is a number',
      benefit,
      [['spells.risks.werk.load', { partner: 1 }]],
      [
        "spells.risks.werk.load.partner: met een voorraad hoort hier een kenmerk van soort number; 'partner' is van soort flag",
      ],
    ],
    [
      'without a stock they may',
      benefit,
      [
        ['spells.stock', undefined],
        ['spells.returns', undefined],
        ['spells.risks.werk.load', { partner: 1, kracht: 1 }],
      ],
      [],
    ],
    [
      'pieces follow each other',
      benefit,
      [
        ['spells.risks.werk.perMonth', undefined],
        [
          'spells.risks.werk.pieces',
          [
            { untilMonths: 6, perMonth: 0.1 },
            { untilMonths: 3, perMonth: 0.1 },
          ],
        ],
      ],
      ['spells.risks.werk.pieces.1.untilMonths: de maanden lopen op: na 6 staat 3'],
    ],
    [
      'an AOW date comes from an age',
      benefit,
      [['spells.risks.aow.attribute', 'kracht']],
      ["spells.risks.aow.attribute: hier hoort een kenmerk van soort age; 'kracht' is van soort number"],
    ],
    [
      'a mark is not called after a risk',
      benefit,
      [['spells.marks.werk', { label: 'x', destination: 'werk' }]],
      ["spells.marks.werk: 'werk' is al de naam van een risico; kies een andere naam"],
    ],
  ]);
});

describe('described but not calculated', () => {
  const said = (what: string): string => `${what} beschrijft u wel, maar doorstroom rekent het nog niet door`;
  holds([
    [
      'correlations',
      benefit,
      [['correlations', [{ between: ['kracht', 'leeftijd'], value: 0.3 }]]],
      [said('correlations: samenhang tussen kenmerken (correlations)')],
    ],
    [
      'spread, absence and recruitment of a team',
      benefit,
      [
        ['pools.team.spread', 0.2],
        ['pools.team.absence', 0.1],
        ['pools.team.recruitment', { delayMonths: 1, learningMonths: 1 }],
      ],
      [
        said('pools.team.spread: verschil in tempo tussen medewerkers (spread)'),
        said('pools.team.recruitment: werving en inwerken (recruitment)'),
        said('pools.team.absence: verzuim (absence)'),
      ],
    ],
    [
      'work that is broken off',
      benefit,
      [['pools.plaatsen.shrink', 'interrupt']],
      [said('pools.plaatsen.shrink: werk afbreken bij minder capaciteit (shrink: interrupt)')],
    ],
    [
      'what a kind of station says itself',
      counter,
      [['stations.loket.preempt', 'resume']],
      [said('stations.loket.preempt: voorrang met onderbreken (preempt)')],
    ],
  ]);
});

it('tells ten mistakes at once', () => {
  const tree = benefit();
  put(tree, 'run.end', '2019-01-01');
  put(tree, 'roles.entry', 'lokket');
  put(tree, 'stations.loket.pools.0.pool', 'teem');
  put(tree, 'stations.loket.hours', -1);
  put(tree, 'stations.loket.outcomes.0.mark', 'geenrecht');
  put(tree, 'stations.loket.outcomes.1.to', 'bestan');
  put(tree, 'stations.eiland', router(rest('bestand')));
  put(tree, 'attributes.wijk.shares.noord', 0.5);
  put(tree, 'spells.risks.werk.load', { krcht: 1 });
  put(tree, 'pools.team.absence', 0.05);
  expect(mistakes(tree).map((line) => line.slice(0, line.indexOf(':')))).toEqual([
    'run.end',
    'roles.entry',
    'stations.loket.outcomes.1.to',
    'stations.loket.pools.0.pool',
    'stations.loket.outcomes.0.mark',
    'stations.eiland',
    'attributes.wijk.shares',
    'stations.loket.hours',
    'spells.risks.werk.load.krcht',
    'pools.team.absence',
  ]);
});
