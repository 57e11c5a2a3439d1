// Results -> Summary: everything that the terminal, --json, samenvatting.csv and the report say about a comparison.
import type { Results } from '../measure/series.js';
import {
  type Ambition,
  ambitionLine,
  chanceOfAmbition,
  remainingTask,
  type TrendIndex,
  trendLine,
} from './ambition.js';
import { type Band, band } from './bands.js';
import type { Certainty } from './certainty.js';
import type { Decomposition } from './decomposition.js';
import { type DestinationId, type DestinationOf, destinations } from './destinations.js';
import type { ProgrammeEffect } from './effect.js';
import type { Displacement } from './displacement.js';
import { type Elsewhere, elsewhere } from './elsewhere.js';
import { estimate, type Estimate } from './estimate.js';
import type { FlatTrend } from './flat-trend.js';
import { flows, perGroup } from './flows.js';
import { interval } from './interval.js';
import { Lookup } from './lookup.js';
import type { CardVerdict } from './monitoring.js';
import type { ScenarioMoney } from './money.js';
import { monthRange } from './month.js';
import { pairedDifference } from './paired.js';
import type { BreakEvenSummary, NotComputed, ShelfOfScenario } from './shelf-summary.js';
import type { PilotSummary } from './pilot.js';
import type { Counting } from './units.js';
import type { ReadingSummary } from './readings.js';
import { verdict, type Verdict, verdictText } from './verdict.js';
import { volumeAt } from './volume-at.js';

export type { Estimate } from './estimate.js';

/** What a stroomschema is drawn from: the flows of one year. */
export interface FlowSummary {
  stromen: { van: string; naar: string; aanvragenPerJaar: Estimate; personenPerJaar: Estimate | null }[];
  aanvragenPerJaar: ({ bron: string } & Estimate)[];
  uitstroomPerJaar: ({ reden: string } & Estimate)[];
}

export interface ScenarioSummary extends FlowSummary, Partial<ShelfOfScenario> {
  id: string;
  naam: string;
  /** Whether this is the scenario that the others are compared with. */
  vergelijkingsbasis: boolean;
  volumeEindUitkeringen: Estimate;
  volumeEindPersonen: Estimate;
  /** V(scenario) − V(base) at the end, paired per draw; `p10` and `p90` over draws. */
  verschilPersonen: Estimate & { uitkomst: string; soort: Verdict['outcome']; p10: number; p90: number };
  verschilUitkeringen: Estimate;
  /** V(end) minus the volume that follows the national trend from the same start. */
  afstandTotTrendPersonen: Estimate;
  /** Volume at the end minus the ambition line; null without an ambition. */
  resterendeOpgavePersonen: Estimate | null;
  /** Share of draws (0–1) that reach the ambition; null without one, or when only chance was counted. */
  kansAmbitie: number | null;
  /** Persons per month over draws, in the order of `maanden`. */
  waaierPersonen: (Band & { gemiddelde: number })[];
  /** What lowers the volume (above zero) or raises it; null for the base, or when the run does not count exits. */
  bestemmingen: { geteldIn: Counting; minder: Estimate; delen: ({ id: DestinationId } & Estimate)[] } | null;
  /** The difference if part of the extra work exits took a place from someone else on benefit; only when it was looked at. */
  verdringing?: Displacement | null;
  elders: (Estimate & {
    soort: Elsewhere['kind'];
    station: string;
    periode: string;
    bereik: { aantal: number; geteldIn: Counting } | null;
  })[];
  /** Whether the run measured waits or contact at all; without, an empty `elders` says nothing. */
  eldersGemeten: boolean;
  /** From the start to the end in steps that close; not for the base. */
  ontleding?: Decomposition;
  /** First month from which the mean difference stays beyond `drempelPersonen`; null: never. Not for the base. */
  merkbaarVanaf?: string | null;
  /** What it costs and when that is paid back; only where the chain declares money. */
  geld?: ScenarioMoney;
}

export interface Summary {
  startgetal: string;
  doorrekeningen: number;
  /** Id of the scenario that the others are compared with. */
  tegen: string;
  /** Whether every draw had its own parameters, so that spread holds not-knowing as well as chance. */
  onzekerheidMeegerekend: boolean;
  drempelPersonen: number;
  /** The period, and how many persons below the trend; null when the organisation states no ambition. */
  ambitie: { begin: string; eind: string; personenMinder: number | null };
  /** Where the trend below is flat for want of figures, or because it was asked; absent when the series covers the period. */
  vlakkeTrend?: FlatTrend;
  /** The year of the flows, `2018-10..2019-09`. */
  stroomvenster: string;
  beginUitkeringen: Estimate;
  beginPersonen: Estimate;
  maanden: string[];
  /** National volume per month, begin = 1. */
  trendindex: number[];
  /** Mean over the draws of the base, persons per month. */
  trendlijnPersonen: number[];
  ambitielijnPersonen: number[];
  /** Every difference under each reading of the sources; without readings, or when only chance was counted, not there. */
  perLezing?: ReadingSummary[];
  scenarios: ScenarioSummary[];
  /** What the ambition was given, in euro; absent when nobody said. */
  ambitieGeld?: number;
  /** What each programme adds under ongewijzigd beleid on a flat trend; only when its twin was run. */
  effecten?: readonly ProgrammeEffect[];
  /** Of the scenarios that are a pilot: effect, power, stop rule and what regular work lost. */
  pilots?: readonly PilotSummary[];
  /** Chance and not knowing, and what moves the outcomes; absent when only chance was counted. */
  zekerheid?: Certainty;
  /** What a filled-in volgkaart says of every scenario and series; only when one was given. */
  volgkaart?: CardVerdict[];
  /** Scenarios of class B and C; not there without any. */
  omslagen?: readonly BreakEvenSummary[];
  nietBerekend?: readonly NotComputed[];
}

export interface SummaryOptions {
  /** Scenario id; every other scenario is compared with it, draw by draw. */
  base: string;
  ambition: Ambition;
  /** Twelve months, `2018-10..2019-09`. */
  flowWindow: string;
  trend: TrendIndex;
  flatTrend?: FlatTrend | null;
  /** False when parameter draws are switched off. */
  uncertainty: boolean;
  thresholdPersons?: number;
  /** What each reason for the end of a spell counts as. */
  destinationOf: DestinationOf;
}

/** The flows of a scenario in twelve months (`2018-10..2019-09`): arrows, applications by source, exits by reason. */
export function flowSummary(lookup: Lookup, scenario: number, window: string): FlowSummary {
  return {
    stromen: flows(lookup, scenario, window).map(({ from, to, applications, persons }) => ({
      van: from,
      naar: to,
      aanvragenPerJaar: estimate(applications),
      personenPerJaar: persons && estimate(persons),
    })),
    aanvragenPerJaar: perGroup(lookup, scenario, 'aanvragen', window).map(({ name, count }) => {
      return { bron: name, ...estimate(count) };
    }),
    uitstroomPerJaar: perGroup(lookup, scenario, 'uitstroom', window).map(({ name, count }) => {
      return { reden: name, ...estimate(count) };
    }),
  };
}

/**
 * Summarises a run.
 * @throws Error when the base is not among the scenarios, or when the volume of a month between start and end was not measured: both are our
 * own mistakes, because the plan of the run decides them.
 */
export function summarise(results: Results, options: SummaryOptions): Summary {
  const { ambition, trend, flatTrend = null, uncertainty, flowWindow, thresholdPersons = 25 } = options;
  const lookup = new Lookup(results);
  const base = results.scenarios.findIndex(({ id }) => id === options.base);
  if (base < 0) throw new Error(`scenario '${options.base}' is not in the results`);
  const months = monthRange(ambition.start, ambition.end);
  const baseStart = volumeAt(lookup, base, 'personen', ambition.start);
  const baseEnd = volumeAt(lookup, base, 'personen', ambition.end);
  const baseEndHouseholds = volumeAt(lookup, base, 'uitkeringen', ambition.end);
  const meanOver = (line: typeof trendLine) => (month: string) => {
    return estimate(interval(baseStart.map((start) => line(start, trend, ambition, month)))).gemiddelde;
  };

  const scenarios = results.scenarios.map(({ id, name }, scenario): ScenarioSummary => {
    const start = volumeAt(lookup, scenario, 'personen', ambition.start);
    const end = volumeAt(lookup, scenario, 'personen', ambition.end);
    const endHouseholds = volumeAt(lookup, scenario, 'uitkeringen', ambition.end);
    const difference = pairedDifference(end, baseEnd);
    const remaining = remainingTask(start, end, trend, ambition);
    const judged = verdict(difference, { threshold: thresholdPersons });
    const spread = band(difference);
    const between = { scenario, base, start: ambition.start, end: ambition.end };
    const found = scenario === base ? null : destinations(lookup, { ...between, destinationOf: options.destinationOf });
    return {
      id,
      naam: name,
      vergelijkingsbasis: scenario === base,
      volumeEindUitkeringen: estimate(interval(endHouseholds)),
      volumeEindPersonen: estimate(interval(end)),
      verschilPersonen: {
        ...estimate(interval(difference)),
        uitkomst: verdictText(judged),
        soort: judged.outcome,
        p10: spread.p10,
        p90: spread.p90,
      },
      verschilUitkeringen: estimate(interval(pairedDifference(endHouseholds, baseEndHouseholds))),
      afstandTotTrendPersonen: estimate(
        interval(
          pairedDifference(
            end,
            start.map((s) => trendLine(s, trend, ambition, ambition.end)),
          ),
        ),
      ),
      resterendeOpgavePersonen: remaining && estimate(interval(remaining)),
      kansAmbitie: chanceOfAmbition(remaining, uncertainty),
      waaierPersonen: months.map((month) => {
        const values = volumeAt(lookup, scenario, 'personen', month);
        return { ...band(values), gemiddelde: estimate(interval(values)).gemiddelde };
      }),
      bestemmingen: found && {
        geteldIn: found.counting,
        minder: estimate(found.reduction),
        delen: found.parts.map((part) => ({ id: part.id, ...estimate(part.reduction) })),
      },
      elders: (scenario === base ? [] : elsewhere(lookup, between)).map((worse) => ({
        soort: worse.kind,
        station: worse.station,
        periode: worse.period,
        ...estimate(worse.difference),
        bereik: worse.reached && { aantal: worse.reached.mean, geteldIn: worse.reached.counting },
      })),
      eldersGemeten: lookup.all('wachttijd').length + lookup.all('dosis').length > 0,
      ...flowSummary(lookup, scenario, flowWindow),
    };
  });

  return {
    startgetal: results.seed,
    doorrekeningen: results.draws,
    tegen: options.base,
    onzekerheidMeegerekend: uncertainty,
    drempelPersonen: thresholdPersons,
    ambitie: { begin: ambition.start, eind: ambition.end, personenMinder: ambition.reductionPersons },
    ...(flatTrend === null ? {} : { vlakkeTrend: flatTrend }),
    stroomvenster: flowWindow,
    beginUitkeringen: estimate(interval(volumeAt(lookup, base, 'uitkeringen', ambition.start))),
    beginPersonen: estimate(interval(baseStart)),
    maanden: months,
    trendindex: months.map((month) => trend(month) / trend(ambition.start)),
    trendlijnPersonen: months.map(meanOver(trendLine)),
    ambitielijnPersonen: months.map(meanOver(ambitionLine)),
    scenarios,
  };
}
