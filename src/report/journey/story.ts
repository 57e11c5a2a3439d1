// The story of one client at one place: a line per step, in Dutch, then how it ends or that it is left open.
import { running, type Course, type CourseStep, type Tally } from '../../analysis/course.js';
import type { Band } from '../../analysis/bands.js';
import type { ChainSpec } from '../../chain/spec/chain.js';
import { capital, dayNames, listing, number } from '../words.js';
import { againText, lastText, partOf, seenText, termText, waitText, whoText } from './sentences.js';
import { dayText, isOneDay } from './spans.js';
import { destinationLabel, stationLabel, type Timeline } from './timeline.js';

/** How many ways on are named. */
const most = 4;

export interface StoryLine {
  /** `dag 6 (5 tot 8)`, with the weekday where it is certain. */
  readonly day: string;
  readonly title: string;
  readonly sentences: readonly string[];
}

export function storyOf(timeline: Timeline): StoryLine[] {
  const { course } = timeline;
  const { granted, grantedTimes, times } = course;
  const lines = course.steps.map((step) => ({ at: (step.start ?? step.arrival).p50, line: lineOf(timeline, step) }));
  if (granted !== null) {
    const rare = grantedTimes < times ? ` (${partOf(grantedTimes, times)})` : '';
    const line = { day: dayOf(granted, timeline), title: `Uitkering toegekend${rare}`, sentences: [] };
    const next = lines.findIndex(({ at }) => at > granted.p50);
    lines.splice(next < 0 ? lines.length : next, 0, { at: granted.p50, line });
  }
  return [...lines.map(({ line }) => line), ...endLines(timeline, course)];
}

/** `dag 6 (5 tot 8)`, or `dag 6, woensdag` when all draws say so. */
export function dayOf(days: Band, { weekday }: Timeline): string {
  const name = weekday !== null && isOneDay(days) ? dayNames[(weekday + 1 + Math.round(days.p50)) % 7] : undefined;
  return `dag ${dayText(days)}${name === undefined ? '' : `, ${name}`}`;
}

function lineOf(timeline: Timeline, step: CourseStep): StoryLine {
  const { spec, course, prescribed } = timeline;
  const settled = prescribed.filter(({ station }) => station === step.station);
  const who = whoText(spec, step.station);
  const late = step.came - step.began;
  const others = step.elsewhere.reduce((sum, { times }) => sum + times, 0);
  const sentences = [
    others === 0 ? '' : `Anders: ${tallyText(spec, step.elsewhere, step.came + others)}.`,
    who === '' ? '' : `Ontmoet: ${who}.`,
    waitText(spec, step),
    late === 0 ? '' : `${capital(partOf(late, step.came))} is het niet zover gekomen.`,
    step.began === 0 ? '' : lastText(spec, step, course.draws),
    againText(step),
    ...step.seen
      .filter(({ attribute }) => !settled.some(({ sees }) => sees.includes(attribute)))
      .map((seen) => seenText(spec, seen, step)),
    termText(spec, step),
    ...settled.map(({ text, source }) => `Voorgeschreven: ${text} (${source}).`),
  ];
  const share = step.came < course.draws ? ` (${number(step.came)} van de ${number(course.draws)})` : '';
  return {
    day: dayOf(step.start ?? step.arrival, timeline),
    title: `${stationLabel(spec, step.station)}${step.main ? '' : ' (ernaast)'}${share}`,
    sentences: sentences.filter((sentence) => sentence !== ''),
  };
}

function endLines(timeline: Timeline, { after, end, times, isOpen }: Course): StoryLine[] {
  const { open, spec } = timeline;
  const next = tallyText(spec, after, times);
  if (isOpen && open !== null) {
    const source = `Hier laat de bron open hoe het verdergaat (${open.source}).`;
    return [{ day: 'daarna', title: 'Open', sentences: [source, `In het model volgde: ${next}.`] }];
  }
  const [first, ...others] = after;
  if (first === undefined) return [];
  if (others.length > 0) return [{ day: 'daarna', title: 'Loopt uiteen', sentences: [`${capital(next)}.`] }];
  if (first.to !== running) {
    const day = end === null ? 'daarna' : dayOf(end, timeline);
    return [{ day, title: `Einde: ${destinationLabel(spec, first.to)}`, sentences: [] }];
  }
  return [{ day: 'daarna', title: 'Open', sentences: ['Er is nog geen einde als de doorrekening stopt.'] }];
}

/** `werk (3 van de 20) en bestand (2 van de 20)`; what is rare is taken together. */
function tallyText(spec: ChainSpec, tally: Tally, of: number): string {
  const shown = tally.length > most ? tally.slice(0, most - 1) : tally;
  const rest = tally.slice(shown.length).reduce((sum, { times }) => sum + times, 0);
  const named = shown.map(({ to, times }) => `${destinationLabel(spec, to)} (${number(times)} van de ${number(of)})`);
  return listing(rest === 0 ? named : [...named, `iets anders (${number(rest)} van de ${number(of)})`]);
}
