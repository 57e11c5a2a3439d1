// Checks on money: that it names pools with staff, stations that exist, and prices that something can be counted for.
import { exists, stationIds, type Check } from './context.js';

export function checkMoney(check: Check): void {
  const { spec, report } = check;
  const { money } = spec;
  if (money === undefined) return;
  if (spec.spells === undefined || spec.run.unit === 'own') {
    report(['money'], 'geld telt op per maand en per uitkering: dat vraagt een kalender en uitkeringen (`spells`)');
  }
  if (money.benefit.couple !== undefined) {
    const partner = spec.persons?.partner;
    if (partner === undefined) {
      report(
        ['money', 'benefit', 'couple'],
        'een andere prijs met partner vraagt `persons.partner`: het kenmerk dat zegt wie er een heeft',
      );
    }
  }
  const states = { noun: 'toestand', ids: Object.keys(spec.spells?.states ?? {}) };
  for (const id of Object.keys(money.benefit.states ?? {})) {
    exists(check, states, id, ['money', 'benefit', 'states', id]);
  }
  for (const id of Object.keys(money.staff?.pools ?? {})) {
    const path = ['money', 'staff', 'pools', id];
    if (!exists(check, { noun: 'pool', ids: Object.keys(spec.pools) }, id, path)) continue;
    if (spec.pools[id]?.kind === 'places') report(path, `'${id}' is een pool van plaatsen en heeft geen fte`);
  }
  for (const [id, { perStart, perYear }] of Object.entries(money.programmes ?? {})) {
    const path = ['money', 'programmes', id];
    exists(check, stationIds(check), id, path);
    if (perStart === undefined && perYear === undefined) {
      report(path, 'een programma heeft een prijs per start (`perStart`), per jaar (`perYear`) of allebei');
    }
  }
}
