// The volgkaart filled in: which quarters fell outside the band, and which assumption that contradicts.
import { contradictionText, type CardVerdict } from '../../analysis/monitoring.js';
import { table } from '../figure.js';
import { markup, type Markup } from '../html.js';
import { quotedLabel } from '../parameters.js';
import type { Section } from '../section.js';
import { listing, number, plural } from '../words.js';

function quarterName(quarter: string): string {
  return `${quarter.slice(6)}e kwartaal ${quarter.slice(0, 4)}`;
}

function outsideTable(verdicts: readonly CardVerdict[], name: string): Markup | null {
  const rows = verdicts.flatMap(({ omschrijving, buiten }) =>
    buiten.map(({ kwartaal, gerealiseerd, laag, hoog, kant }) => [
      omschrijving,
      quarterName(kwartaal),
      gerealiseerd === null ? 'minder dan 10' : number(gerealiseerd),
      `${number(laag)} – ${number(hoog)}`,
      kant,
    ]),
  );
  if (rows.length === 0) return null;
  return table({
    caption: `Buiten de band van ${name}`,
    columns: [
      { label: 'Reeks', kind: 'text' },
      { label: 'Kwartaal', kind: 'text' },
      { label: 'Gerealiseerd', kind: 'num' },
      { label: 'Band', kind: 'num' },
      { label: 'Kant', kind: 'text' },
    ],
    rows,
  });
}

export const monitoring: Section = {
  place: 8.5,
  id: 'volgkaart',
  title: 'Wat de volgkaart zegt',
  write({ summary, parameters }) {
    const verdicts = summary.volgkaart;
    if (verdicts === undefined) return null;
    const base = summary.tegen;
    const nameOf = (id: string): string => summary.scenarios.find((scenario) => scenario.id === id)?.naam ?? id;
    const own = verdicts.filter(({ scenario }) => scenario === base);
    const wrong = own.filter(({ spreektTegen }) => spreektTegen);
    const filled = Math.max(0, ...own.map(({ ingevuld }) => ingevuld));
    const scenarios = [...new Set(verdicts.map(({ scenario }) => scenario))];
    const start = `Er ${filled === 1 ? 'is' : 'zijn'} ${plural(filled, 'kwartaal', 'kwartalen')} ingevuld`;
    return {
      lead:
        wrong.length === 0
          ? `${start}; wat er is geteld spreekt de aannames achter ${nameOf(base)} niet tegen.`
          : `${start}; ${listing(wrong.map(({ omschrijving }) => `‘${omschrijving}’`))} ${wrong.length === 1 ? 'spreekt' : 'spreken'} de aannames achter ${nameOf(base)} tegen.`,
      body: markup`${
        wrong.length === 0
          ? null
          : markup`<ul class="plain">
              ${wrong.map((verdict) => markup`<li>${contradictionText(verdict, (name) => quotedLabel(name, parameters))}</li>`)}
            </ul>`
      }
      ${table({
        caption: 'Kwartalen buiten de band, van de ingevulde; met een * als dat meer is dan toeval geeft',
        columns: [
          { label: 'Reeks', kind: 'text' },
          ...scenarios.map((id) => ({ label: nameOf(id), kind: 'num' as const })),
        ],
        rows: [...new Set(verdicts.map(({ reeks }) => reeks))].map((reeks) => [
          verdicts.find((one) => one.reeks === reeks)?.omschrijving ?? reeks,
          ...scenarios.map((id) => {
            const one = verdicts.find((verdict) => verdict.reeks === reeks && verdict.scenario === id);
            if (one === undefined) return '–';
            return `${number(one.buiten.length)} van ${number(one.ingevuld)}${one.spreektTegen ? ' *' : ''}`;
          }),
        ]),
      })}
      ${outsideTable(own, nameOf(base))}
      <p class="note">
        De band is waar acht van de tien doorrekeningen liggen, dus een op de vijf kwartalen valt erbuiten door toeval.
        Van tegenspraak is pas sprake als er meer buiten vallen dan toeval geeft (binomiaal, en naar wat de
        doorrekeningen zelf laten zien; 5 % verdeeld over de ingevulde reeksen). Welk getal dat tegenspreekt volgt uit de
        samenhang van de reeks met de getrokken getallen: een aanwijzing, geen bewijs. Aantallen onder de 10 worden niet
        getoond.
      </p>`,
    };
  },
};
