// Where the numbers of clients stand: one row for each, with all that an event of hers may ask.
import { Rows } from './rows.js';

/** Columns of a visit: see the properties of `Visit`. */
const visitColumns = 8;
/** Columns of a client's row after those of her main visit: her key, when she applied last, and where her attributes begin. */
export const column = { key: visitColumns, appliedAt: visitColumns + 1, attributes: visitColumns + 2 } as const;

export interface Columns {
  readonly attributes: number;
  readonly stations: number;
  /** Of her spell: `thresholdColumns`. */
  readonly spell: number;
}

/** A row has, in this order: her main visit, her key and when she applied last, her attributes, her turns by station, and her spell. */
export class Records {
  readonly rows: Rows;
  /** Side visits come and go, and are not part of anybody's row. */
  readonly sides = new Rows(visitColumns);
  readonly turnsAt: number;
  readonly spellAt: number;
  private readonly stations: number;

  constructor({ attributes, stations, spell }: Columns) {
    this.stations = stations;
    this.turnsAt = column.attributes + attributes;
    this.spellAt = this.turnsAt + Math.ceil(stations / 2);
    this.rows = new Rows(this.spellAt + spell);
  }

  /** How often the client whose row begins at `at` was at a station before; from now on once more. */
  nextTurn(at: number, station: number): number {
    const { whole } = this.rows;
    const place = 2 * (at + this.turnsAt) + station;
    const turn = whole[place]!;
    whole[place] = turn + 1;
    return turn;
  }

  clearTurns(at: number): void {
    const { whole } = this.rows;
    const from = 2 * (at + this.turnsAt);
    // A call of `fill` costs more than these few stores.
    for (let place = from; place < from + this.stations; place += 1) whole[place] = 0;
  }
}
