// What checkChain says about durations, dates and arrivals.
import { describe } from 'vitest';
import { counter, holds, rest } from './check-support.js';

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
      [['arrivals', Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`b${n}`, { times: [] }]))]],
      ['arrivals: er zijn 60 bronnen; er is plaats voor 59'],
    ],
  ]);
});
