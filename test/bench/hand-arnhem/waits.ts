// Waiting times per station and year, for the race that asks for quantiles.
import { HandWaits } from '../waits.js';
import type { ArnhemNumbers } from './numbers.js';
import { BAP, DIAGNOSE, GROEP, INTAKE } from './world.js';

/** Stations where one can wait, in order of id. */
const places = [BAP, DIAGNOSE, GROEP, INTAKE];
/** What is measured begins a year after the run does. */
const FIRST = 12;

export class ArnhemWaits {
  private readonly waits: HandWaits;
  private readonly years: number;
  /** By station and by day; -1 where nobody waits, and outside all years. */
  private readonly row = new Int8Array(64).fill(-1);
  private readonly year: Int8Array;

  constructor({ months, until, room }: ArnhemNumbers) {
    this.years = Math.floor((months.length - 1 - FIRST) / 12);
    this.year = new Int8Array(Math.ceil(until) + 1).fill(-1);
    for (let year = 0; year < this.years; year += 1) {
      this.year.fill(year, months[FIRST + 12 * year], months[FIRST + 12 * year + 12]);
    }
    for (const [row, station] of places.entries()) this.row[station] = row;
    this.waits = new HandWaits(places.length * this.years, room.clients, { completed: false });
  }

  began(station: number, now: number, wait: number): void {
    const row = this.row[station]!;
    const year = this.year[Math.floor(now)]!;
    if (row >= 0 && year >= 0) this.waits.began(row * this.years + year, wait);
  }

  text(): string {
    return this.waits.text();
  }
}
