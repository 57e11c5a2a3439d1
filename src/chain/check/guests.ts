// Checks on a guest: that her attributes, stations and outcomes are those of the chain that she is to be a guest of.
import { encoded } from '../attributes.js';
import { pinnedOutcome, type AttributeValue, type Guest } from '../guests.js';
import type { ChainSpec } from '../spec/chain.js';
import type { Issue } from '../spec/issue.js';
import { stepNames, type AttributeSpec } from '../spec/population.js';
import { attributeIds, createCheck, exists, listed, stationIds, type Check, type Path } from './context.js';
import { display } from './wording.js';

/** Mistakes in Dutch; paths are [`attributes`, name], [`source`] and [`pins`, position, `station` | `to` | `sees`, name]. */
export function checkGuest(spec: ChainSpec, { attributes, source, pins }: Omit<Guest, 'at' | 'spared'>): Issue[] {
  const check = createCheck(spec);
  if (source !== undefined) exists(check, { noun: 'bron', ids: Object.keys(spec.arrivals) }, source, ['source']);
  for (const [name, value] of Object.entries(attributes)) {
    const path = ['attributes', name];
    if (!exists(check, attributeIds(check), name, path)) continue;
    const declared = spec.attributes[name];
    if (declared === undefined) continue;
    if ('of' in declared) {
      check.report(
        path,
        `'${name}' is iets wat een station ziet, geen kenmerk dat iemand heeft; zet het onder ziet bij een station`,
      );
    } else checkValue(check, name, declared, value, path);
  }
  for (const [index, { station: id, to, sees }] of pins.entries()) {
    if (!exists(check, stationIds(check), id, ['pins', index, 'station'])) continue;
    const station = spec.stations[id];
    if (station === undefined) continue;
    const { outcomes } = station;
    const away = station.kind === 'course' ? station.noShowTo : undefined;
    if (to !== undefined && to !== away && pinnedOutcome(outcomes, to) < 0) {
      const ways = [...outcomes.map(({ to: next, mark }) => mark ?? next), ...(away === undefined ? [] : [away])];
      const known = ways.length === 0 ? 'dat station heeft geen uitkomsten' : `kies uit ${listed([...new Set(ways)])}`;
      check.report(['pins', index, 'to'], `van '${id}' gaat niemand naar '${to}'; ${known}`);
    }
    for (const [name, value] of Object.entries(sees ?? {})) {
      const path = ['pins', index, 'sees', name];
      if (!exists(check, { noun: 'waarneming', ids: station.observe ?? [] }, name, path)) continue;
      const declared = spec.attributes[name];
      if (declared !== undefined) checkValue(check, name, declared, value, path);
    }
  }
  return [...check.issues];
}

function checkValue(check: Check, name: string, spec: AttributeSpec, value: AttributeValue, path: Path): void {
  const names = stepNames(spec);
  if (names !== undefined) {
    if (names.includes(String(value))) return;
    check.report(path, `'${name}' is een van ${listed(names)}, gevonden ${display(value)}`);
  } else if (spec.kind === 'flag' || spec.kind === 'finding') {
    if (typeof value !== 'boolean') check.report(path, `'${name}' is true of false, gevonden ${display(value)}`);
  } else if (typeof value !== 'number' || Number.isNaN(encoded(spec, value))) {
    check.report(path, `'${name}' is een getal, gevonden ${display(value)}`);
  }
}
