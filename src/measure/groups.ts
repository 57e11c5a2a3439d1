// The declared splits of a chain: names of their groups, and which group a client is in.
import type { Attribute } from '../chain/attributes.js';
import type { ChainSpec } from '../chain/spec/chain.js';
import { stepNames, type AttributeSpec } from '../chain/spec/population.js';

const daysPerYear = 365.25;
/** The group of whoever has not been seen yet. */
const unseen = 'niet-bepaald';

interface Division {
  readonly attribute: string;
  /** `leeftijd:<27` …; the last is for values that are not known, where that can be. */
  readonly names: readonly string[];
  /** Position in `names` of a value. */
  readonly place: (value: number) => number;
}

/** A split while it runs: `at` gives the position in all groups together. */
export interface Split {
  readonly index: number;
  readonly at: (value: number, time: number) => number;
  /** Whether a client moves from group to group by time alone. */
  readonly ages: boolean;
}

function bandNames(bands: readonly number[]): string[] {
  const shown = bands.map((band) => String(band).replace('.', ','));
  const between = shown.slice(1).map((band, index) => `${shown[index] ?? ''}-${band}`);
  return [`<${shown[0] ?? ''}`, ...between, `${shown.at(-1) ?? ''}+`];
}

/** Names of the groups of an attribute, and the position of a value that is known. */
function stepsOf(spec: AttributeSpec, bands: readonly number[] | undefined): [string[], (value: number) => number] {
  if (bands !== undefined) {
    return [
      bandNames(bands),
      (value) => {
        let place = 0;
        while (place < bands.length && value >= bands[place]!) place += 1;
        return place;
      },
    ];
  }
  const names = stepNames(spec);
  if (names !== undefined) return [[...names], (value) => value];
  if (spec.kind === 'mapping') {
    const values = [...new Set(Object.values(spec.table))].sort((a, b) => a - b);
    return [values.map(String), (value) => values.indexOf(value)];
  }
  return [['ja', 'nee'], (value) => (value === 1 ? 0 : 1)];
}

function isLookedFor(spec: ChainSpec, id: string): boolean {
  const attribute = spec.attributes[id];
  const watched = attribute?.kind === 'mapping' ? attribute.of : id;
  return Object.values(spec.stations).some(({ observe }) => observe?.includes(watched) === true);
}

function divisionsOf(spec: ChainSpec): Division[] {
  return Object.entries(spec.groups).flatMap(([id, { attribute, bands }]): Division[] => {
    const declared = spec.attributes[attribute];
    if (declared === undefined) return [];
    const [known, place] = stepsOf(declared, bands);
    const names = [...known, ...(isLookedFor(spec, attribute) ? [unseen] : [])].map((name) => `${id}:${name}`);
    return [{ attribute, names, place: (value) => (Number.isNaN(value) ? known.length : place(value)) }];
  });
}

/** All groups of all splits, in the order of the file. */
export function groupNames(spec: ChainSpec): string[] {
  return divisionsOf(spec).flatMap(({ names }) => names);
}

export function openSplits(spec: ChainSpec, attributes: readonly Attribute[]): Split[] {
  let first = 0;
  return divisionsOf(spec).map(({ attribute, names, place }) => {
    const index = attributes.find(({ id }) => id === attribute)?.index ?? 0;
    const ages = spec.attributes[attribute]?.kind === 'age';
    const offset = first;
    first += names.length;
    return {
      index,
      ages,
      at: ages ? (value, time) => offset + place(value + time / daysPerYear) : (value) => offset + place(value),
    };
  });
}
