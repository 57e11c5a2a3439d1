// A chain as declared: plain, serialisable data that says everything about one organisation's process and population.
import { z } from 'zod';
import { calendarSchema } from '../calendar.js';
import { isDate } from '../civil-date.js';
import { stationSchema } from '../registry.js';
import { nonNegative } from './amount.js';
import { groupSchema } from './groups.js';
import { curveSchema } from './curve.js';
import { moneySchema } from './money.js';
import { poolSchema } from './pool.js';
import { withRhythms } from './rhythm.js';
import { withRoles } from './roles.js';
import { arrivalSchema, attributeSchema, correlationSchema, initialSchema, spellsSchema } from './population.js';

const date = z.string().refine(isDate, { message: 'geen geldige datum; verwacht jjjj-mm-dd' });

/**
 * `run.start` is time 0. With `unit` days the run may end at a date; with a chain's own unit (minutes, say) it ends at an instant `end`.
 * `measureFrom` opens the window in which flows are counted. `deadlock`: what happens when clients in a circle wait for each other's server or
 * place; the run stops, or the last of them lets go of hers, so that all move up at the same instant.
 * With a chain's own unit three keys ask for more: `instants` at which to count who is there, `levels` up to which to tell how often so many are
 * there, and how many `moments` to write down of what happens at each station.
 */
const runSchema = z.strictObject({
  unit: z.enum(['days', 'own']).default('days'),
  start: date.default('2000-01-03'),
  end: z.union([date, z.number().positive()]),
  measureFrom: z.union([date, z.number().min(0)]).optional(),
  deadlock: z.enum(['stop', 'swap']).optional(),
  instants: z.array(z.number().min(0)).optional(),
  levels: z.int().min(0).max(100).optional(),
  moments: z.int().min(1).max(1000).optional(),
});

/** What only the author of a model can say, for the account that a report gives of it; plain text. */
const authorSchema = z.strictObject({
  purpose: z.string().optional(),
  dataSources: z.string().optional(),
  cleaning: z.string().optional(),
  missingData: z.string().optional(),
  availability: z.string().optional(),
});

export const chainShape = z.strictObject({
  organisation: z.string(),
  label: z.string(),
  description: z.string().optional(),
  author: authorSchema.optional(),
  run: runSchema,
  calendar: calendarSchema.default('none'),
  roles: z.strictObject({
    entry: z.string(),
    stock: z.string().optional(),
    sources: z.record(z.string(), z.string()).optional(),
  }),
  persons: z.strictObject({ perBenefit: nonNegative, partner: z.string().optional() }).optional(),
  pools: z.record(z.string(), poolSchema).default({}),
  stations: z.record(z.string(), stationSchema),
  attributes: z.record(z.string(), attributeSchema).default({}),
  correlations: z.array(correlationSchema).optional(),
  groups: z.record(z.string(), groupSchema).default({}),
  arrivals: z.record(z.string(), arrivalSchema),
  initial: z.array(initialSchema).optional(),
  spells: spellsSchema.optional(),
  curves: z.record(z.string(), curveSchema).optional(),
  money: moneySchema.optional(),
});

/** What the roles say of sources and stock is filled in first, and what repeats is written out over the length of the run. */
export const chainSchema = z.preprocess((tree) => withRhythms(withRoles(tree)), chainShape);

export type ChainSpec = z.output<typeof chainShape>;
/** What may be written: defaults left out. */
export type ChainInput = z.input<typeof chainShape>;
