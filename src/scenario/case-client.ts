// A case client: somebody whom a source describes, with what it says of her and, per organisation, of her course.
import { z } from 'zod';
import { checkGuest } from '../chain/check/guests.js';
import { parseDeclared } from '../chain/check/parse.js';
import { didYouMean } from '../chain/nearest.js';
import type { Guest } from '../chain/guests.js';
import type { ChainSpec } from '../chain/spec/chain.js';
import type { Issue } from '../chain/spec/issue.js';

const text = z.string().min(1);
const value = z.union([z.number(), z.boolean(), z.string()]);
const attributes = z.record(z.string(), z.strictObject({ waarde: value, bron: text, toelichting: text.optional() }));

/** Monday first, as `weekday` counts. */
export const weekdays = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag'] as const;

/** What a source settles: the outcome that she takes (`naar`) and what is seen of her (`ziet`), at one station. */
const pin = z
  .strictObject({ station: text, naar: text.optional(), ziet: z.record(z.string(), value).optional(), bron: text })
  .superRefine(({ naar, ziet }, context) => {
    if (naar === undefined && ziet === undefined) {
      context.addIssue({ code: 'custom', message: 'hier hoort `naar` (waarheen) of `ziet` (wat men ziet), of beide' });
    }
  });

/** `open`: from the end of this step on the source leaves it open. Days are nowhere: they follow from the run. */
const atOrganisation = z.strictObject({
  begint: z.enum(weekdays).optional(),
  via: text.optional(),
  bron: text,
  kenmerken: attributes.optional(),
  pins: z.array(pin).optional(),
  open: z.strictObject({ na: text, bron: text }).optional(),
});

export const caseClientSchema = z.strictObject({
  naam: text,
  omschrijving: text,
  bron: text,
  kenmerken: attributes,
  organisaties: z.record(z.string(), atOrganisation).default({}),
});
export type CaseClient = z.output<typeof caseClientSchema>;
export type CasePin = z.output<typeof pin>;

export function parseCaseClient(tree: unknown): ReturnType<typeof parseDeclared<typeof caseClientSchema>> {
  return parseDeclared(caseClientSchema, tree);
}

export interface GuestOptions {
  readonly pinned: boolean;
  /** Risks may end her spell. */
  readonly atRisk: boolean;
}

/** She as a guest of one organisation, but for the moment at which she comes. */
export function guestOf(client: CaseClient, organisation: string, { pinned, atRisk }: GuestOptions): Omit<Guest, 'at'> {
  const here = client.organisaties[organisation];
  const values = Object.entries({ ...client.kenmerken, ...here?.kenmerken });
  return {
    source: here?.via,
    attributes: Object.fromEntries(values.map(([name, { waarde }]) => [name, waarde])),
    pins: pinned ? (here?.pins ?? []).map(({ station, naar, ziet }) => ({ station, to: naar, sees: ziet })) : [],
    spared: !atRisk,
  };
}

/** Where the words of a guest stand in the file. */
const dutch: Readonly<Record<string, string>> = { to: 'naar', sees: 'ziet', source: 'via' };

/** What does not fit the chain of an organisation; paths are those of the file. */
export function checkCaseClient(client: CaseClient, organisation: string, spec: ChainSpec): Issue[] {
  const here = client.organisaties[organisation];
  const found = checkGuest(spec, guestOf(client, organisation, { pinned: true, atRisk: false }));
  const issues = found.map(({ path: [field = '', ...rest], message }): Issue => {
    const name = String(rest[0]);
    if (field === 'attributes') {
      const own = here?.kenmerken !== undefined && Object.hasOwn(here.kenmerken, name);
      return { path: [...(own ? ['organisaties', organisation] : []), 'kenmerken', name, 'waarde'], message };
    }
    return { path: ['organisaties', organisation, ...[field, ...rest].map((part) => dutch[part] ?? part)], message };
  });
  const after = here?.open?.na;
  if (after !== undefined && !Object.hasOwn(spec.stations, after)) {
    const hint = didYouMean(after, Object.keys(spec.stations));
    issues.push({
      path: ['organisaties', organisation, 'open', 'na'],
      message: `station '${after}' bestaat niet.${hint}`,
    });
  }
  return issues;
}
