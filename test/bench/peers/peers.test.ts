// Other simulators beside ours: what they are asked, what they answer, what is checked and what is printed. The peer here is one that we made up.
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import type { QueueOutcome } from '../harness.js';
import { check, erlangWait, knownMm1, knownNetwork } from './known.js';
import { look, parseRun, type Peer, runPeer } from './peer.js';
import { type PeerRace, racePeers } from './race.js';
import { tableOf } from './table.js';

const script = (text: string): Peer['asksVersion'] => ({ program: process.execPath, args: ['-e', text] });

/** Says that every client waited `wait`, and that a client takes as many microseconds as the last argument asks. */
function made(wait: number): Peer {
  const answer = script(
    `const [clients, round, micros] = process.argv.slice(1).map(Number);
     const seconds = clients * micros * round / 1e6;
     console.log(JSON.stringify({ clients, visits: clients, waited: ${wait} * clients, seconds: 2 * seconds, processorSeconds: seconds }));`,
  );
  return {
    name: 'Made',
    needs: 'made with made up',
    oldest: 4,
    asksVersion: script('console.log("4.2.0 on Node")'),
    scripts: { mm1: answer, network: answer },
  };
}

function own(name: string, clients: number): { name: string; run: () => QueueOutcome } {
  return { name, run: () => ({ events: 2 * clients, waited: 8 * clients, check: 'same' }) };
}

const race: PeerRace = {
  id: 'made up',
  model: 'mm1',
  known: { meanWait: 8.1, visitsPerClient: 1 },
  clients: 10,
  loop: own('loop', 10),
  chain: own('chain', 10),
  peerClients: 50,
  args: ['3'],
};

describe('a peer', () => {
  test('that is there runs its clients with another seed every round, and its own clock is what counts, per client', () => {
    const { rows, absent } = racePeers(race, [made(8)], { rounds: 2, warmUps: 0 });
    expect(absent).toEqual([]);
    expect(rows.map(({ name, clients }) => `${name} ${clients}`)).toEqual(['loop 10', 'chain 10', 'Made 50']);
    const peer = rows[2]!;
    expect(peer.version).toBe('4.2.0 on Node');
    expect(peer.microsPerClient[0]).toBeCloseTo(3, 9);
    expect(peer.microsPerClient[1]).toBeCloseTo(6, 9);
    expect(peer).toMatchObject({ visits: 100, meanWait: 8 });
  });

  test('that is not installed, or too old, is one sentence and stops nothing', () => {
    const gone: Peer = { ...made(8), name: 'Gone', asksVersion: { program: 'no-such-program-here', args: [] } };
    const without: Peer = { ...made(8), name: 'Without', asksVersion: script('process.exit(1)') };
    const old: Peer = { ...made(8), name: 'Old', asksVersion: script('console.log("3.0.13 on Node")') };
    const { rows, absent } = racePeers(race, [gone, without, old], { rounds: 1, warmUps: 0 });
    expect(rows).toHaveLength(2);
    expect(absent).toEqual([
      'Gone is not installed (made with made up): left out.',
      'Without is not installed (made with made up): left out.',
      'Old 3.0.13 on Node is older than 4 (made with made up): left out.',
    ]);
    expect(look(old)).toEqual({ absent: absent[2] });
  });

  test('that runs another model is found out, because its mean wait is not the known one', () => {
    expect(() => racePeers(race, [made(7)], { rounds: 1, warmUps: 0 })).toThrow(
      'Made: a mean wait of 7.000, where 8.100 is known.',
    );
    const visits = { name: 'Made', clients: 100, visits: 105, waited: 8.1 * 105 };
    expect(() => check(visits, race.known)).toThrow('1.050 visits per client, where 1.000 is known');
  });

  test('that fails, or writes something else, says so with what it wrote', () => {
    const failing = script('console.error("no such queue"); process.exit(3)');
    const peer: Peer = { ...made(8), scripts: { mm1: failing, network: failing } };
    expect(() => runPeer(peer, 'mm1', [])).toThrow('Made stopped with exit code 3.\nno such queue');
    expect(() => parseRun('Made', 'Traceback')).toThrow('Made wrote no line of JSON: Traceback');
    expect(() => parseRun('Made', '{"clients": 5}')).toThrow(/another line than was agreed[\s\S]*visits/);
  });
});

describe('what is known', () => {
  test('waits with one server are load × service / (1 − load), with two load² × service / (1 − load²)', () => {
    expect(knownMm1().meanWait).toBeCloseTo((0.9 * 0.9) / 0.1, 12);
    expect(erlangWait(1, 0.5, 3)).toBeCloseTo(3, 12);
    expect(erlangWait(2, 0.8, 1)).toBeCloseTo(0.64 / 0.36, 12);
  });

  test('clients of the network make 3,24 visits on a way through, of which one in ten begins another', () => {
    const through = (1 - 0.7 ** 10) / 0.3;
    expect(knownNetwork().visitsPerClient).toBeCloseTo(through / (1 - 0.1 * through), 12);
    // As many wait at every station of one server, by Little's law load² / (1 − load) = 3,2: the stations 0, 3, 6 and 9.
    const queueOfTwo = (2 * 0.8 * 0.64) / 0.36;
    const offered = 2.4;
    const all = offered ** 3 / 6 / 0.2;
    const queueOfThree = ((all / (1 + offered + offered ** 2 / 2 + all)) * 0.8) / 0.2;
    const waiting = 4 * 3.2 + 3 * queueOfTwo + 3 * queueOfThree;
    expect(knownNetwork().meanWait * knownNetwork().visitsPerClient).toBeCloseTo(waiting, 9);
  });
});

test('the table compares fastest with fastest and middle with middle', () => {
  const row = (
    name: string,
    micros: readonly number[],
    version?: string,
  ): Parameters<typeof tableOf>[1]['rows'][number] => ({
    name,
    version,
    clients: 1000,
    visits: 5000,
    meanWait: 8,
    microsPerClient: micros,
    wholeSeconds: [3, 1, 2],
  });
  const rows = [row('loop', [0.5, 0.2, 0.4]), row('chain', [0.4, 0.8, 0.6]), row('Made', [4, 8, 12], '4.2.0')];
  const lines = tableOf('made up', { rows, absent: ['Gone is not installed.'] }, 8.1);
  const cells = lines.map((line) => line.trim().split(/ {2,}/));
  expect(cells[0]).toEqual(['made up, mean wait 8.100 by theory']);
  expect(cells[2]).toEqual(['loop', '1000', '0.200', '0.400', '1.00', '1.00', '0.50', '0.67', '2.00', '8.000']);
  expect(cells[4]).toEqual([
    'Made 4.2.0',
    '1000',
    '4.000',
    '8.000',
    '20.00',
    '20.00',
    '10.00',
    '13.33',
    '2.00',
    '8.000',
  ]);
  expect(cells[5]).toEqual(['Gone is not installed.']);
});
