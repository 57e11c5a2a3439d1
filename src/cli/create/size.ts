// From the size of an organisation to the numbers of the minimal folder: what its process needs so that its flows are the flows that were given.
import type { Flows } from './flows.js';

export interface Size {
  readonly stock: number;
  readonly applications: number;
  readonly exitLevel: number;
  readonly incomeStaff: number;
  readonly workStaff: number;
  readonly places: number;
  readonly calls: number;
  readonly ambition: number;
}

/** Part of the applications that is granted, and granted returns per ended uitkering: both as the minimal folder gives them. */
const granted = 0.67;
const returned = 0.16;
/**
 * The exit level at which a stock in balance loses a part `q` of itself per year is 10.7 (q − 0.07): measured with the minimal folder at five sizes
 * of the flows from 8 to 42 percent (within 0.1 of the level). At 7 percent nothing is left to scale but death and the AOW age.
 */
const exits = { perPart: 10.7, unscaled: 0.07, least: 0.15 };
/** Applications per fte and uitkeringen per fte of all staff of a city that was counted (AEF Startfoto 2018, p. 8 and 15); the other ratios are rules of thumb, which parameters.csv names as such. */
const ratios = { applicationsPerStaff: 88, volumePerStaff: 135, volumePerCall: 100, volumePerAmbition: 20 };
/** Half a year of those who begin (a fifth of the granted, a hundredth of the volume), and a quarter of room. */
const places = { perGranted: (0.2 / 2) * 1.25, perVolume: (0.01 / 2) * 1.25 };

export function sizeOf({ volume, inflow, outflow }: Flows): Size {
  return {
    // The run begins a year before the first count: what came and went in that year is taken to be what came and went in the next.
    stock: volume + outflow - inflow,
    applications: (inflow - returned * outflow) / granted,
    exitLevel: Math.max(exits.least, exits.perPart * (outflow / volume - exits.unscaled)),
    incomeStaff: inflow / granted / ratios.applicationsPerStaff,
    workStaff: volume / ratios.volumePerStaff,
    places: places.perGranted * inflow + places.perVolume * volume,
    calls: volume / ratios.volumePerCall,
    ambition: volume / ratios.volumePerAmbition,
  };
}
