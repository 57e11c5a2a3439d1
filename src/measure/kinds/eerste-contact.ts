// eerste-contact and eerste-gesprek: days from the application to the first meeting, and to the first one in person.
import { encountersOf } from '../encounters.js';
import { firstTimeSeries, recordFirstTimes } from '../first-time.js';
import type { Frame } from '../frame.js';
import type { MeasureKind } from '../kind.js';

/** Stations where a client is met in one of these manners. */
function stationsWhere(frame: Frame, manners: readonly string[]): Set<number> {
  return new Set(
    [...encountersOf(frame).entries()].flatMap(([index, meeting]) =>
      meeting !== undefined && manners.includes(meeting.how) ? [index] : [],
    ),
  );
}

export const eersteContact: MeasureKind = {
  texts: [
    {
      id: 'eerste-contact',
      unit: 'dagen',
      label: 'Eerste contact',
      better: 'lager',
      explanation:
        'Dagen van de aanvraag tot het begin van het eerste gesprek of de eerste bijeenkomst (`meets` met `personal` of `group`): gemiddelde, mediaan en de tijd die negen van de tien niet overschrijden. Over wie in dat jaar voor het eerst iemand sprak; bellen en brieven tellen niet.',
    },
    {
      id: 'eerste-gesprek',
      unit: 'dagen',
      label: 'Eerste persoonlijke gesprek',
      better: 'lager',
      explanation:
        'Dagen van de aanvraag tot het begin van het eerste persoonlijke gesprek (`meets` met `personal`), over wie dat in dat jaar had.',
    },
  ],
  open(frame) {
    const rows = [stationsWhere(frame, ['personal', 'group']), stationsWhere(frame, ['personal'])];
    if (frame.periods.isOwn || rows[0]?.size === 0) return undefined;
    return {
      series: firstTimeSeries(frame, ['eerste-contact', 'eerste-gesprek']),
      record: () => recordFirstTimes(frame, rows),
    };
  },
};
