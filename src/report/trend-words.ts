// How the trend is spoken of: where its series does not reach nobody may read that the country was followed.
import type { FlatTrend } from '../analysis/flat-trend.js';
import type { Summary } from '../analysis/summary.js';
import { capital, listing, longMonth } from './words.js';

interface TrendWords {
  /** With its article. */
  readonly name: string;
  /** Who stands at an index number: the country, or the line itself. */
  readonly subject: string;
  /** In a legend, and as the name of a level. */
  readonly short: string;
  /** In a table beside the organisation's own figures. */
  readonly column: string;
  readonly question: string;
  /** Whether ongewijzigd beleid follows it, without a full stop. */
  readonly verdict: (follows: boolean) => string;
  /** Behind a number of persons: what would have given it. */
  readonly asIf: (begin: string) => string;
}

const followed = (name: string, subject = name) => ({
  name,
  subject,
  question: `Volgt ongewijzigd beleid ${name}?`,
  verdict: (follows: boolean) => `Ongewijzigd beleid ${follows ? 'volgt' : 'wijkt af van'} ${name}`,
});

const national: TrendWords = {
  ...followed('de landelijke trend', 'Nederland'),
  short: 'landelijke trend',
  column: 'Nederland',
  asIf: (begin) => `als het aantal sinds ${longMonth(begin)} gelijk op was gegaan met Nederland`,
};

const flat: Readonly<Record<FlatTrend['deel'], TrendWords>> = {
  deels: {
    ...followed('de deels vlakke trend'),
    short: 'trend (deels vlak)',
    column: 'Trend',
    asIf: (begin) => `als het aantal sinds ${longMonth(begin)} de deels vlakke trend had gevolgd`,
  },
  geheel: {
    name: 'een vlakke trend',
    subject: 'een vlakke trend',
    short: 'vlakke trend',
    column: 'Vlakke trend',
    question: 'Blijft het aantal bij ongewijzigd beleid gelijk?',
    verdict: (follows) => `Bij ongewijzigd beleid blijft het aantal ${follows ? 'ongeveer' : 'niet'} gelijk`,
    asIf: (begin) => `als het aantal sinds ${longMonth(begin)} gelijk was gebleven`,
  },
};

export function trendWords({ vlakkeTrend }: Pick<Summary, 'vlakkeTrend'>): TrendWords {
  return vlakkeTrend === undefined ? national : flat[vlakkeTrend.deel];
}

/** How far the series reaches when it does not cover a period, without a full stop; null on a flat trend that was asked. */
export function seriesText(
  { deel, reeks }: FlatTrend,
  { begin, eind }: { readonly begin: string; readonly eind: string },
): string | null {
  if (reeks === null) return null;
  const span = `de trendreeks loopt van 1 ${longMonth(reeks.begin)} tot 1 ${longMonth(reeks.eind)}`;
  const silent = 'zegt hij niet wat er landelijk gebeurde';
  if (deel === 'geheel') {
    return `${span} en deze periode valt daar helemaal buiten: de trend is hier vlak, dus ${silent}`;
  }
  const outside = [begin < reeks.begin ? 'daarvoor' : '', eind > reeks.eind ? 'daarna' : ''].filter(
    (part) => part !== '',
  );
  return `${span}; ${listing(outside)} is de trend vlak, dus ${silent}`;
}

/** What a user may do about it. */
export const seriesAdvice = 'met --trend vlak wordt zonder reeks gerekend, met --trendbestand op een eigen reeks';

/** The same as a sentence of the report; null where the series covers the period. */
export function seriesSentence({ vlakkeTrend, ambitie }: Summary): string | null {
  const text = vlakkeTrend === undefined ? null : seriesText(vlakkeTrend, ambitie);
  return text === null ? null : `${capital(text)}.`;
}
