// Checks on attributes that look at another, and on stations that look for them.
import { observedBy, stepNames, type AttributeSpec } from '../spec/population.js';
import { attributeIds, exists, listed, type Check, type Path } from './context.js';

/** Whether the attribute is unknown until a station looks for it, itself or through the ladder that it maps. */
export function lookedFor({ spec }: Check, id: string): boolean {
  const attribute = Object.hasOwn(spec.attributes, id) ? spec.attributes[id] : undefined;
  if (attribute === undefined || observedBy(attribute) === undefined) return false;
  const watched = attribute.kind === 'mapping' ? attribute.of : id;
  return Object.values(spec.stations).some(({ observe }) => observe?.includes(watched) === true);
}

export function checkObserve(check: Check, observe: readonly string[], path: Path): void {
  for (const [index, id] of observe.entries()) {
    if (!exists(check, attributeIds(check), id, [...path, index])) continue;
    const kind = check.spec.attributes[id]?.kind;
    if (kind === 'observation' || kind === 'finding') {
      if (observe.indexOf(id) < index) check.report([...path, index], `'${id}' staat er al`);
    } else if (kind === 'mapping') {
      check.report([...path, index], `'${id}' volgt vanzelf uit het kenmerk dat het omzet; neem dat in de lijst op`);
    } else {
      check.report(
        [...path, index],
        `hier hoort een kenmerk van soort observation of finding; '${id}' is van soort ${kind ?? 'onbekend'}`,
      );
    }
  }
}

/** An attribute that looks at `of`, which is there. */
export function checkLooking(
  { report }: Check,
  attribute: AttributeSpec,
  of: AttributeSpec | undefined,
  at: Path,
): void {
  if (of === undefined) return;
  if (attribute.kind === 'observation') {
    if (of.kind === 'category') {
      report([...at, 'of'], `'${attribute.of}' is een indeling in soorten; die hebben geen volgorde`);
    }
    checkSteps(attribute, report, at);
  } else if (attribute.kind === 'finding') {
    if (of.kind !== 'flag') report([...at, 'of'], `hier hoort een kenmerk van soort flag, gevonden soort ${of.kind}`);
  } else if (attribute.kind === 'mapping') {
    const steps = stepNames(of);
    if (steps === undefined) {
      report([...at, 'of'], 'alleen een waarneming met `cuts` of een category heeft treden om om te zetten');
      return;
    }
    for (const step of steps) {
      if (!Object.hasOwn(attribute.table, step)) report([...at, 'table'], `trede '${step}' ontbreekt`);
    }
    for (const step of Object.keys(attribute.table)) {
      if (!steps.includes(step)) {
        report([...at, 'table', step], `trede '${step}' bestaat niet; er zijn ${listed(steps)}`);
      }
    }
  }
}

function checkSteps(
  { cuts = [], names }: AttributeSpec & { kind: 'observation' },
  report: Check['report'],
  at: Path,
): void {
  const wrong = cuts.findIndex((cut, index) => index > 0 && cut <= (cuts[index - 1] ?? -Infinity));
  if (wrong >= 0) report([...at, 'cuts', wrong], 'de grenzen lopen op');
  if (names === undefined) return;
  if (names.length !== cuts.length + 1) {
    report([...at, 'names'], `bij ${cuts.length} grenzen horen ${cuts.length + 1} namen, gevonden ${names.length}`);
  }
  if (new Set(names).size < names.length) report([...at, 'names'], 'elke naam staat er één keer');
}
