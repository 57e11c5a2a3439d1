// What Arnhem does on fixed days: the review of doses, the calls to the stock, and the weekly course.
import { purpose } from '../../../src/random/keys.js';
import { FINISH_RANK, OBSERVE_RANK, START_RANK } from './heap.js';
import type { HandRoute } from './route.js';
import {
  NONE,
  ENFORCEMENT,
  BAP,
  BESTAND,
  DIAGNOSE,
  GROEP,
  PROGRAMMA,
  WIJKTEAM,
  WSP,
  WAITING,
  MEMBERS,
  CALLS,
  REVIEW,
  COURSE,
  OVER,
  CONTACTS,
  type HandWorld,
} from './world.js';
const MONTH = 365.25 / 12;

export function handCalendar(world: HandWorld, route: HandRoute) {
  const { system } = world.numbers.room;
  const { numbers, heap, lists, clients, spells, absences, dose, area, reviewedAt, contact, fate } = world;
  const carried = new Float64Array(3);
  let groups = 0;
  let month = 0;

  /** The first of the month: which part of the contact can be given in the month to come. */
  function review(): void {
    setDose(BAP, numbers.bapHours / (lists.sizes[BAP]! * contact[BAP]!));
    let need = 0;
    for (const station of CONTACTS) need += lists.sizes[station]! * contact[station]!;
    const part = Math.max(0, numbers.werk.perMonth - world.worked) / need;
    world.worked = 0;
    for (const station of CONTACTS) setDose(station, part);
    month += 1;
    const next = numbers.months[month];
    if (next !== undefined) heap.push(system + REVIEW, next, OBSERVE_RANK);
  }
  function setDose(station: number, part: number): void {
    const to = Math.round(Math.min(part, 1) * 100) / 100;
    area[station] = route.areaAt(station);
    reviewedAt[station] = world.now;
    if (to === dose[station]) return;
    dose[station] = to;
    if (station !== BAP && station !== WSP) return;
    for (let client = lists.heads[station]!; client !== NONE; client = lists.next[client]!) {
      spells.setDuring(client, route.effectAt(station), world.now);
    }
  }

  /** The monthly calls to the stock: the most mediable young to a programme, the least mediable to the wijkteam, the newest to activerend handhaven. */
  function call(index: number): void {
    carried[index]! += numbers.bestand.calls[index]!;
    const number = Math.floor(carried[index]! + 1e-9);
    carried[index]! -= number;
    const called = number === 0 ? [] : index === 2 ? newest(number) : extreme(number, index === 0 ? 1 : -1);
    for (const client of called) {
      route.leave(client, BESTAND);
      route.enter(client, index === 0 ? PROGRAMMA : index === 1 ? WIJKTEAM : ENFORCEMENT);
    }
    heap.push(system + CALLS + index, world.now + MONTH, START_RANK);
  }
  function newest(number: number): number[] {
    const found: number[] = [];
    for (let client = lists.tails[BESTAND]!; client !== NONE && found.length < number;) {
      found.push(client);
      client = lists.previous[client]!;
    }
    return found;
  }
  /** Sign 1: the highest among the young; sign -1: the lowest of all. */
  function extreme(number: number, sign: 1 | -1): number[] {
    const best: number[] = [];
    const { z, age } = clients;
    const oldest = numbers.callBelow - world.now / 365.25;
    let last = -Infinity;
    for (let client = lists.heads[BESTAND]!; client !== NONE; client = lists.next[client]!) {
      const value = sign * z[client]!;
      if (value <= last || (sign === 1 && age[client]! >= oldest)) continue;
      let at = best.length;
      while (at > 0 && sign * z[best[at - 1]!]! < value) at -= 1;
      best.splice(at, 0, client);
      if (best.length > number) best.pop();
      if (best.length === number) last = sign * z[best[number - 1]!]!;
    }
    return best;
  }

  /** The weekly course: as many groups as can be filled with those who have not failed to appear today. */
  function course(): void {
    const { minimum, maximum, every, lasts, noShow } = numbers.groep;
    heap.push(system + COURSE, world.now + every, START_RANK);
    let waiting = lists.sizes[WAITING + GROEP]!;
    let client = lists.heads[WAITING + GROEP]!;
    while (waiting >= minimum) {
      const group = groups;
      const invited = Math.min(waiting, maximum);
      waiting -= invited;
      for (let seat = 0; seat < invited; seat += 1) {
        const next = lists.next[client]!;
        if (fate(client, GROEP, purpose.noShow, absences[client]) < noShow) {
          absences[client]! += 1;
        } else {
          lists.remove(client);
          lists.add(MEMBERS + group, client);
          route.begin(client, GROEP);
        }
        client = next;
      }
      if (lists.sizes[MEMBERS + group] === 0) continue;
      groups += 1;
      heap.push(system + OVER + group, world.now + lasts, FINISH_RANK);
    }
  }
  function endGroup(group: number): void {
    for (let client = lists.heads[MEMBERS + group]!; client !== NONE; client = lists.heads[MEMBERS + group]!) {
      lists.remove(client);
      route.enter(client, DIAGNOSE);
    }
  }

  return { review, call, course, endGroup };
}
