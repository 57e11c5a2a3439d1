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
