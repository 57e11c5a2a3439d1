// What checkChain says about attributes, conditions and spells.
import { describe } from 'vitest';
import { benefit, counter, holds, rest } from './check-support.js';

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

describe('correlations', () => {
  const pairs = (...between: [string, string][]): [string, unknown][] => [
    ['correlations', between.map((pair) => ({ between: pair, value: 0.3 }))],
    ['attributes.trede', { kind: 'observation', of: 'kracht', accuracy: 0.8 }],
  ];
  holds([
    ['may tie a number, an age, a flag and a category', benefit, pairs(['kracht', 'leeftijd'], ['kracht', 'wijk']), []],
    [
      'name attributes that are there, and no observations',
      benefit,
      pairs(['krach', 'wijk'], ['kracht', 'trede']),
      [
        "correlations.0.between.0: kenmerk 'krach' bestaat niet. Bedoelde u 'kracht'?",
        "correlations.1.between.1: 'trede' is een waarneming; geef de samenhang op van het kenmerk waar zij naar kijkt",
      ],
    ],
    [
      'let an attribute follow one other, and never itself',
      benefit,
      pairs(['kracht', 'wijk'], ['partner', 'wijk'], ['wijk', 'partner'], ['partner', 'kracht']),
      [
        "correlations.1.between.1: 'wijk' volgt al 'kracht'; een kenmerk kan er één volgen",
        "correlations.3.between: 'kracht' volgt zo zichzelf",
      ],
    ],
    [
      'start from what the stock draws first',
      benefit,
      pairs(['wijk', 'leeftijd']),
      ["correlations.0.between: de voorraad trekt 'leeftijd' eerst; zet het voorop: [leeftijd, wijk]"],
    ],
    [
      'lie between -1 and 1',
      benefit,
      [['correlations', [{ between: ['kracht', 'wijk'], value: 1.5 }]]],
      ['correlations.0.value: moet hoogstens 1 zijn, gevonden 1,5'],
    ],
  ]);
});

describe('a station that judges', () => {
  const judges = { months: 12, reasons: ['werk'], positive: ['bestand'], negative: ['exit'] };
  holds([
    ['names its ways and reasons', benefit, [['stations.loket.judges', judges]], []],
    [
      'names only what is there, and every way once',
      benefit,
      [
        [
          'stations.loket.judges',
          { ...judges, reasons: ['werkt'], positive: ['bestandje', 'exit'], negative: ['exit'] },
        ],
      ],
      [
        "stations.loket.judges.reasons.0: reden 'werkt' bestaat niet. Bedoelde u 'werk'?",
        "stations.loket.judges.positive.0: weg 'bestandje' bestaat niet. Bedoelde u 'bestand'?",
        "stations.loket.judges.negative.0: 'exit' staat al bij positive; een weg zegt één ding",
      ],
    ],
    [
      'needs spells',
      counter,
      [['stations.loket.judges', judges]],
      [
        'stations.loket.judges: een oordeel (`judges`) gaat over het einde van een uitkering; deze keten heeft geen `spells`',
      ],
    ],
  ]);
});

describe('a station that looks', () => {
  const trede = { kind: 'observation', of: 'kracht', accuracy: 0.8, cuts: [0, 1], names: ['laag', 'midden', 'hoog'] };
  const looking = (observe: string[], ...more: [string, unknown][]): [string, unknown][] => [
    ['attributes.trede', structuredClone(trede)],
    ['attributes.ladder', { kind: 'mapping', of: 'trede', table: { laag: 1, midden: 2, hoog: 3 } }],
    ['attributes.gevonden', { kind: 'finding', of: 'partner', chance: 0.5 }],
    ['stations.loket.observe', observe],
    ...more,
  ];
  const at = 'stations.loket.outcomes.0';
  const when = (attribute: string, is: unknown) => ({ when: { attribute, is }, to: 'exit', mark: 'geen-recht' });
  holds([
    ['sees observations and findings', benefit, looking(['trede', 'gevonden'], [at, when('trede', 'hoog')]), []],
    [
      'and nothing else, each once',
      benefit,
      looking(['trede', 'trede', 'kracht', 'ladder']),
      [
        "stations.loket.observe.1: 'trede' staat er al",
        "stations.loket.observe.2: hier hoort een kenmerk van soort observation of finding; 'kracht' is van soort number",
        "stations.loket.observe.3: 'ladder' volgt vanzelf uit het kenmerk dat het omzet; neem dat in de lijst op",
      ],
    ],
    [
      'has steps with a name each, which a condition may use',
      benefit,
      looking(
        [],
        [at, when('trede', 'hooog')],
        ['attributes.trede.names', ['laag', 'hoog']],
        ['attributes.trede.cuts', [1, 0]],
        ['attributes.ladder', undefined],
      ),
      [
        `${at}.when.is: 'trede' heeft de waarde 'hooog' niet. Bedoelde u 'hoog'?`,
        'attributes.trede.cuts.1: de grenzen lopen op',
        'attributes.trede.names: bij 2 grenzen horen 3 namen, gevonden 2',
      ],
    ],
    [
      'maps every step of a ladder, and finds only a flag',
      benefit,
      looking([], ['attributes.ladder.table', { laag: 1, midden: 2, top: 3 }], ['attributes.gevonden.of', 'kracht']),
      [
        "attributes.ladder.table: trede 'hoog' ontbreekt",
        "attributes.ladder.table.top: trede 'top' bestaat niet; er zijn laag, midden of hoog",
        'attributes.gevonden.of: hier hoort een kenmerk van soort flag, gevonden soort number',
      ],
    ],
    [
      'is not ordered by what not everybody has, and no source has its own',
      benefit,
      looking(
        ['trede'],
        [at, { odds: { by: 'ladder', intercept: 0, slope: 1 }, to: 'exit', mark: 'geen-recht' }],
        ['arrivals.bron.attributes', { trede }],
      ),
      [
        `${at}.odds.by: 'ladder' is niet van iedereen bekend (observe); gebruik \`when\``,
        "arrivals.bron.attributes.trede: 'trede' wordt pas bij een station bepaald (observe); dat is voor alle bronnen hetzelfde",
      ],
    ],
  ]);
});
