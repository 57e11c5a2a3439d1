// Checks on the splits of outcomes: the attribute exists, and bands are there where a number must be cut up.
import { stepNames } from '../spec/population.js';
import { attributeIds, exists, type Check } from './context.js';

/** Signs with a meaning in the formulas that pick an outcome. */
const reserved = /[|@:*]/;

export function checkGroups(check: Check): void {
  const { spec, report } = check;
  for (const [id, { attribute: name, bands }] of Object.entries(spec.groups)) {
    const at = ['groups', id];
    if (id === 'duur') report(at, "'duur' bestaat al: maanden in de uitkering; kies een andere naam");
    if (reserved.test(id)) report(at, `in '${id}' mag geen |, @, : of * staan`);
    if (!exists(check, attributeIds(check), name, [...at, 'attribute'])) continue;
    const attribute = spec.attributes[name];
    if (attribute === undefined) continue;
    const isNumber = attribute.kind === 'number' || attribute.kind === 'age';
    const isStepless = attribute.kind === 'observation' && attribute.cuts === undefined;
    if (isNumber || isStepless) {
      if (bands === undefined) report(at, `'${name}' is een getal; noem grenzen (\`bands\`) om in groepen te delen`);
    } else if (bands !== undefined) report([...at, 'bands'], `'${name}' heeft al groepen; laat \`bands\` weg`);
    const wrong = (bands ?? []).findIndex((band, index) => index > 0 && band <= (bands?.[index - 1] ?? -Infinity));
    if (wrong >= 0) report([...at, 'bands', wrong], 'de grenzen lopen op');
    const strange = (stepNames(attribute) ?? []).find((step) => reserved.test(step));
    if (strange !== undefined) report(at, `in de naam '${strange}' mag geen |, @, : of * staan`);
  }
}
