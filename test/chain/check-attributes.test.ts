// What checkChain says about attributes that go together, are looked for, are judged by and split outcomes.
import { describe } from 'vitest';
import { benefit, counter, holds } from './check-support.js';

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

describe('splits of outcomes', () => {
  holds([
    [
      'cut up numbers and take the steps of others',
      benefit,
      [['groups', { leeftijd: { attribute: 'leeftijd', bands: [27, 45] }, wijk: { attribute: 'wijk' } }]],
      [],
    ],
    [
      'have bands where they are needed, upwards, and a name of their own',
      benefit,
      [
        [
          'groups',
          {
            duur: { attribute: 'leeftijd' },
            'a|b': { attribute: 'wijk', bands: [1] },
            kracht: { attribute: 'kracht', bands: [1, 0] },
            weg: { attribute: 'wijkk' },
          },
        ],
      ],
      [
        "groups.duur: 'duur' bestaat al: maanden in de uitkering; kies een andere naam",
        "groups.duur: 'leeftijd' is een getal; noem grenzen (`bands`) om in groepen te delen",
        "groups.a|b: in 'a|b' mag geen |, @, : of * staan",
        "groups.a|b.bands: 'wijk' heeft al groepen; laat `bands` weg",
        'groups.kracht.bands.1: de grenzen lopen op',
        "groups.weg.attribute: kenmerk 'wijkk' bestaat niet. Bedoelde u 'wijk'?",
      ],
    ],
  ]);
});
