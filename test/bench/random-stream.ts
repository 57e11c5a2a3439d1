// `node .cache/bench/test/bench/random-stream.js client [startgetal]`: the model's random numbers in one order, as raw 32-bit words on stdout, until
// the reader stops.
import { once } from 'node:events';
import process from 'node:process';
import { drawsIn, fillWords, orders, type Order } from './asked-streams.js';

const [wanted = 'client', seed = '1'] = process.argv.slice(2);
const order = orders.find((known): known is Order => known === wanted);
if (order === undefined) {
  process.stderr.write(`unknown order '${wanted}'; one of ${orders.join(', ')}\n`);
  process.exit(2);
}

// A reader that has enough closes the pipe; that is how a battery of tests ends, and no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const next = drawsIn(order, seed);
for (;;) {
  // A multiple of the 13 words of a block, and a new array each time: the stream may still be writing the one before.
  const words = new Uint32Array(13 * 8192);
  fillWords(words, next, order);
  if (!process.stdout.write(new Uint8Array(words.buffer))) await once(process.stdout, 'drain');
}
