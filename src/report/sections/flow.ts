// Section 4, Stroomschema: the real process with calculated flows beside the printed ones.
import { type Content, markup } from '../html.js';
import { picture, table } from '../figure.js';
import { bandText, type Check, flowModel, type FlowModel, type FlowStation, SOURCE } from '../flow/model.js';
import { flowPicture } from '../flow/picture.js';
import type { ReportInput } from '../input.js';
import type { Section } from '../section.js';
import { listing, number, percent, period, plural } from '../words.js';

function outcomeCell(check: Check | null): Content {
  if (check === null) return '';
  const name = check.outcome === 'binnen' ? 'good' : 'warn';
  return markup`<span class="${name}">${check.outcome}</span>`;
}

function rows({ stations, arrows }: FlowModel, label: (id: string) => string): Content[][] {
  const row = (name: string, perYear: number, persons: number | null, check: Check | null): Content[] => [
    name,
    number(perYear),
    persons === null ? '' : number(persons),
    check === null ? '' : bandText(check),
    outcomeCell(check),
  ];
  // In the order of the process: each station with what goes on from it and then who leaves there.
  return stations.flatMap((station) => [
    ...(station.id === SOURCE ? [row(station.label, station.perYear, null, station.own)] : []),
    ...arrows
      .filter(({ from }) => from === station.id && from !== SOURCE)
      .map(({ to, perYear, persons, check }) => {
        return row(`${station.label} → ${label(to)}`, perYear, persons?.gemiddelde ?? null, check);
      }),
    ...station.exits
      .filter(({ check }) => check !== null)
      .map((exit) => row(`${station.label} → ${exit.label}`, exit.perYear, null, exit.check)),
    ...leaving(station).map(({ names, perYear }) => row(`${station.label} → ${names}`, perYear, null, null)),
  ]);
}

/** Exits without a printed figure, in one row: their reasons with numbers, and the total. */
function leaving({ exits }: FlowStation): { names: string; perYear: number }[] {
  const others = exits.filter(({ check }) => check === null);
  if (others.length === 0) return [];
  const names = others.map((exit) => `${exit.label} ${number(exit.perYear)}`).join(', ');
  return [{ names, perYear: others.reduce((sum, exit) => sum + exit.perYear, 0) }];
}

/** The first station after the entry where the flow divides. */
function firstSplit({ arrows }: FlowModel, entry: string): FlowModel['arrows'] {
  const seen = new Set([entry]);
  for (const id of seen) {
    const out = arrows.filter(({ from }) => from === id);
    if (out.length > 1) return out;
    for (const { to } of out) seen.add(to);
  }
  return [];
}

function lead(model: FlowModel, { ijkpunten, process }: ReportInput, label: (id: string) => string): string {
  const checks = ijkpunten.filter(({ arrows }) => arrows.length > 0);
  const { entry } = process;
  const parts = [...firstSplit(model, entry)].sort((a, b) => b.perYear - a.perYear).slice(0, 3);
  const routes = parts.map(({ to, perYear }) => `${number(perYear)} naar ${label(to)}`);
  const total = `${number(model.applications)} aanvragen per jaar`;
  const start = routes.length === 0 ? `Er zijn ${total}` : `Van de ${total} gaan er ${listing(routes)}`;
  if (checks.length === 0) return `${start}.`;
  const inside = checks.filter(({ outcome }) => outcome === 'binnen').length;
  const printed = plural(checks.length, 'gedrukt aantal', 'gedrukte aantallen');
  const share = inside === checks.length ? `alle ${printed}` : `${number(inside)} van de ${printed}`;
  return `${start}; ${share} komen uit de berekening terug.`;
}

export const flow: Section = {
  place: 4,
  id: 'stroomschema',
  title: 'Stroomschema',
  write(input) {
    const base = input.summary.scenarios.find(({ vergelijkingsbasis }) => vergelijkingsbasis);
    const flows = input.checkedFlows ?? base;
    if (base === undefined || flows === undefined || flows.stromen.length === 0) return null;
    const model = flowModel(input, flows);
    const trend = input.checkedFlows === undefined ? '' : ' bij een vlakke landelijke trend';
    const label = (id: string): string => input.process.stations.find((station) => station.id === id)?.label ?? id;
    const year = period(input.summary.stroomvenster);
    const onFlows = input.ijkpunten.filter(({ arrows }) => arrows.length > 0);
    const off = onFlows.filter(({ outcome }) => outcome !== 'binnen');
    const title = `Stroomschema van ${input.organisation.name}`;
    const description = `${base.naam}${trend}, ${year}. De breedte van een pijl is het aantal aanvragen per jaar.`;
    const deviations =
      off.length === 0
        ? 'Er zijn geen afwijkingen.'
        : `Afwijkingen: ${off.map(({ ijkpunt, outcome }) => `${ijkpunt.description} (${outcome})`).join('; ')}.`;
    return {
      lead: lead(model, input, label),
      body: markup`<p>
          De pijlen tonen het werkproces onder ${base.naam}${trend}, van ${year}. Een vet getal is berekend; eronder staat de
          bandbreedte uit de bron. ▲ betekent dat de berekening buiten de band valt, ? dat dit nog te onzeker is.
          ${deviations} De dunste stromen staan alleen in de tabel. Een inwoner kan op elk moment uitstromen; daarom wordt een stroom onderweg kleiner.
        </p>
        <figure class="flow">
          <figcaption>
            <strong>${title}</strong><span>${description} Streepjes gaan terug in het proces.</span>
          </figcaption>
          <div class="scroll" role="region" aria-label="Stroomschema, schuift opzij" tabindex="0">
            ${picture(flowPicture(model), { id: 'stroomschema-figuur', title, description: `${description} De getallen staan in de tabel eronder.` })}
          </div>
        </figure>
        <h3>De stromen in getallen</h3>
        ${table({
          caption: `Gemiddeld aantal van ${year}; uitstroom uit alle stappen samen is ${number(model.outflow.reduce((sum, { perYear }) => sum + perYear, 0))} uitkeringen per jaar`,
          columns: [
            { label: 'Stroom', kind: 'text' },
            { label: 'Aanvragen per jaar', kind: 'num' },
            { label: 'Personen per jaar', kind: 'num' },
            { label: 'Bandbreedte in de bron', kind: 'num' },
            { label: 'Uitkomst', kind: 'text' },
          ],
          rows: rows(model, label),
        })}
        ${
          model.outflow.length === 0
            ? null
            : table({
                caption: 'Uitstroom uit de bijstand per jaar, naar reden',
                columns: [
                  { label: 'Reden', kind: 'text' },
                  { label: 'Uitkeringen per jaar', kind: 'num' },
                  { label: 'Aandeel', kind: 'num' },
                ],
                rows: model.outflow.map(({ label: reason, perYear }, _, all) => [
                  reason,
                  number(perYear),
                  percent(perYear / all.reduce((sum, item) => sum + item.perYear, 0)),
                ]),
              })
        }`,
    };
  },
};
