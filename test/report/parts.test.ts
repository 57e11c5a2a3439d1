// The parts of the report: words, escaping, contrast, text widths, the layout of the stroomschema, charts that stay at home.
import { describe, expect, test } from 'vitest';
import { layout, type LayoutEdge } from '../../src/report/flow/layout.js';
import { markup } from '../../src/report/html.js';
import { textWidth, wrapText } from '../../src/report/text-width.js';
import { roles, textRoles } from '../../src/report/theme.js';
import { drawChart } from '../../src/report/vega-chart.js';
import {
  capital,
  countWord,
  duration,
  listing,
  longMonth,
  number,
  percent,
  period,
  persons,
  reference,
  signed,
} from '../../src/report/words.js';

describe('words', () => {
  test('numbers are Dutch, with a true minus and no negative zero', () => {
    expect([number(1250), number(0.5, 1), number(-12.4), number(-0.2), number(NaN)]).toEqual([
      '1.250',
      '0,5',
      '−12',
      '0',
      'onbekend',
    ]);
    expect([signed(3), signed(-3), signed(0.1)]).toEqual(['+3', '−3', '0']);
    expect(percent(0.1943)).toBe('19,4\u00a0%');
  });

  test('one is not many, also after rounding', () => {
    expect([persons(1), persons(1.2), persons(2), persons(0)]).toEqual([
      '1 persoon',
      '1 persoon',
      '2 personen',
      '0 personen',
    ]);
    expect([countWord(2), countWord(13)]).toEqual(['twee', '13']);
  });

  test('lists, months, periods and durations read as a sentence does', () => {
    expect([listing([]), listing(['a']), listing(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b en c']);
    expect(longMonth('2018-10')).toBe('oktober 2018');
    expect([period('2018-10..2019-09'), period('2019')]).toEqual(['okt 2018 – sep 2019', '2019']);
    expect([duration(1), duration(13), duration(21)]).toEqual(['1 dag', '13 dagen', '3 weken']);
    expect([capital('werk'), capital('ijkpunt'), capital('')]).toEqual(['Werk', 'IJkpunt', '']);
    expect(reference('Startfoto, p. 15')).toBe('Startfoto, p.\u00a015');
  });
});

test('markup escapes what is put in, keeps what is markup, and leaves nothing for null', () => {
  const list = ['a', 'b'].map((item) => markup`<i>${item}</i>`);
  expect(markup`<p title="${`"'`}">${'<&>'}${null}${list}${3}</p>`.text).toBe(
    '<p title="&quot;&#39;">&lt;&amp;&gt;<i>a</i><i>b</i>3</p>',
  );
});

describe('colours', () => {
  /** Relative luminance (WCAG 2.2). */
  function luminance(hex: string): number {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
  const contrast = (a: string, b: string): number => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
    return (high + 0.05) / (low + 0.05);
  };

  test('the formula gives 21 for black on white', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
  });

  test.each(['light', 'dark'] as const)('in %s every text stands out by 4,5 to 1 on paper and on wash', (scheme) => {
    const weak = textRoles.flatMap((role) =>
      (['paper', 'wash'] as const)
        .filter((ground) => contrast(roles[role][scheme], roles[ground][scheme]) < 4.5)
        .map((ground) => `${role} on ${ground}`),
    );
    expect(weak).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('in %s the lines stand out by 3 to 1 on the fan they cross', (scheme) => {
    for (const line of ['median', 'ambition', 'trend'] as const) {
      expect(contrast(roles[line][scheme], roles.fanOuter[scheme])).toBeGreaterThan(3);
    }
    expect(contrast(roles.median[scheme], roles.fanInner[scheme])).toBeGreaterThan(3);
  });
});

test('a digit is 0,556 em wide, an accent changes nothing, and lines break at spaces and hyphens', () => {
  expect(textWidth('10', 100)).toBeCloseTo(111.2, 9);
  expect(textWidth('é', 10)).toBe(textWidth('e', 10));
  expect(wrapText('aaa bbb cccc-dddd', 10, 37)).toEqual(['aaa bbb', 'cccc-', 'dddd']);
  expect(wrapText('aaaa bbb 27 %', 10, 48)).toEqual(['aaaa bbb', '27 %']);
});

describe('the layout of the stroomschema', () => {
  const node = (id: string) => ({ id, width: 40, after: 0 });
  const edge = (from: string, to: string, size = 10): LayoutEdge => ({ from, to, size, slot: size });
  const nodes = ['intake', 'bap', 'groep', 'diagnose', 'bestand'].map(node);
  const edges = [
    edge('intake', 'bap', 5),
    edge('intake', 'groep', 20),
    edge('bap', 'diagnose', 2),
    edge('groep', 'diagnose', 20),
    edge('intake', 'bestand', 3),
    edge('diagnose', 'bestand'),
    edge('bestand', 'diagnose', 1),
  ];
  const placed = layout(nodes, edges, 'intake');

  test('a station stands in the layer of its longest path from the entry', () => {
    const layers = Object.fromEntries([...placed.boxes].map(([id, { layer }]) => [id, layer]));
    expect(layers).toEqual({ intake: 0, bap: 1, groep: 1, diagnose: 2, bestand: 3 });
    expect(placed.layers).toBe(4);
  });

  test('of a loop the narrow arrow leads back, unless it is the only way to a station', () => {
    const turning = [edge('a', 'b', 9), edge('b', 'c', 3), edge('c', 'b', 5)];
    expect(layout(['a', 'b', 'c'].map(node), turning, 'a').loops).toEqual([edge('c', 'b', 5)]);
    expect(layout(['a', 'b', 'c'].map(node), [...turning, edge('a', 'c', 4)], 'a').loops).toEqual([edge('b', 'c', 3)]);
  });

  test('an arrow back is a loop, and all others go from one layer to the next', () => {
    expect(placed.loops).toEqual([edge('bestand', 'diagnose', 1)]);
    for (const { centres } of placed.edges) {
      expect(centres.map(({ layer }) => layer)).toEqual(centres.map((_, i) => centres[0]!.layer + i));
    }
  });

  test('boxes in one layer do not overlap, and arrows leave and arrive on their boxes', () => {
    const [bap, groep] = [placed.boxes.get('bap'), placed.boxes.get('groep')].sort((a, b) => (a?.x ?? 0) - (b?.x ?? 0));
    expect((groep?.x ?? 0) - (bap?.x ?? 0)).toBeGreaterThanOrEqual(40);
    for (const { from, to, centres } of placed.edges) {
      for (const [id, end] of [
        [from, centres[0]!],
        [to, centres[centres.length - 1]!],
      ] as const) {
        const box = placed.boxes.get(id);
        expect(end.x).toBeGreaterThanOrEqual(box?.x ?? Infinity);
        expect(end.x).toBeLessThanOrEqual((box?.x ?? -Infinity) + 40);
      }
    }
  });

  test('an arrow that skips a layer passes it beside the boxes there', () => {
    const long = placed.edges.find(({ from, to }) => from === 'intake' && to === 'bestand');
    const passing = long?.centres[1]!.x ?? NaN;
    for (const id of ['bap', 'groep']) {
      const { x, width } = placed.boxes.get(id) ?? { x: NaN, width: NaN };
      expect(passing < x || passing > x + width).toBe(true);
    }
  });

  test('the same declaration gives the same places', () => {
    expect(layout(nodes, edges, 'intake')).toEqual(placed);
  });
});

test('a chart that names a file or an address is refused, and so is one that vega warns of', async () => {
  const outside = {
    data: { url: 'package.json' },
    mark: 'point',
    encoding: { x: { field: 'name', type: 'nominal' } },
  } as const;
  await expect(drawChart(outside)).rejects.toThrow('a chart asked for something outside its own data');
  const doubtful = {
    data: { values: [] },
    mark: 'bar',
    encoding: { x: { type: 'nominal', field: 'a', stack: 'zero', bin: true } },
  } as const;
  await expect(drawChart(doubtful)).rejects.toThrow(/^vega: /);
});
