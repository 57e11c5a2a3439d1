// eerste-activiteit: days from the application to the beginning of the first activity that is aimed at work.
import { aimedAt } from '../encounters.js';
import { firstTimeSeries, recordFirstTimes } from '../first-time.js';
import type { MeasureKind } from '../kind.js';

export const eersteActiviteit: MeasureKind = {
  texts: [
    {
      id: 'eerste-activiteit',
      unit: 'dagen',
      label: 'Eerste activiteit gericht op werk',
      better: 'lager',
      explanation:
        'Dagen van de aanvraag tot het begin van de eerste activiteit die op werk gericht is (`aim: work`): gemiddelde, mediaan en de tijd die negen van de tien niet overschrijden. Over wie in dat jaar voor het eerst begon.',
    },
  ],
  open(frame) {
    const stations = aimedAt(frame, 'work');
    if (frame.periods.isOwn || stations.size === 0) return undefined;
    return {
      series: firstTimeSeries(frame, ['eerste-activiteit']),
      record: () => recordFirstTimes(frame, [stations]),
    };
  },
};
