// What a run counts: a fixed catalogue of series, and the values every draw of every scenario has for it.

/** One number that every draw reports. `null` for a place or group means: over all of them together. */
export interface Series {
  /** `volume`, `stroom`, `wachttijd` … */
  measure: string;
  /** A station or pool id, an arrow `from>to`, or null. */
  place: string | null;
  /** A reason, source, duration band or statistic, or null. */
  group: string | null;
  /** `2018-10` (calendar month), `2018-10..2019-09` (window of months), `2019-12-31` (instant). */
  period: string;
  /** `uitkeringen`, `personen`, `aanvragen`, `dagen`, `aandeel` … */
  unit: string;
}

/** All values of a run; `values[scenario][draw][series]`, NaN where a draw had nothing to observe. */
export interface Results {
  catalogue: readonly Series[];
  scenarios: readonly { id: string; name: string }[];
  /** Doorrekeningen per scenario. */
  draws: number;
  seed: string;
  values: readonly (readonly Float64Array[])[];
}
