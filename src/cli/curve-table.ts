// A curve as tables for the terminal, as CSV, and in words.
import type { Ambition } from '../analysis/ambition.js';
import type { CurvePoint } from '../analysis/curve.js';
import type { Estimate } from '../analysis/estimate.js';
import { bandOf, type EffectBand } from '../analysis/effect.js';
import { monthsBetween } from '../analysis/month.js';
import { writeTable, type Value } from '../files/table-write.js';
import { formatValue } from '../scenario/sentences.js';
import { points } from './effect-table.js';
import { count, inUnit, percentage, signed, withMargin } from './numbers.js';
import type { Study } from './study.js';
import { paragraph, textTable } from './text-table.js';

export interface CurveVariant {
  /** Parameters that grow along; none: they stay. */
  readonly mee: readonly string[];
  readonly punten: readonly (CurvePoint & { extraMee: number; euroPerExtra: number | null })[];
}

export interface CurveDocument {
  readonly organisatie: string;
  readonly parameter: string;
  readonly station: string;
  readonly venster: string;
  readonly maanden: number;
  readonly startgetal: string;
  readonly doorrekeningen: number;
  /** What research found half-way the ambition, when the extra clients have begun that long ago on average. */
  readonly onderzoek: EffectBand | null;
  /** `personenMinder` is null when the organisation states no ambition. */
  readonly ambitie: { readonly eind: string; readonly personenMinder: number | null };
  readonly varianten: readonly CurveVariant[];
}

/** The band of the horizon half-way the ambition. */
export function bandAt(study: Study, station: string, { start, end }: Ambition): EffectBand | null {
  return bandOf(study.organisation.ijkpunten.ijkpunten, station, Math.round(monthsBetween(start, end) / 2));
}

const share = (at: Estimate | undefined): string => (at === undefined ? '-' : inUnit(at.gemiddelde, 'aandeel'));
const euro = (value: number | null): string => (value === null ? '-' : count(Math.round(value / 10) * 10));
const one = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });

const oneOrNothing = (value: number): string => (Number.isNaN(value) ? '-' : one.format(value));

/** `needed`: whether an ambition says what each extra client must add. */
function tables({ punten }: CurveVariant, unit: string, needed: boolean): string {
  const value = (at: CurvePoint): string => formatValue(at.waarde, unit).replace(/^(\S+ %).*$/, '$1');
  const success = textTable(
    [
      'waarde',
      'begint per jaar',
      'bruto',
      'van de extra',
      'naar werk',
      'van de extra',
      'zonder',
      'netto in punten',
      'van de extra',
      'netto per jaar',
    ].map((title, i) => ({ title, width: 9, ...(i === 0 ? {} : { align: 'right' as const }) })),
    punten.map((at) => [
      value(at),
      count(at.begonnenPerJaar.gemiddelde),
      share(at.bruto),
      share(at.marginaal?.bruto),
      share(at.werk),
      share(at.marginaal?.werk),
      share(at.zonder),
      points(at.netto.gemiddelde),
      at.marginaal === null ? '-' : points(at.marginaal.netto.gemiddelde),
      oneOrNothing(at.nettoPerJaar.gemiddelde),
    ]),
  );
  const price = textTable(
    [
      'waarde',
      'geen plaats',
      'contact',
      'verschil in personen',
      'uitkomst',
      'extra fte',
      'euro per extra begin',
      ...(needed ? ['nodig netto', 'behaald'] : []),
    ].map((title, i) => ({
      title,
      width: i === 4 ? 18 : 9,
      ...(i === 0 || i === 4 ? {} : { align: 'right' as const }),
    })),
    punten.map((at) => [
      value(at),
      share(at.geenPlaats),
      percentage(at.begeleiding.gemiddelde),
      withMargin(at.verschilPersonen.gemiddelde, at.verschilPersonen.marge, signed).replace('± +', '± '),
      at.verschilPersonen.uitkomst,
      one.format(at.extraMee),
      euro(at.euroPerExtra),
      ...(needed ? [at.nodigNetto, at.behaaldNetto].map((net) => (net === null ? '-' : points(net))) : []),
    ]),
  );
  return `${success}\n\n${price}`;
}

/** Which point comes nearest, what each extra client would have to add, and whether that has ever been seen. */
function reach({ varianten, onderzoek, ambitie }: CurveDocument): string[] {
  const all = varianten.flatMap(({ punten }) => punten);
  const best = [...all].sort((a, b) => a.verschilPersonen.gemiddelde - b.verschilPersonen.gemiddelde)[0];
  if (best === undefined || ambitie.personenMinder === null) return [];
  const { gemiddelde } = best.verschilPersonen;
  if (-gemiddelde >= ambitie.personenMinder) return [];
  const most = `Het verste punt brengt ${signed(gemiddelde)} van de gevraagde -${count(ambitie.personenMinder)} personen.`;
  const widest = [...all].sort((a, b) => (a.nodigNetto ?? Infinity) - (b.nodigNetto ?? Infinity))[0];
  if (widest === undefined || widest.nodigNetto === null) return [most];
  const achieved = widest.behaaldNetto === null ? '' : `; het model geeft ${points(widest.behaaldNetto)}`;
  const needed = `Bij het grootste bereik moet elke extra cliënt aan het eind ${points(widest.nodigNetto)} punten netto schelen${achieved}.`;
  const gross =
    widest.nodigBruto === null
      ? ''
      : widest.nodigBruto > 1
        ? 'Daarvoor zou meer dan 100 % van de extra cliënten moeten uitstromen: dat kan niet.'
        : `Van de extra cliënten zou dan ${percentage(widest.nodigBruto)} na een jaar weg moeten zijn, waar het model ${share(widest.marginaal?.bruto)} geeft.`;
  const seen =
    onderzoek === null
      ? ''
      : `Onderzoek elders vond ${points(onderzoek.laag)} tot ${points(onderzoek.hoog)} punten: ${widest.nodigNetto > onderzoek.hoog ? 'de ambitie is zo niet te halen' : 'het nodige effect ligt daarbinnen, maar bij een andere groep dan deze extra cliënten'}.`;
  return [[most, needed, gross, seen].filter((sentence) => sentence !== '').join(' ')];
}

export function curveText(found: CurveDocument, { label, unit }: { label: string; unit: string }): string {
  const needed = found.ambitie.personenMinder !== null;
  const head = `${label}: ${found.parameter} op ${String(found.varianten[0]?.punten.length ?? 0)} waarden, ${count(found.doorrekeningen)} keer doorgerekend, startgetal ${found.startgetal}.`;
  const parts = found.varianten.map((variant) => {
    const title =
      variant.mee.length > 0 ? `${variant.mee.join(' en ')} groeit evenredig mee` : 'De rest blijft zoals het is';
    return `${title}\n\n${tables(variant, unit, needed)}`;
  });
  const explanation = `Bruto: deel zonder uitkering na ${String(found.maanden)} maanden, van wie begon in ${found.venster.replace('..', ' tot en met ')}. Van de extra: van wie er bij komt ten opzichte van de waarde erboven (- als er voor de meesten geen plaats is). Zonder: dezelfde inwoners als het programma niets deed. Netto per jaar: zoveel uitkeringen scheelt het programma dan. Geen plaats: begon niet omdat het vol was. Contact: deel van de nodige gesprekken dat er was.${needed ? ' Nodig netto: punten die elke extra cliënt aan het eind moet schelen voor de ambitie.' : ''}`;
  return [paragraph(head), ...parts, paragraph(explanation), ...reach(found).map((text) => paragraph(text))].join(
    '\n\n',
  );
}

const round = (value: number | null | undefined): number | null =>
  value === null || value === undefined || !Number.isFinite(value) ? null : Math.round(value * 1e4) / 1e4;

export function curveCsv({ parameter, varianten }: CurveDocument): string {
  const of = (name: string, at: (point: CurvePoint) => Estimate | undefined) =>
    [
      [name, (point: CurveVariant['punten'][number]) => round(at(point)?.gemiddelde)],
      [`marge_${name}`, (point: CurveVariant['punten'][number]) => round(at(point)?.marge)],
    ] as const;
  const columns = [
    ...of('begonnen_per_jaar', (p) => p.begonnenPerJaar),
    ...of('extra_per_jaar', (p) => p.extraPerJaar),
    ...of('bruto', (p) => p.bruto),
    ...of('bruto_marginaal', (p) => p.marginaal?.bruto),
    ...of('werk', (p) => p.werk),
    ...of('werk_marginaal', (p) => p.marginaal?.werk),
    ...of('zonder', (p) => p.zonder),
    ...of('netto', (p) => p.netto),
    ...of('netto_marginaal', (p) => p.marginaal?.netto),
    ...of('netto_per_jaar', (p) => p.nettoPerJaar),
    ...of('geen_plaats', (p) => p.geenPlaats),
    ...of('begeleiding', (p) => p.begeleiding),
    ...of('verschil_personen', (p) => p.verschilPersonen),
  ];
  const rows = varianten.flatMap(({ mee, punten }) =>
    punten.map((point): Value[] => [
      mee.join(' '),
      parameter,
      round(point.waarde),
      ...columns.map(([, value]) => value(point)),
      point.verschilPersonen.uitkomst,
      round(point.extraMee),
      round(point.euroPerExtra),
      round(point.nodigNetto),
      round(point.behaaldNetto),
      round(point.nodigBruto),
    ]),
  );
  const names = [
    'mee',
    'parameter',
    'waarde',
    ...columns.map(([name]) => name),
    'uitkomst',
    'extra_mee',
    'euro_per_extra',
    'nodig_netto',
    'behaald_netto',
    'nodig_bruto',
  ];
  return writeTable({ columns: names, rows }, 'excel');
}
