// Jan at the five organisations whose processes his source tells: the order of his steps exactly, and the days that it states.
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { courseOf, type Course, type CourseStep } from '../../src/analysis/course.js';
import { openStudy, planOf, unchanged } from '../../src/cli/study.js';
import { followGuest } from '../../src/experiment/journeys.js';
import { loadClient } from '../../src/files/load-client.js';
import { checkCaseClient, guestOf, weekdays } from '../../src/scenario/case-client.js';
import { dayNumber, isoDate, weekday } from '../../src/chain/civil-date.js';
import type { Application } from '../../src/measure/journey.js';
import { valueOf } from '../files/support.js';

const root = join(import.meta.dirname, '..', '..');
const { client } = valueOf(loadClient(join(root, 'data', 'clienten', 'jan.yaml')));

/** Milliseconds for the runs of one organisation; a limit against hanging. */
const longest = 120_000;

interface Told {
  readonly course: Course;
  readonly applications: readonly Application[];
  /** Day 0 of the run. */
  readonly start: number;
}

/** One run per working day of the week, at the values of the tables, for two years after he comes. */
function tell(id: string): Told {
  const study = openStudy(id, [], [root]);
  expect(checkCaseClient(client, id, study.spec)).toEqual([]);
  const { run } = study.organisation.tree as { run: Readonly<Record<string, string>> };
  const end = isoDate(dayNumber(run['measureFrom'] ?? '') + 740);
  const scenarios = [{ id: unchanged, name: 'Ongewijzigd beleid', changes: [] }];
  const plan = {
    ...planOf(study, { scenarios, draws: 5, seed: '1', uncertainty: 'off', trend: 'gerealiseerd' }),
    template: { ...study.organisation.tree, run: { ...run, end } },
  };
  const guest = guestOf(client, id, { pinned: true, atRisk: false });
  const { begint, open } = client.organisaties[id] ?? {};
  const applications = Array.from({ length: 5 }, (_, draw) => {
    const day = begint === undefined ? undefined : weekdays.indexOf(begint);
    return followGuest(plan, { scenario: 0, draw }, guest, day).applications[0]!;
  });
  const course = courseOf(study.spec, applications, { openAfter: open?.na });
  return { course, applications, start: dayNumber(study.spec.run.start) };
}

const mainOf = ({ course }: Told): string[] => course.steps.filter(({ main }) => main).map(({ station }) => station);

function step({ course }: Told, id: string): CourseStep {
  const found = course.steps.find(({ station }) => station === id);
  if (found === undefined) throw new Error(`Jan never came to ${id}`);
  return found;
}

/** Per draw: calendar days from one step's beginning or end to another's beginning. */
function daysBetween({ applications }: Told, from: string, edge: 'startedAt' | 'leftAt', to: string): number[] {
  return applications.map(({ steps }) => {
    const [a, b] = [from, to].map((id) => steps.find(({ station }) => station === id));
    return Math.floor(b?.startedAt ?? NaN) - Math.floor(a?.[edge] ?? NaN);
  });
}

/** Weekdays on which a step began, 0 = Monday. */
function startDays({ applications, start }: Told, id: string): number[] {
  return applications.map(({ steps }) =>
    weekday(start + (steps.find(({ station }) => station === id)?.startedAt ?? NaN)),
  );
}

const within = (days: readonly number[], low: number, high: number): boolean =>
  days.every((day) => day >= low && day <= high);

describe('Jan in Alphen aan den Rijn', () => {
  let told: Told;
  beforeAll(() => {
    told = tell('alphen');
  }, longest);

  it('takes the steps of the case, in its order', () => {
    expect(mainOf(told)).toEqual(
      'kanaal-inloop eerste-lijn intake-afspraak intake-eerste-vrije inkomensbesluit re-integratieplan mee-onderzoek'.split(
        ' ',
      ),
    );
    expect(told.course).toMatchObject({ times: 5, isOpen: true, end: null });
  });

  it('comes on a Thursday and talks the same day; the second talk is within five working days', () => {
    expect(startDays(told, 'eerste-lijn')).toEqual([3, 3, 3, 3, 3]);
    // Five working days after a Thursday is the Thursday after; the Wednesday of the case is day 6.
    expect(within(daysBetween(told, 'eerste-lijn', 'startedAt', 'intake-eerste-vrije'), 1, 7)).toBe(true);
    expect(step(told, 'intake-eerste-vrije').start?.p50).toBeGreaterThanOrEqual(4);
  });

  it('starts re-integration only once bed, bath and bread are in order', () => {
    expect(within(daysBetween(told, 'bed-bad-brood', 'leftAt', 're-integratieplan'), 0, 7)).toBe(true);
  });
});

describe('Jan at Weener XL', () => {
  let told: Told;
  beforeAll(() => {
    told = tell('weener-xl');
  }, longest);

  it('takes the steps of the case, in its order', () => {
    const diagnosis = mainOf(told).find((id) => id.startsWith('diagnose-')) ?? '';
    expect(mainOf(told)).toEqual(
      `receptie tienminutengesprek groepsvoorlichting quick-scan startgesprek-gepland startgesprek aan-de-slag ${diagnosis} na-diagnose kandidaat-beschut`.split(
        ' ',
      ),
    );
    expect(told.course).toMatchObject({ isOpen: true, end: null });
  });

  it('talks at once, and is in group and quick scan within days', () => {
    expect(within(daysBetween(told, 'receptie', 'startedAt', 'tienminutengesprek'), 0, 0)).toBe(true);
    // Two or three meetings a week: a few days at most, a weekend between.
    expect(within(daysBetween(told, 'receptie', 'startedAt', 'groepsvoorlichting'), 0, 6)).toBe(true);
    expect(within(daysBetween(told, 'groepsvoorlichting', 'leftAt', 'quick-scan'), 0, 6)).toBe(true);
  });

  it('begins to work on the first Monday after the startgesprek, ten to seventeen days after he came', () => {
    expect(startDays(told, 'aan-de-slag')).toEqual([0, 0, 0, 0, 0]);
    expect(within(daysBetween(told, 'startgesprek', 'leftAt', 'aan-de-slag'), 0, 7)).toBe(true);
    const day = step(told, 'aan-de-slag').start?.p50 ?? NaN;
    expect(day).toBeGreaterThanOrEqual(10);
    expect(day).toBeLessThanOrEqual(17);
  });

  it('has a diagnosis of one week, or of four to six', () => {
    const lasted = told.applications.map(({ steps }) => {
      const found = steps.find(({ station }) => station.startsWith('diagnose-'));
      return (found?.leftAt ?? NaN) - (found?.startedAt ?? NaN);
    });
    expect(lasted.filter((days) => !(days === 7 || (days >= 28 && days <= 42)))).toEqual([]);
  });
});

describe('Jan in Súdwest-Fryslân', () => {
  let told: Told;
  beforeAll(() => {
    told = tell('sudwest-fryslan');
  }, longest);

  it('takes the steps of the case, in its order, with income and housing beside them', () => {
    expect(mainOf(told)).toEqual(
      'receptie werk-nl centraal-punt uitnodiging intake-ijsselmeerkust loonwaarde-dariuz eerst-wonen keuze-traject pastiel na-vervolgdiagnose stage-empatec'.split(
        ' ',
      ),
    );
    const beside = told.course.steps.filter(({ main }) => !main).map(({ station }) => station);
    expect(beside.sort()).toEqual(['huisvesting', 'inkomen-ijsselmeerkust', 'inrichting']);
  });

  it('works only once he lives somewhere: from the Monday after, for four weeks', () => {
    expect(within(daysBetween(told, 'inrichting', 'leftAt', 'keuze-traject'), 0, 0)).toBe(true);
    expect(startDays(told, 'pastiel')).toEqual([0, 0, 0, 0, 0]);
    expect(within(daysBetween(told, 'keuze-traject', 'leftAt', 'pastiel'), 0, 7)).toBe(true);
    expect(daysBetween(told, 'pastiel', 'startedAt', 'stage-empatec')).toEqual([28, 28, 28, 28, 28]);
  });

  it('is still at Empatec when the run ends, which is told as open', () => {
    expect(told.course).toMatchObject({ isOpen: true, end: null });
    expect(step(told, 'stage-empatec').left).toBe(0);
  });
});

describe('Jan in Tilburg', () => {
  let told: Told;
  beforeAll(() => {
    told = tell('tilburg-noma');
  }, longest);

  it('takes the steps of the case, in its order, with the advance beside them', () => {
    expect(mainOf(told)).toEqual(
      'werk-nl meldingsgesprek zoekperiode uitnodiging rechtmatigheidsgesprek screening afspraak-intake intakegesprek verdiepende-diagnose'.split(
        ' ',
      ),
    );
    expect(told.course.steps.map(({ station }) => station)).toContain('voorschot-termijn');
    expect(told.course).toMatchObject({ times: 5, isOpen: true, end: null });
  });

  it('talks within three days, reports back after three weeks and is heard after five', () => {
    expect(within(daysBetween(told, 'werk-nl', 'startedAt', 'meldingsgesprek'), 1, 3)).toBe(true);
    expect(daysBetween(told, 'meldingsgesprek', 'leftAt', 'uitnodiging')).toEqual([21, 21, 21, 21, 21]);
    expect(daysBetween(told, 'meldingsgesprek', 'leftAt', 'rechtmatigheidsgesprek')).toEqual([35, 35, 35, 35, 35]);
  });

  it('has the advance four weeks after the first talk, and the screening on the day of the second', () => {
    const advance = told.applications.map(({ steps }) => {
      const found = steps.find(({ station }) => station === 'voorschot-termijn');
      return (found?.leftAt ?? NaN) - (found?.startedAt ?? NaN);
    });
    expect(advance).toEqual([28, 28, 28, 28, 28]);
    expect(daysBetween(told, 'rechtmatigheidsgesprek', 'leftAt', 'screening')).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('Jan at IJmond Werkt!', () => {
  let told: Told;
  beforeAll(() => {
    told = tell('ijmond-werkt');
  }, longest);

  it('takes the steps of the case, in its order', () => {
    expect(mainOf(told)).toEqual(
      'screening groepsintake afspraak-kennismaking kennismakingsgesprek sterk-naar-werk adtc toelating-leerwerkbedrijf leerwerkplek'.split(
        ' ',
      ),
    );
    expect(told.course).toMatchObject({ times: 5, isOpen: true, end: null });
  });

  it('is in a group within a week, talks five working days later and trains from the Monday after', () => {
    expect(within(daysBetween(told, 'screening', 'startedAt', 'groepsintake'), 0, 7)).toBe(true);
    expect(daysBetween(told, 'groepsintake', 'leftAt', 'kennismakingsgesprek')).toEqual([7, 7, 7, 7, 7]);
    expect(startDays(told, 'sterk-naar-werk')).toEqual([0, 0, 0, 0, 0]);
    // A group that is full sends him to the next Monday; the typical course is the first.
    const waits = daysBetween(told, 'kennismakingsgesprek', 'leftAt', 'sterk-naar-werk').sort((a, b) => a - b);
    expect(waits[2]).toBeLessThanOrEqual(7);
    expect(within(waits, 0, 14)).toBe(true);
    const day = step(told, 'sterk-naar-werk').start?.p50 ?? NaN;
    expect(day).toBeGreaterThanOrEqual(8);
    expect(day).toBeLessThanOrEqual(21);
  });

  it('leaves the training after four weeks, and has a place after a diagnosis of three months at most', () => {
    const trained = daysBetween(told, 'sterk-naar-werk', 'startedAt', 'adtc');
    expect(trained).toEqual([28, 28, 28, 28, 28]);
    expect(within(daysBetween(told, 'adtc', 'startedAt', 'leerwerkplek'), 1, 92)).toBe(true);
  });
});
