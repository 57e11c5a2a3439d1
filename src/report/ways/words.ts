// What must be said wherever ways of working are compared: that it is a transplant, and why the volume is a range. Also for the terminal.
import type { WaysSummary } from '../../analysis/ways-summary.js';
import { listing } from '../words.js';

/** In the foot of every page; the program's own words only, because they stand in a style sheet. */
export const waysFooter =
  'Transplantatie: werkwijzen uit andere gemeenten, jaren en wetten, met de cliënten van één gemeente. Geen rangorde. Volume alleen als bandbreedte waar doorstroom of succes een aanname is. Fictieve cliënten; geen norm of taakstelling.';

/** What this is and is not. */
export function transplantWords({ bevolking }: Pick<WaysSummary, 'bevolking'>): string {
  return `Dit is een transplantatie: elke werkwijze komt uit een gemeente van toen, vaak uit een ander jaar en onder een andere wet, en krijgt hier de cliënten van ${bevolking.naam}. De capaciteit groeit of krimpt mee met het aantal aanvragen. De uitkomst zegt wat de stappen met deze cliënten doen, niet hoe goed een gemeente werkt.`;
}

/** Why no volume or only a range is told; '' where the mean may be told everywhere. */
export function volumeWords({ werkwijzen, onzekerheidMeegerekend, doorrekeningen }: WaysSummary): string {
  if (!onzekerheidMeegerekend) {
    return 'Er staat geen volume: zonder onzekerheid over de getallen zou de spreiding alleen toeval zijn.';
  }
  if (doorrekeningen < leastDraws) {
    return `Er staat geen volume: daarvoor zijn ten minste ${String(leastDraws)} doorrekeningen nodig.`;
  }
  const assumed = werkwijzen.filter(({ volumeAannames }) => volumeAannames.length > 0).map(({ naam }) => naam);
  if (assumed.length === 0) return '';
  return `Het volume staat alleen als bandbreedte bij ${listing(assumed)}: hoeveel mensen daar doorgaan, of wat een stap voor hen doet, is een aanname.`;
}

/** With fewer, the points below which one and nine of ten draws lie are hardly more than the lowest and the highest. */
export const leastDraws = 10;

/** Why an empty place is empty. */
export const notSaid = 'zegt de bron niet';
