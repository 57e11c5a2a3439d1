// What checkChain says about names that do not exist or mean something else.
import { describe, expect, it } from 'vitest';
import { stationKey } from '../../src/random/keys.js';
import { benefit, counter, holds, mistakes, put, rest, router } from './check-support.js';

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
        ['spells.returns.never', ['aoww']],
        ['spells.returns.endedBy', ['dood']],
        ['spells.returns.after.wrek', [{ perMonth: 1 }]],
        ['spells.returns.aftercare', { factor: 1, months: 3, reasons: ['aow', 'werkk'] }],
      ],
      [
        "spells.returns.after.wrek: reden 'wrek' bestaat niet. Bedoelde u 'werk'?",
        "spells.returns.never.0: reden 'aoww' bestaat niet. Bedoelde u 'aow'?",
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
