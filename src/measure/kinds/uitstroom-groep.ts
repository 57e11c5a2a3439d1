// uitstroom-groep: who leaves, per declared group, time on bijstand and destination, per year.
import type { Run } from '../../chain/simulate-chain.js';
import { bandAt, bandNames } from '../bands.js';
import { isNatural, reasonSlot, type Frame } from '../frame.js';
import { groupNames, openSplits } from '../groups.js';
import type { MeasureKind, Recorder } from '../kind.js';
import { Tally } from '../tally.js';

/** Ends that no policy brings about, apart from the destination under which they are declared. */
const natural = 'natuurlijk';

/** Per reason where it leads. */
function destinations(frame: Frame): string[] {
  const { spells } = frame.spec;
  return frame.reasons.map((reason) => {
    if (isNatural(frame, reason)) return natural;
    return spells?.risks[reason]?.destination ?? spells?.marks?.[reason]?.destination ?? 'overig';
  });
}

function record(frame: Frame, run: Run, places: readonly string[], groups: readonly string[]): Recorder {
  const { years, year } = frame.periods;
  const splits = openSplits(frame.spec, run.attributes);
  const firstBand = groups.length - bandNames.length;
  const rows = destinations(frame).map((destination) => places.indexOf(destination) * groups.length);
  const tally = new Tally(places.length * groups.length, years.length);
  return {
    observer: {
      spellEnded(client, reason, now) {
        if (client.spell?.granted !== true) return;
        const column = year(now);
        if (column >= years.length) return;
        const row = rows[reasonSlot(frame, reason)]!;
        for (const { index, at } of splits) tally.add(row + at(client.attribute(index), now), column);
        tally.add(row + firstBand + bandAt(now - client.spell.startedAt), column);
      },
    },
    write(into, at) {
      tally.write(into, at);
    },
  };
}

export const uitstroomGroep: MeasureKind = {
  texts: [
    {
      id: 'uitstroom-groep',
      unit: 'uitkeringen',
      label: 'Uitstroom naar groep en bestemming',
      better: 'geen oordeel',
      explanation:
        'Beëindigde uitkeringen per jaar, per bestemming en per groep, zoals de groep was bij het einde; ook naar duur sinds de melding. AOW en overlijden staan apart als `natuurlijk`.',
    },
  ],
  open(frame) {
    const declared = groupNames(frame.spec);
    if (frame.spec.spells === undefined || frame.periods.isOwn || declared.length === 0) return undefined;
    const groups = [...declared, ...bandNames];
    const places = [...new Set(destinations(frame))];
    return {
      series: places.flatMap((place) =>
        groups.flatMap((group) =>
          frame.periods.years.map(({ period }) => ({
            measure: 'uitstroom-groep',
            place,
            group,
            period,
            unit: 'uitkeringen',
          })),
        ),
      ),
      record: (run) => record(frame, run, places, groups),
    };
  },
};
