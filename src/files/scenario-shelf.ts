// What a file says about a scenario's place on the shelf, in words, turned into a Shelf; what belongs together is checked here.
import { dayNumber } from '../chain/civil-date.js';
import {
  directions,
  evidenceClasses,
  tellings,
  type EvidenceClass,
  type Pilot,
  type Shelf,
} from '../scenario/shelf.js';
import type { Sweep } from '../scenario/shelf.js';
import { readChoice, readNumber, readRequired, type Field } from './cells.js';
import { parseDate } from './date.js';
import { parseDuration } from './duration.js';
import { mistakeAt, type Mistake, type Place } from './mistake.js';
import { operations, operationWords, type ChangeContext } from './scenario-change.js';

/** null: not written, or reported as missing. */
export interface WrittenSweep {
  readonly place: Place;
  readonly parameter: Field | null;
  readonly from: Field | null;
  readonly to: Field | null;
  readonly operation: Field | null;
  readonly day: Field | null;
  readonly goal: Field | null;
  readonly sentence: Field | null;
  readonly telling: Field | null;
  readonly decimal: ',' | '.';
}

export interface WrittenPilot {
  readonly place: Place;
  readonly station: Field | null;
  readonly question: Field | null;
  readonly begin: Field | null;
  readonly end: Field | null;
  readonly norm: Field | null;
  readonly stopRule: { readonly after: Field | null; readonly netBelow: Field | null } | null;
}

export interface WrittenShelf {
  readonly evidence: Field | null;
  readonly evidenceReason: Field | null;
  /** One text, ids between commas. */
  readonly levers: string;
  readonly measure: Field | null;
  readonly direction: Field | null;
  readonly noMeasure: Field | null;
  readonly sweep: WrittenSweep | null;
  readonly pilot: WrittenPilot | null;
}

/** `changes`: how many changes the scenario itself has. */
export function readShelf(written: WrittenShelf, changes: number, context: ChangeContext, mistakes: Mistake[]): Shelf {
  const evidence = readEvidence(written, changes, mistakes);
  const { measure, direction, noMeasure } = written;
  if (measure !== null && noMeasure !== null) {
    mistakes.push(mistakeAt(noMeasure, 'kies een van beide: meetpunt of geen_meetpunt'));
  }
  if (measure !== null && direction === null) {
    mistakes.push(mistakeAt(measure, `bij meetpunt hoort richting: ${directions.join(', ')}`));
  }
  if (measure === null && direction !== null) {
    mistakes.push(mistakeAt(direction, 'richting zegt waarheen het meetpunt gaat, maar meetpunt ontbreekt'));
  }
  return {
    evidence,
    evidenceReason: written.evidenceReason?.text.trim() ?? '',
    levers: written.levers
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== ''),
    measure:
      measure === null
        ? null
        : {
            selector: measure.text.trim(),
            direction: direction === null ? 'onbekend' : readChoice(direction, mistakes, 'richting', directions),
          },
    noMeasure: noMeasure?.text.trim() ?? '',
    sweep: written.sweep === null ? null : readSweep(written.sweep, context, mistakes),
    pilot: written.pilot === null ? null : readPilot(written.pilot, mistakes),
  };
}

const reasons: Readonly<Record<EvidenceClass, string>> = {
  A: 'welk onderzoek het effect laat zien',
  B: 'waarom het effect niet bekend is',
  C: 'waarom het niet te berekenen is',
};

function readEvidence(written: WrittenShelf, changes: number, mistakes: Mistake[]): EvidenceClass | null {
  const { evidence: field, evidenceReason, sweep } = written;
  const text = field?.text.trim() ?? '';
  const evidence = evidenceClasses.find((one) => one === text) ?? null;
  const known = evidence !== null;
  if (field !== null && !known) {
    // One letter is near every other; only its case can have been meant otherwise.
    const meant = evidenceClasses.find((one) => one === text.toUpperCase());
    const hint = meant === undefined ? '' : ` Bedoelde u '${meant}'?`;
    mistakes.push(mistakeAt(field, `klasse '${text}' bestaat niet.${hint} Mogelijk: ${evidenceClasses.join(', ')}`));
  }
  if (field === null || known) {
    if (sweep !== null && evidence !== 'B') {
      mistakes.push(mistakeAt(sweep.place, 'een omslag hoort bij klasse B: daar is het effect niet bekend'));
    }
  }
  if (field === null || evidence === null) return null;
  if (evidenceReason === null) {
    mistakes.push(mistakeAt(field, `bij klasse ${evidence} hoort klasse_reden: ${reasons[evidence]}`));
  }
  if (evidence === 'B' && sweep === null) {
    mistakes.push(mistakeAt(field, 'bij klasse B hoort een omslag: welk getal hoe ver moet veranderen'));
  }
  if (evidence === 'C' && changes > 0) {
    mistakes.push(
      mistakeAt(field, 'wat niet te berekenen is (klasse C), heeft geen wijzigingen; schrijf wijzigingen: []'),
    );
  }
  return evidence;
}

/** NaN and null stand for what could not be read, beside its mistake. */
export function readSweep(written: WrittenSweep, { parameters, start }: ChangeContext, mistakes: Mistake[]): Sweep {
  const operation =
    written.operation === null ? 'maal' : readChoice(written.operation, mistakes, 'bewerking', operationWords);
  const parameter = written.parameter === null ? '' : readRequired(written.parameter, mistakes, 'parameter');
  const unit = operation === 'maal' ? 'factor' : (parameters.get(parameter)?.unit ?? null);
  const number = (field: Field | null, name: string): number =>
    field === null ? NaN : readNumber(field, mistakes, { name, unit, decimal: written.decimal });
  const { goal, sentence, telling, decimal } = written;
  if (sentence !== null && !sentence.text.includes('{x}')) {
    mistakes.push(mistakeAt(sentence, 'zin heeft {x} nodig op de plaats van het getal'));
  }
  const day = written.day === null ? null : readDate(written.day, mistakes);
  return {
    parameter,
    operation: operations[operation],
    from: number(written.from, 'van'),
    to: number(written.to, 'tot'),
    day: day === null ? null : dayNumber(day) - dayNumber(start),
    goalPersons: goal === null ? 100 : readNumber(goal, mistakes, { name: 'doel_personen', unit: 'personen', decimal }),
    sentence: sentence?.text.trim() ?? '',
    telling:
      telling === null
        ? operation === 'maal'
          ? 'procent'
          : 'waarde'
        : readChoice(telling, mistakes, 'toon', tellings),
  };
}

function readPilot(written: WrittenPilot, mistakes: Mistake[]): Pilot {
  const date = (field: Field | null): string => (field === null ? '' : (readDate(field, mistakes) ?? ''));
  const begin = date(written.begin);
  const end = date(written.end);
  if (written.end !== null && begin !== '' && end !== '' && end < begin) {
    mistakes.push(mistakeAt(written.end, 'einde ligt voor begin'));
  }
  const { stopRule } = written;
  return {
    station: written.station?.text.trim() ?? '',
    question: written.question?.text.trim() ?? '',
    begin,
    end,
    norm: written.norm?.text.trim() ?? '',
    stopRule:
      stopRule === null
        ? null
        : {
            afterMonths: stopRule.after === null ? NaN : readMonths(stopRule.after, mistakes),
            netBelow:
              stopRule.netBelow === null
                ? NaN
                : readNumber(stopRule.netBelow, mistakes, { name: 'netto_onder', unit: 'aandeel' }),
          },
  };
}

function readDate(field: Field, mistakes: Mistake[]): string | null {
  const parsed = parseDate(field.text);
  if (parsed.state === 'date') return parsed.iso;
  mistakes.push(mistakeAt(field, parsed.message));
  return null;
}

function readMonths(field: Field, mistakes: Mistake[]): number {
  const parsed = parseDuration(field.text);
  if (parsed.state === 'mistake') {
    mistakes.push(mistakeAt(field, parsed.message));
    return NaN;
  }
  const { amount, unit } = parsed.duration;
  if (unit === 'maanden' || unit === 'jaren') return unit === 'maanden' ? amount : 12 * amount;
  mistakes.push(mistakeAt(field, `na telt in maanden of jaren, gevonden '${field.text}'`));
  return NaN;
}

/** The place in the file of ['sweep', field of `Sweep`] or ['shelf', field of `Shelf` or `Pilot`]; null when that was not written. */
export function placeInShelf(
  { sweep, pilot, ...shelf }: WrittenShelf,
  [part, field]: readonly [part: 'sweep' | 'shelf', field: string],
): Place | null {
  if (part === 'shelf') {
    if (field === 'station') return pilot?.station ?? pilot?.place ?? null;
    return field === 'measure' ? shelf.measure : shelf.evidence;
  }
  switch (field) {
    case 'parameter':
      return sweep?.parameter ?? sweep?.place ?? null;
    case 'from':
      return sweep?.from ?? sweep?.place ?? null;
    case 'to':
      return sweep?.to ?? sweep?.place ?? null;
    case 'day':
      return sweep?.day ?? sweep?.place ?? null;
    case 'goalPersons':
      return sweep?.goal ?? sweep?.place ?? null;
    default:
      return sweep?.place ?? null;
  }
}
