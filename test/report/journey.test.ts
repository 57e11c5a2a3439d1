// The story of a client: a term in the data moves her day by exactly that, a station that goes takes its line along, and draws that part are told.
import { describe, expect, it } from 'vitest';
import { courseOf, running } from '../../src/analysis/course.js';
import { paired, parting } from '../../src/analysis/parting.js';
import { followApplicant, followGuest } from '../../src/experiment/journeys.js';
import type { Plan } from '../../src/experiment/plan.js';
import type { Application, Step } from '../../src/measure/journey.js';
import { renderJourney } from '../../src/report/journey/page.js';
import { storyOf } from '../../src/report/journey/story.js';
import type { Timeline } from '../../src/report/journey/timeline.js';
import type { ChainInput } from '../../src/chain/spec/chain.js';
import { chain } from '../chain/helpers.js';

const workweek = { kind: 'workweek', opens: 9, closes: 17, holidays: 'none' } as const;

/** Melding, so many days to the gesprek, then a stay that never ends. */
function template({ days = 7, isSkipped = false } = {}): ChainInput {
  const gesprek: ChainInput['stations'][string] = {
    kind: 'delay',
    label: 'Gesprek',
    duration: 1,
    meets: { who: 'consulent', how: 'personal' },
    norm: { within: { value: 5, unit: 'workdays' }, since: 'melding', source: 'de werkinstructie' },
    outcomes: [{ rest: true as const, to: 'bestand' }],
  };
  return {
    organisation: 'toets',
    label: 'Toets',
    run: { unit: 'days', start: '2019-01-01', end: '2020-01-01', measureFrom: '2019-03-01' },
    calendar: workweek,
    roles: { entry: 'melding' },
    arrivals: { straat: { times: [70, 71] } },
    stations: {
      melding: {
        kind: 'delay',
        label: 'Melding',
        duration: days,
        outcomes: [{ rest: true, to: isSkipped ? 'bestand' : 'gesprek' }],
      },
      ...(isSkipped ? {} : { gesprek }),
      bestand: { kind: 'stay', label: 'Bestand' },
    },
  };
}

function planWith(declared: ChainInput): Plan {
  return {
    template: declared,
    start: '2019-01-01',
    parameters: [],
    readings: [],
    trend: { mode: 'vlak', quarters: [] },
    scenarios: [{ id: 'basis', name: 'Basis', changes: [] }],
    seed: '1',
    draws: 1,
    uncertainty: 'off',
  };
}

const guest = { attributes: {}, pins: [], spared: true };
/** Fridays. The first on which flows are counted is 1 March 2019 itself. */
const friday = 4;

function timelineOf(declared: ChainInput): Timeline {
  const journey = followGuest(planWith(declared), { scenario: 0, draw: 0 }, guest, friday);
  const spec = chain(declared);
  const course = courseOf(spec, journey.applications);
  return { id: 'toets', title: 'Toets', spec, course, weekday: friday, prescribed: [], open: null, remarks: [] };
}

describe('the day of a step', () => {
  const lines = (declared: ChainInput): string[] =>
    storyOf(timelineOf(declared)).map(({ day, title }) => `${day}: ${title}`);

  it('is counted in calendar days since the application, with its weekday', () => {
    expect(lines(template())).toEqual([
      'dag 0, vrijdag: Melding',
      'dag 7, vrijdag: Gesprek',
      'dag 8, zaterdag: Bestand',
      'daarna: Open',
    ]);
  });

  it('moves by exactly what a term in the data moves', () => {
    expect(lines(template({ days: 10 }))).toEqual([
      'dag 0, vrijdag: Melding',
      'dag 10, maandag: Gesprek',
      'dag 11, dinsdag: Bestand',
      'daarna: Open',
    ]);
  });

  it('is gone with its line when the station is gone', () => {
    expect(lines(template({ isSkipped: true }))).toEqual([
      'dag 0, vrijdag: Melding',
      'dag 7, vrijdag: Bestand',
      'daarna: Open',
    ]);
  });

  it('stands beside a stated term that counts working days since a step was left', () => {
    const [, gesprek] = timelineOf(template()).course.steps;
    // Left on a Friday, day 7; five working days later is the Friday after, day 14.
    expect(gesprek?.term).toMatchObject({ lastDay: 14, compared: 1, kept: 1 });
  });
});

it('the page holds the drawing with title, description and a table, and no script', () => {
  const page = renderJourney({
    title: 'De weg van <Piet>',
    lead: ['Een toets.'],
    timelines: [timelineOf(template())],
    remarks: ['Fictief.'],
  });
  expect(page).toContain('role="img"');
  expect(page).toContain('<title id="tijdlijn-titel">De weg van &lt;Piet&gt;</title>');
  expect(page).toMatch(/<desc id="tijdlijn-uitleg">Per stap een balk[^<]*Toets/);
  expect(page).toContain('Ontmoet: consulent (persoonlijk).');
  expect(page).toMatch(/<th scope="row">Gesprek<\/th>/);
  expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
});

/** A visit of one day to each station, one after the other. */
function application(stations: readonly string[], more: Partial<Application> = {}, at = 0): Application {
  const steps = stations.map((station, index): Step => {
    const last = index === stations.length - 1;
    const enteredAt = at + index;
    return {
      station,
      main: true,
      enteredAt,
      startedAt: enteredAt,
      leftAt: last && more.reason === undefined ? null : enteredAt + 1,
      to: null,
      waitingHere: 0,
      queue: null,
      group: null,
    };
  });
  return { appliedAt: at, grantedAt: null, endedAt: null, reason: null, steps, seen: [], states: [], ...more };
}

describe('a course over draws', () => {
  const spec = chain({
    arrivals: { straat: { times: [] } },
    stations: Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((id) => [id, { kind: 'stay' as const, label: id.toUpperCase() }]),
    ),
  });
  const draws = [
    ...Array.from({ length: 6 }, () => application(['a', 'b', 'c'])),
    ...Array.from({ length: 3 }, () => application(['a', 'c'])),
    application(['a'], { reason: 'exit', endedAt: 1 }),
  ];

  it('follows most of them, and says where the others went', () => {
    const { steps, times, after } = courseOf(spec, draws);
    expect(steps.map(({ station, came, elsewhere }) => [station, came, elsewhere])).toEqual([
      ['a', 10, []],
      [
        'b',
        6,
        [
          { to: 'c', times: 3 },
          { to: 'exit', times: 1 },
        ],
      ],
      ['c', 6, []],
    ]);
    expect({ times, after }).toEqual({ times: 6, after: [{ to: running, times: 6 }] });
  });

  it('stops where no third of all draws goes together', () => {
    const apart = [
      ...['b', 'c', 'd'].map((id) => application(['a', id])),
      application(['a'], { reason: 'exit', endedAt: 1 }),
    ];
    const { steps, after } = courseOf(spec, apart);
    expect(steps.map(({ station }) => station)).toEqual(['a']);
    expect(after.map(({ to }) => to)).toEqual(['b', 'c', 'd', 'exit']);
  });

  it('stops where the source leaves it open, and invents no end', () => {
    const course = courseOf(spec, draws, { openAfter: 'b' });
    expect(course.steps.map(({ station }) => station)).toEqual(['a', 'b']);
    expect(course).toMatchObject({ isOpen: true, end: null, after: [{ to: 'c', times: 6 }] });
  });

  it('gives the median day with 10 and 90 per cent of the draws', () => {
    const late = Array.from({ length: 11 }, (_, delay) => {
      const one = application(['a', 'b']);
      return { ...one, steps: [one.steps[0]!, { ...one.steps[1]!, startedAt: 1 + delay }] };
    });
    const [, b] = courseOf(spec, late).steps;
    expect(b?.start).toMatchObject({ p10: 2, p50: 6, p90: 10 });
    expect(b?.waited).toMatchObject({ p50: 5 });
  });
});

describe('two scenarios', () => {
  it('part where the route is another, and where the same step comes later', () => {
    const first = application(['a', 'b', 'c']);
    const later = {
      ...first,
      steps: first.steps.map((step) => ({
        ...step,
        startedAt: (step.startedAt ?? 0) + (step.station === 'b' ? 4 : 0),
      })),
    };
    expect(parting(first, later, running)).toEqual({
      time: { station: 'b', at: 'start', days: 4 },
      route: null,
      end: null,
    });
    expect(parting(first, application(['a', 'd']), running)).toEqual({
      time: null,
      route: { after: 'a', first: 'b', second: 'd' },
      end: null,
    });
    expect(parting(first, first, running)).toEqual({ time: null, route: null, end: null });
    expect(paired({ key: 1, applications: [first] }, { key: 1, applications: [first, later] })).toEqual([
      [first, first],
      [null, later],
    ]);
  });
});

it('an applicant is counted in order of application since flows are counted', () => {
  const plan = planWith(template());
  const found = (wanted: number) => followApplicant(plan, { scenario: 0, draw: 0 }, { number: wanted });
  // 1 March is day 59: both of the source count.
  expect(found(2).journey?.applications[0]?.appliedAt).toBe(71);
  expect(found(3)).toMatchObject({ journey: undefined, counted: 2 });
});
