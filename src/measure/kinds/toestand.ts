// toestand: how many are in a declared state (part-time work, say) while their bijstand runs, and how often it begins.
import type { Client } from '../../chain/client.js';
import type { Frame } from '../frame.js';
import { Integrals } from '../integrals.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { Tally } from '../tally.js';

/**
 * Time average per month over granted spells: a client counts from the decision, or from entering the state when that is later, until she leaves
 * it or her spell ends. Beginnings count whether or not the decision is there.
 */
function record({ periods }: Frame, states: readonly string[]): Recorder {
  const { months, years, year, until } = periods;
  const present = new Integrals(states.length, months);
  const begun = new Tally(states.length, years.length);
  const all = (client: Client, sign: 1 | -1, now: number): void => {
    const { spell } = client;
    if (spell?.granted !== true || spell.inStates === 0) return;
    for (const state of states.keys()) if (spell.isIn(state)) present.add(state, sign, now);
  };
  return {
    observer: {
      granted(client, now) {
        all(client, 1, now);
      },
      stateChanged(client, state, isIn, now) {
        if (client.spell?.granted === true) present.add(state, isIn ? 1 : -1, now);
        // Whoever is placed in a state at the start did not begin it then.
        if (isIn && (client.spell?.timesSet(state) ?? 0) > 1) begun.add(state, year(now));
      },
      spellEnded(client, _reason, now) {
        all(client, -1, now);
      },
    },
    write(into, at) {
      present.close(until);
      let next = at;
      for (const state of states.keys()) {
        for (const [column, { from, to }] of months.entries()) into[next++] = present.area(state, column) / (to - from);
        for (const column of years.keys()) into[next++] = begun.at(state, column);
      }
    },
  };
}

export const toestand: MeasureKind = {
  texts: [
    {
      id: 'toestand',
      unit: 'uitkeringen',
      label: 'In een toestand',
      better: 'geen oordeel',
      explanation:
        'Gemiddeld aantal lopende, toegekende uitkeringen in de maand met deze toestand, bijvoorbeeld werk in deeltijd.',
    },
    {
      id: 'toestand-begonnen',
      unit: 'uitkeringen',
      label: 'Toestand begonnen',
      better: 'geen oordeel',
      explanation: 'Hoe vaak een toestand in het jaar begon; wie er opnieuw in komt, telt opnieuw.',
    },
  ],
  open(frame) {
    const states = Object.keys(frame.spec.spells?.states ?? {});
    if (states.length === 0) return undefined;
    const { months, years } = frame.periods;
    const unit = 'uitkeringen';
    return {
      series: states.flatMap((group) => [
        ...months.map(({ period }) => ({ measure: 'toestand', place: null, group, period, unit })),
        ...years.map(({ period }) => ({ measure: 'toestand-begonnen', place: null, group, period, unit })),
      ]),
      record: () => record(frame, states),
    };
  },
};
