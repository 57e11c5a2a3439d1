// Integrals of jumping numbers over spans, against the same sum done the slow way.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Integrals } from '../../src/measure/integrals.js';

const spans = [0, 10, 25, 40, 70].map((from, index, starts) => ({
  period: String(index),
  from,
  to: starts[index + 1] ?? 100,
}));

test('the area over every span is that of the steps that fall in it', () => {
  const jump = fc.record({ time: fc.nat(100), value: fc.nat(5) });
  fc.assert(
    fc.property(fc.array(jump, { maxLength: 30 }), (jumps) => {
      const sorted = [...jumps].sort((a, b) => a.time - b.time);
      const integrals = new Integrals(1, spans);
      for (const { time, value } of sorted) integrals.set(0, value, time);
      integrals.close(100);
      for (const [index, { from, to }] of spans.entries()) {
        let area = 0;
        for (let day = from; day < to; day += 1) area += sorted.findLast(({ time }) => time <= day)?.value ?? 0;
        expect(integrals.area(0, index)).toBe(area);
      }
    }),
  );
});
