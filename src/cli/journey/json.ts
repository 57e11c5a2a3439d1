// A timeline as JSON: days since the application with their spread, in Dutch names.
import type { Band } from '../../analysis/bands.js';
import { running, type CourseStep, type Tally } from '../../analysis/course.js';
import type { Timeline } from '../../report/journey/timeline.js';

function bandJson(found: Band | null): object | null {
  return found === null ? null : { mediaan: found.p50, p10: found.p10, p90: found.p90 };
}

function tallyJson(tally: Tally): object[] {
  return tally.map(({ to, times }) => ({ naar: to === running ? null : to, keer: times }));
}

function stepJson(step: CourseStep, { spec, prescribed }: Timeline): object {
  const {
    again,
    elsewhere,
    station,
    main,
    came,
    began,
    left,
    arrival,
    start,
    end,
    waited,
    queue,
    waitingHere,
    group,
    seen,
    term,
  } = step;
  return {
    station,
    naam: spec.stations[station]?.label ?? station,
    ernaast: !main,
    ontmoet: spec.stations[station]?.meets ?? null,
    gekomen: came,
    anders: tallyJson(elsewhere),
    nogKeer: again,
    begonnen: began,
    vertrokken: left,
    aankomst: bandJson(arrival),
    begin: bandJson(start),
    einde: bandJson(end),
    wachttijdDagen: bandJson(waited),
    wachtrij:
      queue === null ? null : { pool: queue.pool, ervoor: queue.ahead, bezet: queue.busy, capaciteit: queue.capacity },
    wachtendHier: waitingHere,
    groep: group,
    gezien: seen.map(({ attribute, value, times }) => ({ kenmerk: attribute, waarde: value, keer: times })),
    termijn:
      term === null
        ? null
        : { ...term.norm, uiterlijkDag: term.lastDay, vergeleken: term.compared, gehaald: term.kept },
    voorgeschreven: prescribed
      .filter((pin) => pin.station === station)
      .map(({ text, source }) => ({ tekst: text, bron: source })),
  };
}

export function courseJson(timeline: Timeline): object {
  const { course, open } = timeline;
  return {
    doorrekeningen: course.draws,
    dezeWeg: course.times,
    toegekend: bandJson(course.granted),
    stappen: course.steps.map((step) => stepJson(step, timeline)),
    daarna: tallyJson(course.after),
    einde: bandJson(course.end),
    openNa: course.isOpen ? open : null,
  };
}
