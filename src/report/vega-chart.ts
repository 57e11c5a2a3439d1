// A vega-lite spec to an SVG string: without a canvas, a network, a disk or a word of English.
import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { colour } from './theme.js';
import { dayNames, monthNames, shortDayNames, shortMonthNames } from './words.js';
import { textWidth } from './text-width.js';

/** nl-NL as d3 wants it. */
const locale: vega.Locale = {
  number: { decimal: ',', thousands: '.', grouping: [3], currency: ['€ ', ''], minus: '−' },
  time: {
    dateTime: '%a %e %B %Y %X',
    date: '%d-%m-%Y',
    time: '%H:%M:%S',
    periods: ['', ''],
    days: dayNames,
    shortDays: shortDayNames,
    months: monthNames,
    shortMonths: shortMonthNames,
  },
};

const refused = (): Promise<never> => Promise.reject(new Error('a chart asked for something outside its own data'));

/** Reads nothing: vega's own loader for Node would open files that a spec names. */
const closedLoader: vega.Loader = {
  load: refused,
  http: refused,
  file: refused,
  sanitize: () => Promise.resolve({ href: '' }),
};

// Node has no canvas to measure with, and vega's own guess makes every letter equally wide.
if (!('textMetrics' in vega)) throw new Error('vega no longer exports its measure of text');
Object.assign(vega.textMetrics as object, {
  width: (item: { fontSize?: number }, text: unknown) => textWidth(String(text), item.fontSize ?? 11),
});

const config = {
  background: 'transparent',
  aria: false,
  locale,
  padding: 2,
  font: 'inherit',
  view: { stroke: null },
  axis: {
    labelColor: colour('soft'),
    titleColor: colour('soft'),
    labelFontSize: 11,
    titleFontSize: 11,
    titleFontWeight: 400,
    gridColor: colour('line'),
    gridWidth: 1,
    domain: false,
    ticks: false,
    labelPadding: 6,
  },
} as const;

/** The inside of the drawing and its size; titles and roles are put around it by `figure.ts`. */
export interface Drawing {
  width: number;
  height: number;
  body: string;
}

/** Vega's own roles and English labels would be read aloud inside a picture that already has a Dutch title. */
function withoutLabels(svg: string): string {
  return svg.replaceAll(/<[^>]*>/g, (tag) => tag.replaceAll(/ (?:role|class|aria-[a-z]+)="[^"]*"| opacity="1"/g, ''));
}

/**
 * Draws a spec. Colours in it are CSS variables (`theme.ts`). The same spec gives the same bytes.
 * @throws Error with whatever vega would have written on the console: a chart is our own work, so a warning is a mistake of ours.
 */
export async function drawChart(spec: TopLevelSpec): Promise<Drawing> {
  const said: string[] = [];
  const logger = vega.logger(vega.Warn, undefined, (_method, _level, input) => said.push(input.map(String).join(' ')));
  const { spec: compiled } = compile({ ...spec, config: { ...config, ...spec.config } }, { logger });
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', loader: closedLoader, logger });
  const svg = await view.toSVG();
  view.finalize();
  if (said.length > 0) throw new Error(`vega: ${said.join('; ')}`);
  const [, width = '', height = '', body = ''] =
    /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"[^>]*>(.*)<\/svg>$/s.exec(svg) ?? [];
  return { width: Number(width), height: Number(height), body: withoutLabels(body) };
}
