// Groups of applicants by what they are at their application: age, distance to work, and more problems at once. The same for every organisation.
import { attributeAt, type Attribute } from '../chain/attributes.js';
import type { Client } from '../chain/client.js';
import type { ChainSpec } from '../chain/spec/chain.js';
import { compileDuration } from '../chain/spec/duration.js';
import type { AttributeSpec } from '../chain/spec/population.js';

/** Names that every population shares (docs/formaat.md). */
const distance = 'bemiddelbaarheid';
const multiple = 'meervoudig';
const ages = [27, 45] as const;

interface Kind {
  readonly attribute: string;
  readonly names: readonly string[];
  /** From an attribute's value to the position in `names`. */
  readonly place: (value: number) => number;
}

const bandOf =
  (edges: readonly number[]) =>
  (value: number): number =>
    edges.filter((edge) => value >= edge).length;

function ofAge(id: string, { kind }: AttributeSpec): Kind[] {
  if (kind !== 'age') return [];
  const [young, old] = ages;
  const names = [`leeftijd:<${young}`, `leeftijd:${young}-${old}`, `leeftijd:${old}+`];
  return [{ attribute: id, names, place: bandOf(ages) }];
}

/** Thirds of the declared distribution: whoever has much of it is close to work. */
function ofDistance(spec: AttributeSpec | undefined): Kind[] {
  if (spec?.kind !== 'number') return [];
  const quantile = compileDuration(spec.dist);
  const edges = [quantile(1 / 3, 0, 0), quantile(2 / 3, 0, 0)];
  const names = ['afstand:groot', 'afstand:midden', 'afstand:klein'];
  return [{ attribute: distance, names, place: bandOf(edges) }];
}

function ofProblems(spec: AttributeSpec | undefined): Kind[] {
  if (spec?.kind !== 'flag') return [];
  const names = ['meervoudig:ja', 'meervoudig:nee'];
  return [{ attribute: multiple, names, place: (value) => (value === 1 ? 0 : 1) }];
}

function kindsOf({ attributes }: ChainSpec): Kind[] {
  const [age] = Object.entries(attributes).flatMap(([id, spec]) => ofAge(id, spec));
  return [
    ...(age === undefined ? [] : [age]),
    ...ofDistance(attributes[distance]),
    ...ofProblems(attributes[multiple]),
  ];
}

export function applicantGroups(spec: ChainSpec): string[] {
  return kindsOf(spec).flatMap(({ names }) => names);
}

/** Positions in `applicantGroups` of the groups that a client is in, one of each kind. */
export function openApplicantGroups(
  spec: ChainSpec,
  attributes: readonly Attribute[],
): (client: Client, now: number) => number[] {
  let first = 0;
  const kinds = kindsOf(spec).flatMap(({ attribute: id, names, place }) => {
    const offset = first;
    first += names.length;
    const attribute = attributes.find((candidate) => candidate.id === id);
    return attribute === undefined ? [] : [{ attribute, offset, place }];
  });
  return (client, now) =>
    kinds.map(({ attribute, offset, place }) => offset + place(attributeAt(attribute, client, now)));
}
