// All that the hand-written loop keeps: typed arrays by client and by station, and the few numbers that change.
import { purpose } from '../../../src/random/keys.js';
import type { Streams } from '../../../src/random/streams.js';
import { Counts } from '../arnhem-counts.js';
import { HandHeap } from './heap.js';
import { HandLists } from './lists.js';
import { type ArnhemNumbers, marks, risks, stations } from './numbers.js';
import { handSpells } from './spells.js';
export const NONE = -1;
/** Nobody is at this station: she has left, or is on her way back. */
export const AWAY = stations.length;
export const [ENFORCEMENT, WIJK, BAP, BESTAND, BZ, DIAGNOSE, GROEP, INTAKE, KLEEFSE, POORT] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
];
export const [PROGRAMMA, SCALABOR, STARTERS, SWITCH, TOELEIDING, VOORLICHTING, WIJKTEAM, WSP, ZOEKTERMIJN] = [
  10, 11, 12, 13, 14, 15, 16, 17, 18,
];
/** Lists: who is at a station and has begun there, who waits for it, and the members of a group. */
export const WAITING = stations.length;
export const MEMBERS = 2 * stations.length;
/** Slots of the loop's own, after those of clients and effects: sources, calls, the review of doses, the weekly course, groups that end. */
export const [SOURCES, CALLS, REVIEW, COURSE, OVER] = [0, 4, 7, 8, 9];
export const TEAMS = [BAP, DIAGNOSE, INTAKE] as const;
/** Stations that give contact, in the order of their review; BAP has its own team. */
export const CONTACTS = [BESTAND, PROGRAMMA, SCALABOR, WSP] as const;

export type HandWorld = ReturnType<typeof handWorld>;

export function handWorld(numbers: ArnhemNumbers, streams: Streams) {
  const { room } = numbers;
  const heap = new HandHeap(room.system + OVER + room.groups);
  const clients = {
    key: new Uint32Array(room.clients),
    z: new Float64Array(room.clients),
    age: new Float64Array(room.clients),
    applications: new Uint8Array(room.clients),
  };

  const keys = Float64Array.from(stations, (id) => numbers.key[id]);
  const partner = new Uint8Array(room.clients);
  const meldingAt = new Float64Array(room.clients);
  const granted = new Uint8Array(room.clients);
  const place = new Uint8Array(room.clients).fill(AWAY);
  const begun = new Uint8Array(room.clients);
  const enteredAt = new Float64Array(room.clients);
  const startedAt = new Float64Array(room.clients);
  const turns = new Uint16Array(room.clients * stations.length);
  const turn = new Uint16Array(room.clients);
  const asked = new Float64Array(room.clients);
  const absences = new Uint8Array(room.clients);
  const joined = new Float64Array(room.clients);

  const idle = new Int32Array(stations.length);
  idle[INTAKE] = numbers.aanvragen.servers;
  idle[DIAGNOSE] = numbers.werk.servers;
  idle[BAP] = numbers.bapPlaces;
  const dose = new Float64Array(stations.length).fill(1);
  const area = new Float64Array(stations.length);
  const reviewedAt = new Float64Array(stations.length);
  const during = new Float64Array(stations.length).fill(1);
  during[BAP] = numbers.bap.during;
  during[PROGRAMMA] = numbers.programma.during;
  during[SCALABOR] = numbers.scalabor.during;
  during[WSP] = numbers.wsp.during;
  during[BESTAND] = numbers.bestand.during;
  const contact = new Float64Array(stations.length);
  contact[BAP] = numbers.bap.contact;
  contact[PROGRAMMA] = numbers.programma.contact;
  contact[SCALABOR] = numbers.scalabor.contact;
  contact[WSP] = numbers.wsp.contact;
  contact[BESTAND] = numbers.bestand.contact;

  const attribute = (client: number, key: number): number =>
    streams.fate(clients.key[client]!, key, purpose.attribute, 0);
  const fate = (client: number, station: number, of: number, attempt = 0): number =>
    streams.fate(clients.key[client]!, keys[station]!, of, turn[client]! + attempt * 256);
  return {
    numbers,
    streams,
    heap,
    clients,
    partner,
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
    joined,
    idle,
    dose,
    area,
    reviewedAt,
    during,
    contact,
    attribute,
    fate,
    lists: new HandLists(MEMBERS + room.groups, room.clients),
    spells: handSpells(numbers, streams, heap, clients),
    counts: new Counts(risks.length + marks.length),
    now: 0,
    /** Somebody waits for a team that is free: there has to be a start phase. */
    isStartAsked: false,
    requests: 0,
    /** Hours of diagnoses since the last review. */
    worked: 0,
  };
}
