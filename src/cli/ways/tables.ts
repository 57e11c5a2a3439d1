// The tables of a comparison of ways of working: a row per organisation for Dutch Excel, and everything in long form.
import type { Estimate } from '../../analysis/estimate.js';
import type { Days } from '../../analysis/ways.js';
import type { WaysSummary, WaySummary } from '../../analysis/ways-summary.js';
import { writeTable, type Value } from '../../files/table-write.js';
import { keptShare } from '../../report/ways/kept.js';

const rounded = (value: number | undefined, digits = 2): Value =>
  value === undefined || !Number.isFinite(value) ? null : Math.round(value * 10 ** digits) / 10 ** digits;

interface Column {
  readonly name: string;
  readonly value: (way: WaySummary) => Value;
}

const days = (name: string, of: (way: WaySummary) => Days | null): Column[] => [
  { name: `${name}_mediaan_dagen`, value: (way) => rounded(of(way)?.mediaan.gemiddelde) },
  { name: `${name}_p90_dagen`, value: (way) => rounded(of(way)?.p90.gemiddelde) },
];

const reach = (soort: string): Column => ({
  name: `bereik_${soort}`,
  value: ({ bereik }) =>
    rounded(bereik.find((part) => part.soort === soort && part.groep === null)?.aandeel.gemiddelde, 4),
});

const columns: readonly Column[] = [
  { name: 'organisatie', value: ({ id }) => id },
  { name: 'naam', value: ({ naam }) => naam },
  { name: 'aanvragen_thuis', value: ({ aanvragenThuis }) => rounded(aanvragenThuis) },
  { name: 'aanvragen_hier', value: ({ aanvragenHier }) => rounded(aanvragenHier) },
  { name: 'schaal', value: ({ schaal }) => rounded(schaal, 4) },
  ...days('eerste_contact', ({ eersteContact }) => eersteContact),
  ...days('eerste_gesprek', ({ eersteGesprek }) => eersteGesprek),
  ...days('eerste_activiteit', ({ eersteActiviteit }) => eersteActiviteit),
  { name: 'gezichten', value: ({ gezichten }) => rounded(gezichten?.gemiddelde) },
  { name: 'overdrachten', value: ({ overdrachten }) => rounded(overdrachten?.gemiddelde) },
  reach('contact'),
  reach('werk'),
  reach('participatie'),
  { name: 'termijnen_gehaald', value: (way) => rounded(keptShare(way) ?? undefined, 4) },
  { name: 'volume_p10_uitkeringen', value: ({ volumeUitkeringen }) => rounded(volumeUitkeringen?.p10) },
  { name: 'volume_p90_uitkeringen', value: ({ volumeUitkeringen }) => rounded(volumeUitkeringen?.p90) },
];

/** A row per organisation, in the order asked for. */
export function waysSummaryTable({ werkwijzen }: WaysSummary): string {
  const rows = werkwijzen.map((way) => columns.map(({ value }) => value(way)));
  return writeTable({ columns: columns.map(({ name }) => name), rows }, 'excel');
}

type Line = readonly [measure: string, place: Value, group: Value, unit: string, value: number, margin: number | null];

const line = (measure: string, place: Value, group: Value, unit: string, value: Estimate): Line => {
  return [measure, place, group, unit, value.gemiddelde, value.marge];
};

function linesOf(way: WaySummary): Line[] {
  return [
    ...way.bereik.map(({ soort, groep, aandeel }) => {
      return line('bereik', null, groep === null ? soort : `${soort}/${groep}`, 'aandeel', aandeel);
    }),
    ...way.termijnen.flatMap(({ station, gehaald, dagen, bezoeken }) => [
      line('termijn-gehaald', station, null, 'aandeel', gehaald),
      line('termijn-dagen', station, null, 'dagen', dagen),
      line('termijn-bezoeken', station, null, 'aanvragen', bezoeken),
    ]),
    ...way.wachttijden.flatMap(({ station, gemiddelde, p90, bezoeken }) => [
      line('wachttijd', station, 'gemiddelde', 'dagen', gemiddelde),
      line('wachttijd', station, 'p90', 'dagen', p90),
      line('wachtenden', station, null, 'aanvragen', bezoeken),
    ]),
    ...way.waarheen.flatMap(({ soort, reden, p10, p90 }): Line[] => {
      const unit = soort === 'uitstroom' ? 'uitkeringen' : 'aanvragen';
      return [
        [soort, null, `${reden}:p10`, unit, p10, null],
        [soort, null, `${reden}:p90`, unit, p90, null],
      ];
    }),
  ];
}

/** What does not fit in one row: groups reached, terms, waits and where people go. */
export function waysLongTable({ werkwijzen }: WaysSummary): string {
  const rows = werkwijzen.flatMap((way) =>
    linesOf(way).map(([measure, place, group, unit, value, margin]): Value[] => {
      return [way.id, measure, place, group, unit, rounded(value, 4), margin === null ? null : rounded(margin, 4)];
    }),
  );
  return writeTable(
    { columns: ['organisatie', 'maat', 'plaats', 'groep', 'eenheid', 'waarde', 'marge'], rows },
    'excel',
  );
}
