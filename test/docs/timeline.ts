// Draws what happens in a small chain as rows of characters, one row a client and one character a unit of time: for the pictures in the docs.
import { simulateChain } from '../../src/chain/simulate-chain.js';
import type { Visit } from '../../src/chain/client.js';
import { rank } from '../../src/kernel/ranks.js';
import { chain, luck } from '../chain/helpers.js';

/** A letter of the station while the visit is served there; else one of these. */
const sign = { waits: '.', interrupted: '~', blocked: '#', gone: ' ' } as const;

function state(visit: Visit): string {
  const { station } = visit;
  if (station === undefined) return sign.gone;
  if (visit.blockedBy !== undefined) return sign.blocked;
  if (visit.startedAt === Infinity) return sign.waits;
  if (visit.event === undefined && ['service', 'place'].includes(station.spec.kind)) return sign.interrupted;
  return station.id.charAt(0).toUpperCase();
}

interface Row {
  readonly name: string;
  /** Undefined once the client is gone and her record serves another. */
  visit: Visit | undefined;
  line: string;
}

/** Looks in the middle of every unit of time; clients are numbered in the order in which they came, a side visit has a row of its own. */
export function drawn(parts: Parameters<typeof chain>[0], length: number): string {
  const spec = chain({ run: { unit: 'own', end: length }, ...parts });
  const rows: Row[] = [];
  simulateChain(spec, luck(), ({ simulation }) => {
    const add = (visit: Visit): void => {
      const number = rows.filter(({ name }) => name.startsWith('cliënt')).length + 1;
      const line = ' '.repeat(Math.ceil(simulation.now - 0.5));
      rows.push({ name: visit.main ? `cliënt ${String(number)}` : 'ernaast', visit, line });
    };
    const look = (): void => {
      for (const row of rows) row.line += row.visit === undefined ? sign.gone : state(row.visit);
    };
    for (let time = 0; time < length; time += 1) simulation.schedule(time + 0.5, rank.observe, look, rows, 0);
    return {
      applied(client) {
        for (const row of rows) if (row.visit === client.main) row.visit = undefined;
        add(client.main);
      },
      entered(visit) {
        if (!rows.some((row) => row.visit === visit)) add(visit);
      },
    };
  });
  const width = Math.max(...rows.map(({ name }) => name.length)) + 2;
  const scale = Array.from({ length: Math.ceil(length / 5) }, (_, at) => String(at * 5).padEnd(5)).join('');
  return [
    `${' '.repeat(width)}${scale}`.trimEnd(),
    ...rows.map(({ name, line }) => `${name.padEnd(width)}${line}`.trimEnd()),
  ].join('\n');
}
