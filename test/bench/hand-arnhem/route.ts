// The way through Arnhem, station by station: what happens on arrival, at the end of a stay, and when the spell is over.
import { purpose } from '../../../src/random/keys.js';
import { normalQuantile } from '../../../src/random/normal.js';
import { ARRIVE_RANK, FINISH_RANK } from './heap.js';
import { type ArnhemNumbers, marks, risks, stations } from './numbers.js';
import type { ArnhemWaits } from './waits.js';
import { dosed, GRANT, SLOTS_PER_CLIENT, STEP } from './spells.js';
import {
  NONE,
  AWAY,
  ENFORCEMENT,
  WIJK,
  BAP,
  BESTAND,
  BZ,
  DIAGNOSE,
  GROEP,
  INTAKE,
  KLEEFSE,
  POORT,
  PROGRAMMA,
  SCALABOR,
  STARTERS,
  SWITCH,
  TOELEIDING,
  VOORLICHTING,
  WIJKTEAM,
  WSP,
  ZOEKTERMIJN,
  WAITING,
  TEAMS,
  type HandWorld,
} from './world.js';

export type HandRoute = ReturnType<typeof handRoute>;

/** `delayOf` says how long a former client stays away. */
export function handRoute(
  world: HandWorld,
  delayOf: (client: number, reason: number, exitAt: number, number: number) => number,
  waits?: ArnhemWaits,
) {
  const { numbers } = world;
  const { until, calendar, delays } = numbers;
  const {
    heap,
    lists,
    clients,
    spells,
    counts,
    meldingAt,
    granted,
    place,
    begun,
    enteredAt,
    startedAt,
    turns,
    turn,
    asked,
    absences,
  } = world;
  const { joined, idle, dose, area, reviewedAt, during, contact, fate } = world;
  function apply(client: number, to: number): void {
    clients.applications[client]! += 1;
    counts.applied += 1;
    meldingAt[client] = world.now;
    granted[client] = 0;
    spells.start(client, world.now);
    enter(client, to);
  }

  function enter(client: number, station: number): void {
    const visit = client * stations.length + station;
    turn[client] = turns[visit]!;
    turns[visit]! += 1;
    place[client] = station;
    enteredAt[client] = world.now;
    begun[client] = 0;
    switch (station) {
      case INTAKE:
      case DIAGNOSE:
      case BAP:
        asked[client] = world.requests++;
        lists.add(WAITING + station, client);
        if (idle[station]! > 0) world.isStartAsked = true;
        return;
      case GROEP:
        absences[client] = 0;
        lists.add(WAITING + GROEP, client);
        return;
      case BESTAND:
        lists.add(BESTAND, client);
        begin(client, station);
        return;
      case POORT:
        enter(client, fromPoort(client));
        return;
      case VOORLICHTING:
        enter(client, fate(client, station, purpose.outcome) < numbers.groepShare ? GROEP : DIAGNOSE);
        return;
      case TOELEIDING: {
        const u = fate(client, station, purpose.outcome);
        const [matching, scalabor] = numbers.toeleiding;
        enter(client, u < matching ? WSP : u < matching + scalabor ? SCALABOR : PROGRAMMA);
        return;
      }
      case ENFORCEMENT:
        enter(client, fate(client, station, purpose.outcome) < numbers.kleefseWaard ? KLEEFSE : SWITCH);
        return;
      case BZ:
        enter(client, STARTERS);
        return;
      case WIJKTEAM:
        enter(client, WIJK);
        return;
      default:
        if (contact[station]! > 0) lists.add(station, client);
        begin(client, station);
        step(client, world.now + length(client, station));
    }
  }

  function length(client: number, station: number): number {
    switch (station) {
      case ZOEKTERMIJN:
        return numbers.zoektermijn;
      case PROGRAMMA:
        return delays.programma;
      case SCALABOR:
        return delays.scalabor;
      case WSP:
        return delays.wsp;
      case WIJK:
        return delays.wijk;
      case KLEEFSE:
        return delays.kleefseWaard;
      case SWITCH:
        return delays.toSwitch;
      default:
        return numbers.starters(fate(client, station, purpose.duration), world.now, 0);
    }
  }

  function step(client: number, time: number): void {
    heap.push(client * SLOTS_PER_CLIENT + STEP, time, FINISH_RANK);
  }

  /** Waiting is over: the stay counts for the dose, and its effect begins. */
  function begin(client: number, station: number): void {
    begun[client] = 1;
    startedAt[client] = world.now;
    if (contact[station]! > 0) {
      joined[client] = areaAt(station);
      spells.setDuring(client, effectAt(station), world.now);
    }
    const wait = world.now - enteredAt[client]!;
    counts.waited += wait;
    if (waits !== undefined) waits.began(station, world.now, wait);
  }
  const areaAt = (station: number): number => area[station]! + dose[station]! * (world.now - reviewedAt[station]!);
  /** Only BAP and the werkgeversservicepunt help as far as there is contact. */
  const effectAt = (station: number): number =>
    dosed(during[station]!, station === BAP || station === WSP ? dose[station]! : 1);

  /** The stay ends by its route; programmes go on to have an effect. */
  function leave(client: number, station: number): void {
    if (contact[station] === 0) return;
    lists.remove(client);
    const stayed = world.now - startedAt[client]!;
    const mean = stayed <= 0 ? dose[station]! : (areaAt(station) - joined[client]!) / stayed;
    spells.setDuring(client, 1, world.now);
    if (station !== PROGRAMMA && station !== SCALABOR) return;
    const { after } = station === PROGRAMMA ? numbers.programma : numbers.scalabor;
    spells.giveAfter(client, dosed(after.factor, mean), after, world.now);
  }

  function isTop(client: number, station: number, rank: ArnhemNumbers['poort']['rank'], threshold: number): boolean {
    const noise = normalQuantile(fate(client, station, purpose.score));
    return rank.accuracy * clients.z[client]! + rank.noise * noise >= threshold;
  }
  const { poort, diagnose } = numbers;
  const poortLimit = poort.rank.mean + poort.rank.sd * normalQuantile(1 - poort.rank.share / (1 - poort.bz));
  const diagnoseLimit = diagnose.rank.mean + diagnose.rank.sd * normalQuantile(1 - diagnose.rank.share);
  function fromPoort(client: number): number {
    if (fate(client, POORT, purpose.outcome) < poort.bz) return BZ;
    return isTop(client, POORT, poort.rank, poortLimit) ? BAP : VOORLICHTING;
  }

  function finish(client: number): void {
    const station = place[client]!;
    switch (station) {
      case INTAKE:
        giveBack(INTAKE);
        decide(client);
        return;
      case DIAGNOSE:
        giveBack(DIAGNOSE);
        enter(client, isTop(client, DIAGNOSE, diagnose.rank, diagnoseLimit) ? TOELEIDING : BESTAND);
        return;
      case BAP:
        giveBack(BAP);
        leave(client, BAP);
        enter(client, DIAGNOSE);
        return;
      case ZOEKTERMIJN:
        enter(client, INTAKE);
        return;
      case AWAY:
        apply(client, INTAKE);
        return;
      default:
        leave(client, station);
        enter(client, BESTAND);
    }
  }

  function decide(client: number): void {
    const u = fate(client, INTAKE, purpose.outcome);
    let taken = 0;
    for (let mark = 0; mark < marks.length; mark += 1) {
      taken += numbers.intake.shares[mark]!;
      if (u >= taken) continue;
      place[client] = AWAY;
      end(client, risks.length + mark);
      return;
    }
    const wait = numbers.intake.decision(fate(client, INTAKE, purpose.decision), world.now, 0);
    heap.push(client * SLOTS_PER_CLIENT + GRANT, Math.max(meldingAt[client]! + wait, world.now), FINISH_RANK);
    enter(client, POORT);
  }

  function giveBack(station: number): void {
    idle[station]! += 1;
    if (lists.sizes[WAITING + station]! > 0) world.isStartAsked = true;
  }

  /** The spell is over: out of whatever she was in, and perhaps back one day. */
  function end(client: number, reason: number): void {
    spells.end(client);
    const kind = granted[client] === 1 ? counts.ended : counts.prevented;
    kind[reason]! += 1;
    counts.endedAt += world.now;
    const station = place[client]!;
    if (station !== AWAY) {
      lists.remove(client);
      heap.remove(client * SLOTS_PER_CLIENT + STEP);
      if (begun[client] === 1 && (station === INTAKE || station === DIAGNOSE || station === BAP)) giveBack(station);
      place[client] = AWAY;
    }
    const time = world.now + delayOf(client, reason, world.now, clients.applications[client]! - 1);
    if (time <= until) heap.push(client * SLOTS_PER_CLIENT + STEP, time, ARRIVE_RANK);
  }

  /** The start phase: whoever asked first among the heads of the lines that can go on. */
  function dispatch(): void {
    for (;;) {
      let next = NONE;
      for (const team of TEAMS) {
        const head = lists.heads[WAITING + team]!;
        if (idle[team]! > 0 && head !== NONE && (next === NONE || asked[head]! < asked[next]!)) next = head;
      }
      if (next === NONE) return;
      const station = place[next]!;
      lists.remove(next);
      idle[station]! -= 1;
      if (station === BAP) {
        step(next, world.now + numbers.bap.term);
        lists.add(BAP, next);
        begin(next, BAP);
        continue;
      }
      const { hours } = station === INTAKE ? numbers.intake : numbers.diagnose;
      const { perDay } = station === INTAKE ? numbers.aanvragen : numbers.werk;
      const work = hours(fate(next, station, purpose.duration), world.now, 0);
      if (station === DIAGNOSE) world.worked += work;
      begin(next, station);
      step(next, calendar.finish(world.now, work / perDay));
    }
  }

  return { apply, enter, leave, finish, begin, end, dispatch, areaAt, effectAt };
}
