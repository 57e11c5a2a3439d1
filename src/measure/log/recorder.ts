// Writes down one run as an event log. It looks and never touches; nothing of it is there when nobody asks for a log.
import type { Client, Visit } from '../../chain/client.js';
import type { Observer } from '../../chain/observer.js';
import type { Run } from '../../chain/simulate-chain.js';
import { isPlaced, reasonSlot, returning, sourceSlot, type Frame } from '../frame.js';
import { activitiesOf, milestone } from './activities.js';
import { caseCosts, type Since } from './case-costs.js';
import { EventStore, transition, type EventRow } from './store.js';

/** An application of a client. `end` is NaN as long as it lasts; the end stands apart, because it comes last whatever else happens at that instant. */
export interface CaseRecord {
  readonly index: number;
  readonly key: number;
  readonly application: number;
  /** Position of a declared source, or a reserved number; -1 for herinstroom. */
  readonly source: number;
  readonly reported: number;
  visits: number;
  isGranted: boolean;
  end: number;
  reason: number;
  /** What the uitkering cost. */
  benefit: number;
  programmes: number;
  since: Since | undefined;
}

interface OpenVisit {
  readonly number: number;
  begun: number;
  /** Paid at the beginning of a stay that takes no time: booked with its end. */
  paid: number;
}

export interface LogRecorder {
  readonly observer: Observer;
  readonly store: EventStore;
  readonly cases: readonly CaseRecord[];
  readonly hasCosts: boolean;
  /** To be called once the run is over: what still runs has cost something too. */
  finish(): void;
}

export function recordLog(frame: Frame, run: Run): LogRecorder {
  const { spec, stations, sources, periods } = frame;
  const activities = activitiesOf(frame);
  const costs = spec.money === undefined || spec.spells === undefined ? undefined : caseCosts(frame, spec.money, run);
  const store = new EventStore();
  const cases: CaseRecord[] = [];
  const current = new Map<Client, CaseRecord>();
  const visits = new Map<Visit, OpenVisit>();
  let marked: { readonly client: Client; readonly reason: number } | undefined;

  function open(client: Client, reported: number): CaseRecord {
    const again = sources[sourceSlot(frame, client)] === returning && !isPlaced(client);
    const record: CaseRecord = {
      index: cases.length,
      key: client.key,
      application: Math.max(1, client.applications),
      source: again ? -1 : client.source,
      reported,
      visits: 0,
      isGranted: false,
      end: NaN,
      reason: -1,
      benefit: 0,
      programmes: 0,
      since: undefined,
    };
    cases.push(record);
    current.set(client, record);
    return record;
  }
  /** Who is there at the start never applied in this run. */
  const caseOf = (client: Client, now: number): CaseRecord =>
    current.get(client) ?? open(client, client.spell?.startedAt ?? now);

  const bare = { visit: 0, isSide: false, to: -1, reason: -1, cost: NaN };
  const add = (row: Pick<EventRow, 'of' | 'activity' | 'transition' | 'time'> & Partial<EventRow>): void => {
    store.add({ ...bare, ...row });
  };
  function ended(
    visit: Visit,
    station: number,
    now: number,
    how: { to: number; reason: number; isCut: boolean },
  ): void {
    const record = caseOf(visit.client, now);
    const stay = visits.get(visit);
    if (stay === undefined) return;
    visits.delete(visit);
    const isBegun = !Number.isNaN(stay.begun);
    const price = isBegun ? costs?.stay(station, stay.begun, now) : undefined;
    if (price !== undefined) record.programmes += price;
    const cost = price === undefined ? stay.paid : price + (Number.isNaN(stay.paid) ? 0 : stay.paid);
    add({
      of: record.index,
      activity: station,
      transition: isBegun ? (how.isCut ? transition.abort : transition.complete) : transition.withdraw,
      time: now,
      visit: stay.number,
      isSide: !visit.main,
      to: how.to,
      reason: how.reason,
      cost,
    });
  }
  /** Takes off what being in a state saved since it began, or since the decision. */
  function leaveState(record: CaseRecord, state: number, now: number): void {
    const since = record.since?.[state] ?? NaN;
    if (costs === undefined || record.since === undefined || Number.isNaN(since)) return;
    record.benefit -= costs.less(state, since, now);
    record.since[state] = NaN;
  }
  function closeBenefit(record: CaseRecord, client: Client, now: number): void {
    if (costs === undefined || client.spell === undefined || !record.isGranted) return;
    for (let state = 0; state < costs.states; state += 1) leaveState(record, state, now);
    record.benefit += costs.benefit(client, client.spell.startedAt, now);
  }

  return {
    store,
    cases,
    hasCosts: costs !== undefined,
    observer: {
      applied(client, now) {
        const { index } = open(client, now);
        add({ of: index, activity: stations.length + milestone.reported, transition: transition.complete, time: now });
      },
      entered(visit, { index }, now) {
        const record = caseOf(visit.client, now);
        record.visits += 1;
        const number = record.visits;
        visits.set(visit, { number, begun: NaN, paid: NaN });
        if (activities[index]?.hasQueue !== true) return;
        const isSide = !visit.main;
        add({ of: record.index, activity: index, transition: transition.schedule, time: now, visit: number, isSide });
      },
      started(visit, { index }, _waited, now) {
        const record = caseOf(visit.client, now);
        const stay = visits.get(visit);
        if (stay === undefined) return;
        stay.begun = now;
        const price = costs?.start(index, now) ?? NaN;
        if (!Number.isNaN(price)) record.programmes += price;
        if (activities[index]?.isInstant === true) {
          stay.paid = price;
          return;
        }
        const isSide = !visit.main;
        const { number } = stay;
        const of = record.index;
        add({ of, activity: index, transition: transition.start, time: now, visit: number, isSide, cost: price });
      },
      marked(client, mark) {
        marked = { client, reason: frame.reasons.indexOf(mark) };
      },
      left(visit, { index }, to, now) {
        const reason = to === undefined && marked?.client === visit.client ? marked.reason : -1;
        marked = undefined;
        ended(visit, index, now, { to: to === undefined ? stations.length : to.index, reason, isCut: false });
      },
      withdrawn(visit, { index }, reason, now) {
        ended(visit, index, now, { to: -1, reason: reasonSlot(frame, reason), isCut: true });
      },
      spellStarted(client, now) {
        caseOf(client, now);
      },
      granted(client, now) {
        const record = caseOf(client, now);
        record.isGranted = true;
        if (costs !== undefined) {
          record.since = Array.from({ length: costs.states }, (_, state) =>
            client.spell?.isIn(state) === true ? now : NaN,
          );
        }
        if (isPlaced(client)) return;
        const activity = stations.length + milestone.granted;
        add({ of: record.index, activity, transition: transition.complete, time: now });
      },
      stateChanged(client, state, isIn, now) {
        const record = caseOf(client, now);
        if (!isIn) leaveState(record, state, now);
        else if (record.since !== undefined) record.since[state] = now;
      },
      spellEnded(client, reason, now) {
        const record = caseOf(client, now);
        record.end = now;
        record.reason = reasonSlot(frame, reason);
        closeBenefit(record, client, now);
      },
    },
    finish() {
      const now = periods.until;
      for (const [client, record] of current) if (Number.isNaN(record.end)) closeBenefit(record, client, now);
      for (const [visit, { begun }] of visits) {
        const record = current.get(visit.client);
        const index = visit.station?.index;
        if (record === undefined || index === undefined || Number.isNaN(begun)) continue;
        record.programmes += costs?.stay(index, begun, now) ?? 0;
      }
    },
  };
}
