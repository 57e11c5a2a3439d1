// The clients of a run and their side visits: whoever leaves for good makes place for the next.
import { Client, Visit } from './client.js';
import type { Records } from './records.js';

export class ClientStore {
  private readonly records: Records;
  private readonly idle: Client[] = [];

  constructor(records: Records) {
    this.records = records;
  }

  /** So many new clients are to come. */
  reserve(clients: number): void {
    this.records.rows.reserve(clients);
  }

  /** A client from the store of those who left, or a new one. */
  take(): Client {
    return this.idle.pop() ?? new Client(this.records);
  }

  /** She will never come back: her record may be used again. */
  forget(client: Client): void {
    this.records.clearTurns(client.at);
    client.main.repeatHours = 0;
    client.applications = 0;
    client.spell = undefined;
    client.sides = undefined;
    client.servers = undefined;
    this.idle.push(client);
  }

  openSide(client: Client): Visit {
    const { sides } = this.records;
    const visit = new Visit(client, false, sides, sides.open());
    client.sides ??= [];
    client.sides.push(visit);
    return visit;
  }

  closeSide(visit: Visit): void {
    const { sides } = visit.client;
    sides?.splice(sides.indexOf(visit), 1);
    this.records.sides.close(visit.at);
  }

  /** How often she came to this station before; from now on once more. */
  nextTurn(client: Client, station: number): number {
    return this.records.nextTurn(client.at, station);
  }
}
