// The event log of one run: recorded as numbers, read case by case in words.
import type { Observer } from '../../chain/observer.js';
import type { Run } from '../../chain/simulate-chain.js';
import type { ChainSpec } from '../../chain/spec/chain.js';
import { exit } from '../../chain/spec/outcome.js';
import { clientOf } from '../../random/keys.js';
import { frameOf, returning, type Frame } from '../frame.js';
import { activitiesOf, milestone, sourceNames } from './activities.js';
import type { LoggedCase, LoggedEvent, LogPeriod } from './cases.js';
import { recordLog, type CaseRecord, type LogRecorder } from './recorder.js';
import { transition, transitions, type EventRow } from './store.js';

export interface EventLog {
  /** To be handed to `simulateChain`. */
  readonly prepare: (run: Run) => Observer;
  /** The cases in the order in which they were opened, those of a period only when it is given; anew at every call. Throws before the run. */
  cases(period?: LogPeriod): Generator<LoggedCase>;
}

export function createEventLog(spec: ChainSpec): EventLog {
  const frame = frameOf(spec);
  let recorder: LogRecorder | undefined;
  let isFinished = false;
  return {
    prepare(run) {
      recorder = recordLog(frame, run);
      isFinished = false;
      return recorder.observer;
    },
    *cases(period) {
      if (recorder === undefined) throw new Error('this log has not seen a run');
      if (!isFinished) recorder.finish();
      isFinished = true;
      const { store, cases } = recorder;
      const read = createReader(frame, recorder);
      const { rows, begins } = store.byCase(cases.length);
      for (const record of cases) {
        if (period !== undefined && (record.reported < period.from || record.reported >= period.to)) continue;
        const events = rows.subarray(begins[record.index], begins[record.index + 1]);
        yield read(
          record,
          Array.from(events, (row) => store.at(row)),
        );
      }
    },
  };
}

function createReader(frame: Frame, { hasCosts }: LogRecorder) {
  const { spec, stations, reasons } = frame;
  const activities = activitiesOf(frame);
  const sourceName = sourceNames(frame);
  const { risks = {}, marks = {} } = spec.spells ?? {};
  const destinationOf = (reason: string | undefined): string | undefined =>
    reason === undefined ? undefined : (risks[reason]?.destination ?? marks[reason]?.destination);

  function event(row: EventRow): LoggedEvent {
    const { name, station, resource, group } = activities[row.activity]!;
    const isDone = row.transition !== transition.schedule && row.transition !== transition.withdraw;
    const reason = row.reason < 0 ? undefined : reasons[row.reason];
    return {
      activity: name,
      transition: transitions[row.transition]!,
      time: row.time,
      visit: row.visit === 0 ? undefined : row.visit,
      station,
      isSide: row.isSide,
      resource: isDone ? resource : undefined,
      group,
      to: row.to < 0 ? undefined : (stations[row.to] ?? exit),
      reason,
      destination: destinationOf(reason),
      cost: Number.isNaN(row.cost) ? undefined : row.cost,
    };
  }
  function endOf(record: CaseRecord): LoggedEvent {
    const { end, reason, isGranted, benefit, index } = record;
    const activity = stations.length + (isGranted ? milestone.ended : milestone.refused);
    const cost = hasCosts && isGranted ? benefit : NaN;
    const step = transition.complete;
    return event({ of: index, activity, transition: step, time: end, visit: 0, isSide: false, to: -1, reason, cost });
  }
  return (record: CaseRecord, rows: readonly EventRow[]): LoggedCase => {
    const { source, client: number } = clientOf(record.key);
    const client = `${sourceName(source)}-${number + 1}`;
    const events = rows.map(event);
    return {
      id: `${client}-${record.application}`,
      client,
      application: record.application,
      source: record.source < 0 ? returning : sourceName(record.source),
      reported: record.reported,
      cost: hasCosts ? record.benefit + record.programmes : undefined,
      events: Number.isNaN(record.end) ? events : [...events, endOf(record)],
    };
  };
}
