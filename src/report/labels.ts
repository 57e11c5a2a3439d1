// Dutch names of what has the same id in every organisation: reasons, destinations, station kinds, statuses.
import type { DestinationId } from '../analysis/destinations.js';

const reasons: ReadonlyMap<string, string> = new Map([
  ['aow', 'AOW'],
  ['ander-inkomen', 'ander inkomen'],
  ['geen-recht', 'geen recht'],
  ['ingetrokken-werk', 'ingetrokken met werk of inkomen'],
  ['ingetrokken-onbekend', 'ingetrokken, inkomen onbekend'],
  ['later-opnieuw', 'later opnieuw aangevraagd'],
  ['exit', 'geen uitkering'],
]);

export function reasonLabel(id: string): string {
  return reasons.get(id) ?? id.replaceAll('-', ' ');
}

/** What a lower volume consists of (`fewer`), and what works against it (`against`). */
export const destinationLabels: Readonly<Record<DestinationId, { fewer: string; against: string }>> = {
  werk: { fewer: 'werk', against: 'minder uitstroom naar werk' },
  inkomen: { fewer: 'opleiding of ander inkomen', against: 'minder uitstroom naar opleiding of ander inkomen' },
  onbekend: {
    fewer: 'zonder uitkering en zonder bekend inkomen',
    against: 'minder vertrek zonder bekend inkomen',
  },
  leven: {
    fewer: 'verhuizing, relatie, AOW of overlijden',
    against: 'minder vertrek door verhuizing, relatie, AOW of overlijden',
  },
  later: { fewer: 'later opnieuw aangevraagd', against: 'minder uitgestelde aanvragen' },
  herinstroom: { fewer: 'minder herinstroom', against: 'meer herinstroom' },
  aanvragen: { fewer: 'minder nieuwe aanvragen', against: 'meer nieuwe aanvragen' },
  rest: { fewer: 'overig (nog niet beslist, afronding)', against: 'overig (al eerder beslist, afronding)' },
};

export const kindLabels: Readonly<Record<string, string>> = {
  router: 'keuzepunt, kost geen tijd',
  service: 'gesprek of behandeling: wacht op uren van een team, op volgorde van voorrang en daarna van aankomst',
  course: 'bijeenkomst of cursus: begint op vaste momenten of bij genoeg deelnemers',
  place: 'plaats voor een bepaalde tijd, met een maximum',
  delay: 'tijd die verstrijkt',
  stay: 'voorraad: cliënten blijven er tot ze worden opgeroepen of uitstromen',
};
