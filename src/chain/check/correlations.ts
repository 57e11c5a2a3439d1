// Checks on attributes that go together: who follows whom, and what the law of the stock can still tell.
import { observedBy } from '../spec/population.js';
import { attributeIds, exists, type Check, type Path } from './context.js';

export function checkCorrelations(check: Check): void {
  const { spec, report } = check;
  const follows = new Map<string, string>();
  for (const [index, { between }] of (spec.correlations ?? []).entries()) {
    const at: Path = ['correlations', index, 'between'];
    const known = between.map((id, place) => {
      if (!exists(check, attributeIds(check), id, [...at, place])) return false;
      const attribute = spec.attributes[id];
      if (attribute !== undefined && observedBy(attribute) === undefined) return true;
      report([...at, place], `'${id}' is een waarneming; geef de samenhang op van het kenmerk waar zij naar kijkt`);
      return false;
    });
    if (known.includes(false)) continue;
    const [first, second] = between;
    const other = follows.get(second);
    if (other !== undefined) report([...at, 1], `'${second}' volgt al '${other}'; een kenmerk kan er één volgen`);
    else if (first === second || chainFrom(first, follows).includes(second)) {
      report(at, `'${second}' volgt zo zichzelf`);
    } else follows.set(second, first);
  }
  if (spec.spells?.stock !== undefined) checkStockOrder(check, follows);
}

/** `id` and all that it follows, near to far. */
function chainFrom(id: string, follows: ReadonlyMap<string, string>): string[] {
  const chain = [id];
  for (let next = follows.get(id); next !== undefined; next = follows.get(next)) chain.push(next);
  return chain;
}

/** The stock draws the loaded attribute and the age before all others, so these follow nothing but each other. */
function checkStockOrder({ spec, report }: Check, follows: ReadonlyMap<string, string>): void {
  const risks = Object.values(spec.spells?.risks ?? {});
  const settled = risks.flatMap((risk) => (risk.kind === 'age' ? [risk.attribute] : Object.keys(risk.load ?? {})));
  for (const [index, { between }] of (spec.correlations ?? []).entries()) {
    const [first, second] = between;
    if (follows.get(second) !== first || !settled.includes(second) || settled.includes(first)) continue;
    report(
      ['correlations', index, 'between'],
      `de voorraad trekt '${second}' eerst; zet het voorop: [${second}, ${first}]`,
    );
  }
}
