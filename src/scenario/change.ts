// One change of one parameter, from a day and possibly until a day: what a scenario is made of.

export type Operation = 'set' | 'add' | 'multiply';

export interface Change {
  readonly parameter: string;
  readonly operation: Operation;
  /** `set` and `add`: in the parameter's unit (shares: 0.05 is five points); `multiply`: a factor. */
  readonly value: number;
  /** First day, in days since the chain's start; null: the whole run. */
  readonly from: number | null;
  /** Last day, inclusive; after it the underlying value returns. Null: until the end. */
  readonly through: number | null;
  /** Days in which the change grows linearly from nothing to full, counted from `from`; 0: at once. */
  readonly ramp: number;
}
