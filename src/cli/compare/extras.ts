// What a comparison computes beyond volume and destinations: one file each, one line here.
import type { ReportInput } from '../../report/input.js';
import { addCertainty } from './certainty.js';
import { readingsOf } from './readings.js';
import { addCloseUps } from './close-ups.js';
import type { Comparison, Extended, Extra } from './comparison.js';
import { addDecomposition } from './decomposition.js';
import { displaced } from './displacement.js';
import { addNoticeable } from './noticeable.js';
import { effect } from './effect.js';
import { addCard } from './volgkaart.js';
import { addMoney } from './money.js';
import { shelf } from './shelf.js';
import { piloted } from './pilots.js';

/** In this order; each sees what those before it added. */
const extras: readonly Extra[] = [
  // One line each, so that two may be added at a time.
  readingsOf,
  effect,
  displaced,
  piloted,
  addCertainty,
  addCard,
  addDecomposition,
  addMoney,
  shelf,
  addNoticeable,
  addCloseUps,
];

export async function extend(comparison: Comparison): Promise<Extended> {
  let { summary } = comparison;
  let report: Partial<ReportInput> = {};
  const files = new Map<string, string | Uint8Array>();
  const lines: string[] = [];
  for (const extra of extras) {
    const addition = await extra({ ...comparison, summary });
    summary = { ...summary, ...addition.summary };
    report = { ...report, ...addition.report };
    for (const [name, content] of addition.files ?? []) files.set(name, content);
    lines.push(...(addition.lines ?? []));
  }
  return { summary, report, files, lines };
}
