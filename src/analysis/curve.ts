// A programme over a row of reaches: what the next client adds, what it costs, and what would be needed for the ambition.
import { leftDuring, trajectory } from './effect.js';
import { estimate, type Estimate } from './estimate.js';
import { interval } from './interval.js';
import type { Lookup } from './lookup.js';
import { addMonths, monthRange } from './month.js';
import { pairedDifference } from './paired.js';
import { ratioInterval } from './ratio.js';
import { verdict, verdictText } from './verdict.js';
import { findVolume } from './volume-at.js';

/** One point to work out: where its run and its twin stand among the scenarios. */
export interface CurveRun {
  readonly value: number;
  readonly scenario: number;
  readonly twin: number;
}

/** Shares are 0–1, `netto…` too. Keys are Dutch: this is the published document. */
export interface CurvePoint {
  waarde: number;
  begonnenPerJaar: Estimate;
  /** Began more than under the base, a year. */
  extraPerJaar: Estimate;
  bruto: Estimate;
  zonder: Estimate;
  netto: Estimate;
  /** Left for work during the stay. */
  werk: Estimate;
  /** Of those who begin on top of the point before: gross, left for work, without the effect, net. Null for the first, and where there is no place for most of them. */
  marginaal: { bruto: Estimate; werk: Estimate; zonder: Estimate; netto: Estimate } | null;
  nettoPerJaar: Estimate;
  /** Of those who were sent, the part that did not begin. */
  geenPlaats: Estimate;
  /** Part of the needed contact that was given. */
  begeleiding: Estimate;
  verschilPersonen: Estimate & { uitkomst: string };
  /** Net points that each extra client must add at the end for the ambition, and what they add; null where there are no extra clients, and what is needed also without an ambition. */
  nodigNetto: number | null;
  behaaldNetto: number | null;
  /** Gross success of the extra clients that goes with it: without the effect, plus what is needed. Above 1 it cannot be. */
  nodigBruto: number | null;
}

export interface CurveOptions {
  readonly lookup: Lookup;
  readonly base: number;
  readonly station: string;
  /** The year of the cohort, and months after the beginning. */
  readonly window: string;
  readonly months: number;
  readonly start: string;
  readonly end: string;
  /** Null without an ambition. */
  readonly goalPersons: number | null;
  readonly threshold: number;
  readonly workReasons: ReadonlySet<string>;
}

interface Counts {
  /** Sent to the station, and began there. */
  readonly sent: Float64Array;
  readonly starts: Float64Array;
  readonly off: Float64Array;
  readonly work: Float64Array;
  readonly twinStarts: Float64Array;
  readonly twinOff: Float64Array;
}

const times = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, draw) => value * (b[draw] ?? NaN));
const minus = pairedDifference;
const meanOf = (values: ArrayLike<number>): number => interval(values)?.mean ?? NaN;

function countsOf(options: CurveOptions, { scenario, twin }: CurveRun): Counts {
  const { lookup, station, window, months, workReasons } = options;
  const none = new Float64Array(lookup.results.draws).fill(NaN);
  const read = (run: number, group: string) => trajectory(lookup, run, { station, group, window }) ?? none;
  const starts = read(scenario, 'start');
  const twinStarts = read(twin, 'start');
  const wanted = (reason: string): boolean => workReasons.has(reason);
  return {
    sent: arrivals(options, scenario),
    starts,
    off: times(read(scenario, `uit:${months}`), starts),
    work: times(leftDuring(lookup, scenario, { station, window, wanted }) ?? none, starts),
    twinStarts,
    twinOff: times(read(twin, `uit:${months}`), twinStarts),
  };
}

/** Those who began from `start` to `end`, in whole cohorts of twelve months. */
function startsUntil(options: CurveOptions, scenario: number): Float64Array {
  const { lookup, station, start, end } = options;
  const sum = new Float64Array(lookup.results.draws);
  for (let first = start; addMonths(first, 12) <= end; first = addMonths(first, 12)) {
    const window = `${first}..${addMonths(first, 11)}`;
    trajectory(lookup, scenario, { station, group: 'start', window })?.forEach(
      (value, draw) => (sum[draw] = (sum[draw] ?? 0) + value),
    );
  }
  return sum;
}

function arrivals({ lookup, station, window }: CurveOptions, scenario: number): Float64Array {
  const [first = '', last = ''] = window.split('..');
  const months = new Set(monthRange(first, last));
  const columns = lookup
    .all('stroom')
    .filter(
      ({ series }) =>
        series.unit !== 'personen' && series.place?.endsWith(`>${station}`) === true && months.has(series.period),
    );
  return lookup.total(scenario, columns);
}

function contact({ lookup, station, window }: CurveOptions, scenario: number): Float64Array {
  const [first = '', last = ''] = window.split('..');
  const months = monthRange(first, last);
  const columns = lookup
    .all('dosis')
    .filter(({ series }) => series.place === station && months.includes(series.period));
  return lookup.total(scenario, columns).map((sum) => sum / columns.length);
}

/** Below this part of the clients of the base, extra clients are too few to divide an effect by. */
const FEW = 0.05;

/**
 * Are those who begin at the higher value those of the lower one with others on top? When there are no places for most of the extra, the
 * others take places of the first, and a marginal success would be a success of nobody.
 */
function comesOnTop(before: Counts, now: Counts): boolean {
  return meanOf(minus(now.starts, before.starts)) > 0.5 * meanOf(minus(now.sent, before.sent));
}

/** Points in order of value. What is marginal is told of one draw at a time: the same clients at both values, and those who came on top. */
export function curve(options: CurveOptions, runs: readonly CurveRun[]): CurvePoint[] {
  const { lookup, base, end, goalPersons, threshold } = options;
  const volume = (scenario: number, unit: string): Float64Array =>
    findVolume(lookup, scenario, unit, end) ?? new Float64Array();
  const [persons, households] = [volume(base, 'personen'), volume(base, 'uitkeringen')];
  const perBenefit = meanOf(persons) / meanOf(households);
  const baseStarts = trajectory(lookup, base, { station: options.station, group: 'start', window: options.window });
  const baseTotal = startsUntil(options, base);
  const ratio = (top: Float64Array, bottom: Float64Array): Estimate => estimate(ratioInterval(top, bottom));
  let before: Counts | null = null;
  return [...runs]
    .sort((a, b) => a.value - b.value)
    .map((run): CurvePoint => {
      const now = countsOf(options, run);
      const net = times(minus(share(now.off, now.starts), share(now.twinOff, now.twinStarts)), now.starts);
      const earlier = before;
      before = now;
      const extra = earlier === null || !comesOnTop(earlier, now) ? null : minus(now.starts, earlier.starts);
      const marginal = (of: (counts: Counts) => Float64Array): Estimate =>
        earlier === null || extra === null ? estimate(null) : ratio(minus(of(now), of(earlier)), extra);
      const without = ({ starts, twinOff, twinStarts }: Counts): Float64Array =>
        times(share(twinOff, twinStarts), starts);
      const netOf = (counts: Counts): Float64Array => minus(counts.off, without(counts));
      const difference = minus(volume(run.scenario, 'personen'), persons);
      const judged = verdict(difference, { threshold });
      const extraTotal = meanOf(minus(startsUntil(options, run.scenario), baseTotal));
      const enough = extraTotal > FEW * meanOf(baseTotal);
      const needed = enough && goalPersons !== null ? goalPersons / perBenefit / extraTotal : null;
      const beyond = minus(now.starts, baseStarts ?? now.starts);
      const anyway = marginal(without).gemiddelde;
      return {
        waarde: run.value,
        begonnenPerJaar: estimate(interval(now.starts)),
        extraPerJaar: estimate(interval(beyond)),
        bruto: ratio(now.off, now.starts),
        zonder: ratio(now.twinOff, now.twinStarts),
        netto: ratio(net, now.starts),
        werk: ratio(now.work, now.starts),
        marginaal:
          extra === null
            ? null
            : {
                bruto: marginal(({ off }) => off),
                werk: marginal(({ work }) => work),
                zonder: marginal(without),
                netto: marginal(netOf),
              },
        nettoPerJaar: estimate(interval(net)),
        geenPlaats: ratio(minus(now.sent, now.starts), now.sent),
        begeleiding: estimate(interval(contact(options, run.scenario))),
        verschilPersonen: { ...estimate(interval(difference)), uitkomst: verdictText(judged) },
        nodigNetto: needed,
        behaaldNetto: enough ? -meanOf(difference) / perBenefit / extraTotal : null,
        nodigBruto: needed === null || Number.isNaN(anyway) ? null : anyway + needed,
      };
    });
}

function share(part: Float64Array, whole: Float64Array): Float64Array {
  return part.map((value, draw) => value / (whole[draw] ?? NaN));
}
