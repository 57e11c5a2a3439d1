// Checks on who flows: sources of applications, risks, returns and the stock at the start.
import type { Amount } from '../spec/amount.js';
import type { ArrivalSpec, ReturnsSpec, SpellsSpec, StockSpec } from '../spec/population.js';
import type { StateSpec } from '../spec/state.js';
import { extremes, sum } from './amounts.js';
import { checkOrdered } from './attributes.js';
import { attributeIds, exists, reasonIds, riskIds, shown, stationIds, type Check, type Path } from './context.js';

/** Keys of clients have room for 64 sources, of which four are the program's own. */
const mostSources = 59;

export function checkPopulation(check: Check): void {
  const { spec, report } = check;
  const sources = Object.entries(spec.arrivals);
  if (sources.length > mostSources) {
    report(['arrivals'], `er zijn ${sources.length} bronnen; er is plaats voor ${mostSources}`);
  }
  for (const [id, source] of sources) checkSource(check, source, ['arrivals', id]);
  if (spec.spells !== undefined) checkSpells(check, spec.spells);
}

function checkSource(check: Check, source: ArrivalSpec, at: Path): void {
  const { report } = check;
  if (source.to !== undefined) exists(check, stationIds(check), source.to, [...at, 'to']);
  const { rate, from, until, first, times } = source;
  if (rate !== undefined && (rate.perYear === undefined) === (rate.perUnit === undefined)) {
    report([...at, 'rate'], 'een rate heeft precies één van `perYear` en `perUnit`');
  }
  const profile = rate?.profile;
  if (profile !== undefined && profile.every % profile.values.length !== 0) {
    report(
      [...at, 'rate', 'profile'],
      `elk deel van een profiel duurt een geheel aantal tijdseenheden; ${shown(profile.every)} is niet te delen door ${shown(profile.values.length)}`,
    );
  }
  if (from !== undefined && from < 0) {
    report([...at, 'from'], `een bron kan niet voor het begin starten, gevonden ${shown(from)}`);
  }
  if (from !== undefined && until !== undefined && until <= from) {
    report([...at, 'until'], `\`until\` (${shown(until)}) moet na \`from\` (${shown(from)}) komen`);
  }
  if (first !== undefined && first < 0) {
    report([...at, 'first'], `de eerste aanvraag kan niet voor het begin vallen, gevonden ${shown(first)}`);
  }
  for (const [index, time] of (times ?? []).entries()) {
    const before = times?.[index - 1] ?? 0;
    if (time < before) {
      report([...at, 'times', index], `tijden lopen op vanaf 0: na ${shown(before)} staat ${shown(time)}`);
    }
  }
}

function checkSpells(check: Check, spells: SpellsSpec): void {
  const { report } = check;
  for (const [id, risk] of Object.entries(spells.risks)) {
    const at = ['spells', 'risks', id];
    if (risk.kind === 'age') {
      if (!exists(check, attributeIds(check), risk.attribute, [...at, 'attribute'])) continue;
      const kind = check.spec.attributes[risk.attribute]?.kind ?? 'onbekend';
      if (kind !== 'age') {
        report([...at, 'attribute'], `hier hoort een kenmerk van soort age; '${risk.attribute}' is van soort ${kind}`);
      }
      continue;
    }
    if ((risk.perMonth === undefined) === (risk.pieces === undefined)) {
      report(at, 'een risico van soort hazard heeft precies één van `perMonth` en `pieces`');
    }
    checkPieces(check, risk.pieces ?? [], [...at, 'pieces']);
    for (const attribute of Object.keys(risk.load ?? {})) checkOrdered(check, attribute, [...at, 'load', attribute]);
  }
  for (const id of Object.keys(spells.marks ?? {})) {
    if (Object.hasOwn(spells.risks, id)) {
      report(['spells', 'marks', id], `'${id}' is al de naam van een risico; kies een andere naam`);
    }
  }
  for (const [id, state] of Object.entries(spells.states ?? {})) checkState(check, state, spells, id);
  if (spells.returns !== undefined) checkReturns(check, spells.returns, spells);
  if (spells.stock !== undefined) checkStock(check, spells.stock, spells);
}

function checkState(check: Check, { begins, effects = [] }: StateSpec, spells: SpellsSpec, id: string): void {
  const at = ['spells', 'states', id];
  if (Object.hasOwn(spells.risks, id) || Object.hasOwn(spells.marks ?? {}, id)) {
    check.report(at, `'${id}' is al de naam van een risico of een merk; kies een andere naam`);
  }
  for (const attribute of Object.keys(begins.load ?? {})) {
    checkOrdered(check, attribute, [...at, 'begins', 'load', attribute]);
  }
  for (const [index, { risk }] of effects.entries()) {
    const path = [...at, 'effects', index, 'risk'];
    if (exists(check, riskIds(check), risk, path) && spells.risks[risk]?.kind === 'age') {
      check.report(path, `'${risk}' is een leeftijdsgrens; daar verandert een toestand niets aan`);
    }
  }
}

interface Piece {
  readonly untilMonths?: number | undefined;
  readonly perMonth: Amount;
}

/** Pieces follow each other; only the last may be open. */
function checkPieces({ report }: Check, pieces: readonly Piece[], at: Path): void {
  let before = 0;
  for (const [index, { untilMonths }] of pieces.entries()) {
    if (untilMonths === undefined) {
      if (index < pieces.length - 1) report([...at, index], 'alleen het laatste stuk mag zonder `untilMonths`');
      continue;
    }
    if (untilMonths <= before) {
      report([...at, index, 'untilMonths'], `de maanden lopen op: na ${shown(before)} staat ${shown(untilMonths)}`);
    }
    before = untilMonths;
  }
}

function checkReturns(check: Check, returns: ReturnsSpec, spells: SpellsSpec): void {
  const at = ['spells', 'returns'];
  if (returns.to !== undefined) exists(check, stationIds(check), returns.to, [...at, 'to']);
  const reasons = reasonIds(check);
  for (const [reason, pieces] of Object.entries(returns.after)) {
    const path = [...at, 'after', reason];
    if (reason !== 'default') exists(check, { ...reasons, ids: [...reasons.ids, 'default'] }, reason, path);
    checkPieces(check, pieces, path);
  }
  for (const [index, reason] of returns.never.entries()) exists(check, reasons, reason, [...at, 'never', index]);
  for (const [index, risk] of returns.endedBy.entries()) exists(check, riskIds(check), risk, [...at, 'endedBy', index]);
  for (const [index, reason] of (returns.aftercare?.reasons ?? []).entries()) {
    const path = [...at, 'aftercare', 'reasons', index];
    if (exists(check, reasons, reason, path) && returns.never.includes(reason)) {
      check.report(path, `na '${reason}' komt niemand terug (\`never\`); nazorg verandert daar niets aan`);
    }
  }
  if (returns.former === true && spells.stock === undefined) {
    check.report([...at, 'former'], 'eerdere inwoners volgen uit de voorraad bij de start; beschrijf `stock`');
  }
}

/** The law of the stock knows one loaded attribute and one age (see stock-law.ts). */
function checkStock(check: Check, stock: StockSpec, spells: SpellsSpec): void {
  const at = ['spells', 'stock'];
  exists(check, stationIds(check), stock.station, [...at, 'station']);
  let loaded: string | undefined;
  let age: string | undefined;
  for (const [id, risk] of Object.entries(spells.risks)) {
    const path = ['spells', 'risks', id];
    if (risk.kind === 'age') {
      if (age !== undefined) {
        check.report(path, `met een voorraad kan er één leeftijdsgrens zijn; '${age}' is er al een`);
      }
      age ??= id;
      continue;
    }
    for (const attribute of Object.keys(risk.load ?? {})) {
      const kind = Object.hasOwn(check.spec.attributes, attribute) ? check.spec.attributes[attribute]?.kind : undefined;
      loaded ??= attribute;
      if (attribute !== loaded) {
        check.report(
          [...path, 'load', attribute],
          `met een voorraad kunnen risico's van één kenmerk afhangen; '${loaded}' is dat al`,
        );
      } else if (kind !== undefined && kind !== 'number') {
        check.report(
          [...path, 'load', attribute],
          `met een voorraad hoort hier een kenmerk van soort number; '${attribute}' is van soort ${kind}`,
        );
      }
    }
  }
  if (stock.elapsed === 'stationary') return;
  const { bands } = stock.elapsed;
  const path = [...at, 'elapsed', 'bands'];
  checkPieces(
    check,
    bands.map(({ untilMonths, share }) => ({ untilMonths, perMonth: share })),
    path,
  );
  const wrong = extremes(bands.map(({ share }) => share)).find((row) => Math.abs(sum(row) - 1) > 1e-6);
  if (wrong !== undefined) check.report(path, `de aandelen moeten samen 1 zijn, gevonden ${shown(sum(wrong))}`);
}
