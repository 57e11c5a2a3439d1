// How often each client came to each station: one row of counters for all, because a list for every client is most of what she weighs.

export class Turns {
  private readonly stations: number;
  private row: Uint32Array;
  private clients = 0;

  constructor(stations: number) {
    this.stations = stations;
    this.row = new Uint32Array(stations * 1024);
  }

  /** Room for one more client; the number is hers. */
  open(): number {
    const number = this.clients;
    this.clients += 1;
    if (this.clients * this.stations > this.row.length) {
      const wider = new Uint32Array(4 * this.row.length);
      wider.set(this.row);
      this.row = wider;
    }
    return number;
  }

  /** How often she was here before; from now on once more. */
  next(client: number, station: number): number {
    const at = client * this.stations + station;
    const turn = this.row[at]!;
    this.row[at] = turn + 1;
    return turn;
  }

  clear(client: number): void {
    const { row } = this;
    const from = client * this.stations;
    // A call of `fill` costs more than these few stores.
    for (let at = from; at < from + this.stations; at += 1) row[at] = 0;
  }
}
