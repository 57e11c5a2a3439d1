// Every way of a declared process in Dutch words: sources, outcomes, who gets lost, side visits, full queues, lost patience, calls, herinstroom.
import { waysOut, type Way } from '../../chain/check/ways.js';
import type { StationSpec } from '../../chain/registry.js';
import type { Amount } from '../../chain/spec/amount.js';
import type { ChainSpec } from '../../chain/spec/chain.js';
import type { Condition } from '../../chain/spec/condition.js';
import type { OutcomeSpec } from '../../chain/spec/outcome.js';
import { formatValue } from '../../scenario/sentences.js';
import { number } from '../words.js';

/** How a client comes to go along a way; `verder` is an outcome of the station. */
export type WayKind =
  | 'bron'
  | 'herinstroom'
  | 'verder'
  | 'kwijt'
  | 'zijbezoek'
  | 'vol'
  | 'drukte'
  | 'ongeduld'
  | 'niet verschenen'
  | 'oproep';

export interface DeclaredWay {
  /** A station, or for `bron` and `herinstroom` where the application comes from. */
  readonly from: string;
  /** A station, or `exit`. */
  readonly to: string;
  readonly kind: WayKind;
  /** Why the client goes out of the chain. */
  readonly mark: string | undefined;
  /** Who goes this way; empty when everybody does. */
  readonly rule: string;
}

const share = (amount: Amount): string =>
  typeof amount === 'number' ? formatValue(amount, 'aandeel') : 'wisselend deel';

function range({ atLeast, below }: { atLeast?: number | undefined; below?: number | undefined }): string {
  if (atLeast === undefined) return `onder ${number(below ?? NaN, 2)}`;
  return below === undefined ? `vanaf ${number(atLeast, 2)}` : `${number(atLeast, 2)} tot ${number(below, 2)}`;
}

/** A condition as a reader would say it; attributes by their id, which is shorter than their label. */
export function conditionText(condition: Condition): string {
  if ('monthsOnBenefit' in condition) return `${range(condition.monthsOnBenefit)} maanden bijstand`;
  if ('all' in condition) return condition.all.map(conditionText).join(' en ');
  if ('any' in condition) return condition.any.map(conditionText).join(' of ');
  if ('not' in condition) return `niet ${conditionText(condition.not)}`;
  const name = condition.attribute.replaceAll('-', ' ');
  if (!('is' in condition)) return `${name} ${range(condition)}`;
  if (typeof condition.is === 'boolean') return condition.is ? name : `niet ${name}`;
  return `${name} ${String(condition.is)}`;
}

function outcomeRule(outcome: OutcomeSpec, isOnly: boolean): string {
  if (outcome.share !== undefined) return share(outcome.share);
  if (outcome.rank !== undefined) return `bovenste ${share(outcome.rank.share)} naar ${outcome.rank.by}`;
  if (outcome.odds !== undefined) return `kans naar ${outcome.odds.by}`;
  if (outcome.when !== undefined) return `als ${conditionText(outcome.when)}`;
  return isOnly ? '' : 'overigen';
}

const units = { hours: 'uur', days: 'dagen', weeks: 'weken', months: 'maanden', years: 'jaar' } as const;
const single = {
  hours: 'elk uur',
  days: 'elke dag',
  weeks: 'elke week',
  months: 'elke maand',
  years: 'elk jaar',
} as const;

/** `elke 3 maanden`. */
export function everyText({ value, unit }: { value: number; unit: keyof typeof units }): string {
  return value === 1 ? single[unit] : `elke ${number(value, 1)} ${units[unit]}`;
}

function callRule(station: StationSpec, index: number): string {
  const call = station.kind === 'stay' ? station.calls?.[index] : undefined;
  if (call === undefined) return '';
  const when =
    call.every !== undefined
      ? everyText(call.every)
      : call.whenFree !== undefined
        ? 'bij vrije ruimte'
        : call.whenPresent !== undefined
          ? `bij ${number(call.whenPresent)} aanwezigen`
          : 'op vaste dagen';
  return call.when === undefined ? when : `${when}, ${conditionText(call.when)}`;
}

const targetKinds: Readonly<Record<string, WayKind>> = {
  whenFull: 'vol',
  full: 'vol',
  balk: 'drukte',
  impatient: 'ongeduld',
  noShowTo: 'niet verschenen',
  calls: 'oproep',
};

function declared(from: string, station: StationSpec, { to, kind, path, outcome }: Way): DeclaredWay {
  if (outcome === undefined) {
    const [, , key, index] = path;
    const found = targetKinds[String(key)];
    if (found === undefined) throw new Error(`no word for a way by '${String(key)}'`);
    const rule = found === 'oproep' ? callRule(station, Number(index)) : '';
    return { from, to, kind: found, mark: undefined, rule };
  }
  const rule = outcomeRule(outcome, station.outcomes.length === 1);
  if (kind === 'side') return { from, to, kind: 'zijbezoek', mark: undefined, rule };
  if (kind === 'lost') {
    const { handover } = outcome;
    const lost = handover?.kind === 'cold' ? handover.lost : undefined;
    return { from, to, kind: 'kwijt', mark: undefined, rule: lost === undefined ? '' : share(lost) };
  }
  return { from, to, kind: 'verder', mark: outcome.mark, rule };
}

/** In the order of the file: sources, herinstroom, and then the ways out of every station. */
export function declaredWays(spec: ChainSpec): DeclaredWay[] {
  const into = { mark: undefined, rule: '' };
  const { returns } = spec.spells ?? {};
  return [
    ...Object.entries(spec.arrivals).map(([from, source]): DeclaredWay => {
      return { from, to: source.to ?? spec.roles.entry, kind: 'bron', ...into };
    }),
    ...(returns === undefined
      ? []
      : [{ from: 'herinstroom', to: returns.to ?? spec.roles.entry, kind: 'herinstroom' as const, ...into }]),
    ...Object.entries(spec.stations).flatMap(([id, station]) =>
      waysOut(id, station).map((way) => declared(id, station, way)),
    ),
  ];
}

/** What stands at a way: its kind where that is not an outcome, and who goes. */
export function wayText({ kind, rule }: DeclaredWay): string {
  if (kind === 'verder' || kind === 'bron' || kind === 'herinstroom') return rule;
  return rule === '' ? kind : `${kind}: ${rule}`;
}

/** Whether it is an ordinary step on the main route. */
export const isMain = ({ kind }: DeclaredWay): boolean => ['bron', 'herinstroom', 'verder', 'oproep'].includes(kind);
