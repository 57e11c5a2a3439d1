// What checkChain says about outcomes, stations out of reach, and loops.
import { describe } from 'vitest';
import { benefit, counter, holds, rest, router } from './check-support.js';

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
