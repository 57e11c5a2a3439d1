// What a scenario brings, in words: a part of what the ambition asks beyond the trend, or only persons when it asks nothing beyond it.
import type { Summary } from '../analysis/summary.js';
import { number, persons } from './words.js';

interface YieldWords {
  readonly question: string;
  /** Under the figure of a scenario with fewer persons. */
  readonly unit: string;
  /** `brengt` of one scenario, and of the one that brings most. */
  readonly verb: string;
  readonly mostVerb: string;
  /** Behind the verb; `when` finishes it. */
  readonly amount: (fewer: number, when?: string) => string;
  /** That it is not clear that anything is brought; `not` where the subject does not deny it. */
  readonly unclear: (not: string, when?: string) => string;
}

/** Persons that are asked beyond the trend; null without an ambition, or when it is to follow the trend. */
export function extraOf({ ambitie: { personenMinder } }: Pick<Summary, 'ambitie'>): number | null {
  return personenMinder !== null && personenMinder > 0 ? personenMinder : null;
}

export function yieldWords(summary: Pick<Summary, 'ambitie'>): YieldWords {
  const extra = extraOf(summary);
  if (extra === null) {
    return {
      question: 'Hoeveel personen scheelt elk scenario?',
      unit: 'personen minder dan bij ongewijzigd beleid',
      verb: 'geeft',
      mostVerb: 'scheelt',
      amount: (fewer, when = '') => `${persons(fewer)} minder${when}`,
      unclear: (not, when = '') => `geeft${when} ${not}duidelijk minder personen in de bijstand`,
    };
  }
  const goal = `de ${number(extra)} extra`;
  return {
    question: `Hoeveel van ${goal} brengt elk scenario?`,
    unit: `van ${goal}`,
    verb: 'brengt',
    mostVerb: 'brengt',
    amount: (fewer, when = '') => `${number(fewer)} van ${goal}${when}`,
    unclear: (not, when = '') => `brengt ${goal}${when} ${not}duidelijk dichterbij`,
  };
}
