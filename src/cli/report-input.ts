// Gathers what the report says from what was read and computed.
import type { Summary } from '../analysis/summary.js';
import { shapeOf } from '../chain/registry.js';
import { amountAt } from '../chain/spec/amount.js';
import type { ChainSpec } from '../chain/spec/chain.js';
import type { PoolSpec } from '../chain/spec/pool.js';
import type { PackageInfo } from '../files/package-info.js';
import type { ReportInput, ReportStation } from '../report/input.js';
import { formatValue } from '../scenario/sentences.js';
import type { TrendMode } from '../scenario/trend.js';
import { reportScenario } from './report-scenario.js';
import type { CheckedIjkpunten } from './ijkpunten.js';
import type { Study } from './study.js';

export interface Gathered {
  readonly study: Study;
  readonly summary: Summary;
  readonly ijkpunten: CheckedIjkpunten;
  readonly command: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly info: PackageInfo;
  readonly trend: TrendMode;
}

function stations({ stations: declared }: ChainSpec): ReportStation[] {
  return Object.entries(declared).map(([id, station]) => ({
    id,
    label: station.label ?? id,
    letter: station.letter ?? null,
    kind: station.kind,
    owner: station.owner ?? null,
    pools: [
      ...new Set([
        ...shapeOf(station).pools.map(({ pool }) => pool),
        ...(station.contact === undefined ? [] : [station.contact.pool]),
      ]),
    ],
  }));
}

function describePool(pool: PoolSpec): string {
  switch (pool.kind) {
    case 'hours': {
      const fte = formatValue(amountAt(pool.fte, 0), 'fte');
      return `${fte}, ${formatValue(amountAt(pool.productiveHoursPerYear, 0), 'uur per jaar')}, ${formatValue(amountAt(pool.share, 0), 'aandeel')} voor het primaire proces`;
    }
    case 'caseload':
      return `${formatValue(amountAt(pool.fte, 0), 'fte')}, ten hoogste ${formatValue(amountAt(pool.norm, 0), 'cliënten per fte')}`;
    case 'places':
      return formatValue(amountAt(pool.capacity, 0), 'plaatsen');
  }
}

/** What only the author can say stands in the process file; what is not there is printed as not filled in. */
function authorNotes({ author }: ChainSpec): ReportInput['author'] {
  return {
    purpose: author?.purpose ?? null,
    dataSources: author?.dataSources ?? null,
    cleaning: author?.cleaning ?? null,
    missingData: author?.missingData ?? null,
    availability: author?.availability ?? null,
  };
}

/** What a stroomschema and the words beside it need of a chain. */
export function processOf(spec: ChainSpec): ReportInput['process'] {
  return {
    stations: stations(spec),
    entry: spec.roles.entry,
    pools: Object.entries(spec.pools).map(([id, pool]) => ({
      id,
      label: pool.label ?? id,
      description: describePool(pool),
    })),
    attributes: Object.entries(spec.attributes).map(([id, attribute]) => attribute.label ?? id),
    sources: Object.entries(spec.arrivals).map(([id, source]) => source.label ?? id),
  };
}

export const trendLabels = { gerealiseerd: 'gerealiseerd (achteraf)', raming: 'raming', vlak: 'vlak' } as const;

export function reportInput({ study, summary, ijkpunten, command, inputs, info, trend }: Gathered): ReportInput {
  const { spec, organisation } = study;
  const { start, end, measureFrom } = spec.run;
  const stock = spec.spells?.stock;
  return {
    summary,
    organisation: { id: study.folder.id, name: spec.label },
    trendLabel: trendLabels[trend],
    process: processOf(spec),
    ijkpunten: ijkpunten.rows,
    ...(ijkpunten.flows === undefined ? {} : { checkedFlows: ijkpunten.flows }),
    parameters: organisation.parameters.parameters,
    scenarios: study.scenarios.map((loaded) => reportScenario(loaded, study, summary)),
    author: authorNotes(spec),
    run: {
      command,
      version: info.version,
      startDate: start,
      measureFrom: String(measureFrom ?? start),
      endDate: String(end),
      initial:
        stock === undefined
          ? null
          : `Bij de start staan ${formatValue(amountAt(stock.count, 0), 'lopende uitkeringen')} klaar, met een duur en een afstand tot de arbeidsmarkt die bij een stabiele voorraad passen; ook wie in de vijf jaar ervoor vertrok, kan terugkeren.`,
      inputs: Object.entries(inputs).map(([path, hash]) => ({ path, sha256: hash })),
      software: info.libraries,
    },
  };
}
