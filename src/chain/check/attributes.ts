// Checks on attributes and on conditions that compare them.
import type { Condition } from '../spec/condition.js';
import { observedBy, stepNames, type AttributeSpec } from '../spec/population.js';
import { extremes, sum } from './amounts.js';
import { attributeIds, exists, listed, shown, type Check, type Path } from './context.js';
import { distributionProblems } from './durations.js';
import { didYouMean } from '../nearest.js';
import { checkLooking, lookedFor } from './looking.js';

function attributeNamed({ spec }: Check, id: string): AttributeSpec | undefined {
  return Object.hasOwn(spec.attributes, id) ? spec.attributes[id] : undefined;
}

export function checkAttributes(check: Check): void {
  const { spec, report } = check;
  const order = Object.keys(spec.attributes);
  for (const [id, attribute] of Object.entries(spec.attributes)) {
    const at = ['attributes', id];
    checkAttribute(check, attribute, at);
    const of = observedBy(attribute);
    if (of === undefined || !exists(check, attributeIds(check), of, [...at, 'of'])) continue;
    // Attributes are drawn from top to bottom.
    if (order.indexOf(of) >= order.indexOf(id)) {
      report([...at, 'of'], `'${of}' moet boven '${id}' staan: een waarneming kijkt naar een kenmerk dat er al is`);
    }
    checkLooking(check, attribute, spec.attributes[of], at);
  }
  const own = [
    ...Object.entries(spec.arrivals).map(([source, { attributes }]) => ({ path: ['arrivals', source], attributes })),
    ...(spec.initial ?? []).map(({ attributes }, index) => ({ path: ['initial', index], attributes })),
  ];
  for (const { path, attributes } of own) {
    for (const [id, attribute] of Object.entries(attributes ?? {})) {
      const at = [...path, 'attributes', id];
      checkAttribute(check, attribute, at);
      if (exists(check, attributeIds(check), id, at)) sameSort(check, id, attribute, at);
      if (lookedFor(check, id)) {
        report(at, `'${id}' wordt pas bij een station bepaald (observe); dat is voor alle bronnen hetzelfde`);
      }
    }
  }
  const partner = spec.persons?.partner;
  if (partner === undefined || !exists(check, attributeIds(check), partner, ['persons', 'partner'])) return;
  if (attributeNamed(check, partner)?.kind !== 'flag') {
    report(['persons', 'partner'], `hier hoort een kenmerk van soort flag; '${partner}' is ${sort(check, partner)}`);
  }
}

function sort(check: Check, id: string): string {
  return `van soort ${attributeNamed(check, id)?.kind ?? 'onbekend'}`;
}

function checkAttribute({ report }: Check, attribute: AttributeSpec, at: Path): void {
  if (attribute.kind === 'category') {
    const shares = Object.values(attribute.shares);
    const wrong = extremes(shares).find((row) => Math.abs(sum(row) - 1) > 1e-9);
    if (wrong !== undefined) {
      report([...at, 'shares'], `de aandelen moeten samen 1 zijn, gevonden ${shown(sum(wrong))}`);
    }
  }
  if (attribute.kind !== 'number' && attribute.kind !== 'age') return;
  const { dist } = attribute;
  if (typeof dist === 'object' && 'dist' in dist && dist.dist === 'trace') {
    report([...at, 'dist'], 'een kenmerk kan geen trace zijn; gebruik empirical');
  }
  for (const problem of distributionProblems(dist)) report([...at, 'dist'], problem);
}

/** A source may give other chances, but not another sort of attribute: conditions are read once for all sources. */
function sameSort(check: Check, id: string, own: AttributeSpec, at: Path): void {
  const base = attributeNamed(check, id);
  if (base === undefined) return;
  if (base.kind !== own.kind) {
    check.report([...at, 'kind'], `'${id}' is voor alle bronnen van soort ${base.kind}, gevonden ${own.kind}`);
    return;
  }
  if (base.kind !== 'category' || own.kind !== 'category') return;
  const values = Object.keys(base.shares);
  if (values.join('\n') !== Object.keys(own.shares).join('\n')) {
    check.report(
      [...at, 'shares'],
      `noem dezelfde waarden in dezelfde volgorde als bij het kenmerk zelf: ${values.join(', ')}`,
    );
  }
}

/** The attribute exists, its values can be put in order, and everybody has one. */
export function checkOrdered(check: Check, id: string, path: Path): void {
  if (!exists(check, attributeIds(check), id, path)) return;
  if (attributeNamed(check, id)?.kind === 'category') {
    check.report(path, `'${id}' is een indeling in soorten; die hebben geen volgorde`);
  } else if (lookedFor(check, id)) {
    check.report(path, `'${id}' is niet van iedereen bekend (observe); gebruik \`when\``);
  }
}

export function checkCondition(check: Check, condition: Condition, path: Path): void {
  if ('all' in condition) {
    for (const [index, part] of condition.all.entries()) checkCondition(check, part, [...path, 'all', index]);
  } else if ('any' in condition) {
    for (const [index, part] of condition.any.entries()) checkCondition(check, part, [...path, 'any', index]);
  } else if ('not' in condition) checkCondition(check, condition.not, [...path, 'not']);
  else if ('monthsOnBenefit' in condition) {
    checkRange(check, condition.monthsOnBenefit, [...path, 'monthsOnBenefit']);
    if (check.spec.spells === undefined) {
      check.report([...path, 'monthsOnBenefit'], 'maanden in de bijstand bestaan alleen in een keten met `spells`');
    }
  } else {
    const { attribute: id } = condition;
    if (!exists(check, attributeIds(check), id, [...path, 'attribute'])) return;
    const attribute = attributeNamed(check, id);
    if (attribute === undefined) return;
    if ('is' in condition) checkValue(check, id, attribute, condition.is, [...path, 'is']);
    else if (attribute.kind === 'category' || attribute.kind === 'flag' || attribute.kind === 'finding') {
      check.report(path, `'${id}' is van soort ${attribute.kind}; vergelijk met \`is\``);
    } else checkRange(check, condition, path);
  }
}

function checkRange(
  { report }: Check,
  range: { atLeast?: number | undefined; below?: number | undefined },
  path: Path,
): void {
  const { atLeast, below } = range;
  if (atLeast === undefined && below === undefined) report(path, 'noem `atLeast` (vanaf), `below` (onder) of beide');
  else if (atLeast !== undefined && below !== undefined && atLeast >= below) {
    report(path, `vanaf ${shown(atLeast)} en onder ${shown(below)} kan niet samen`);
  }
}

function checkValue(
  check: Check,
  id: string,
  attribute: AttributeSpec,
  value: number | string | boolean,
  path: Path,
): void {
  const found = typeof value === 'string' ? `'${value}'` : typeof value === 'number' ? shown(value) : String(value);
  const named = attribute.kind === 'observation' ? attribute.names : undefined;
  if (attribute.kind === 'category' || named !== undefined) {
    const values = stepNames(attribute) ?? [];
    if (typeof value === 'string' && values.includes(value)) return;
    const hint = didYouMean(String(value), values);
    check.report(path, `'${id}' heeft de waarde ${found} niet.${hint === '' ? ` Kies uit ${listed(values)}.` : hint}`);
  } else if (attribute.kind === 'flag' || attribute.kind === 'finding') {
    if (typeof value !== 'boolean') check.report(path, `'${id}' is true of false, gevonden ${found}`);
  } else if (typeof value !== 'number') check.report(path, `'${id}' is een getal, gevonden ${found}`);
  else if (attribute.kind === 'age') {
    check.report(path, `een leeftijd is bijna nooit precies ${found}; gebruik \`atLeast\` en \`below\``);
  }
}
