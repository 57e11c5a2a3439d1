// Units as people write them: one plain form for each, which ones exist, and which may stand behind a number.

const plainForms: ReadonlyMap<string, string> = new Map([
  ['procent', '%'],
  ['procentpunt', '%'],
  ['procentpunten', '%'],
  ['%-punt', '%'],
  ['€', 'euro'],
  ['minuut', 'minuten'],
  ['uur', 'uren'],
  ['dag', 'dagen'],
  ['werkdag', 'werkdagen'],
  ['week', 'weken'],
  ['maand', 'maanden'],
  ['jaar', 'jaren'],
  ['persoon', 'personen'],
  ['uitkering', 'uitkeringen'],
  ['aanvraag', 'aanvragen'],
  ['cliënt', 'cliënten'],
  ['plaats', 'plaatsen'],
]);

/** Lower case, and the first word in the plural: `1 maand` and `8 Maanden` both have `maanden`. */
export function plainUnit(unit: string): string {
  const [first = '', ...rest] = unit.trim().toLowerCase().split(/\s+/);
  return [plainForms.get(first) ?? first, ...rest].join(' ');
}

export function isPercentage(unit: string): boolean {
  return firstWord(unit) === '%';
}

function firstWord(unit: string): string {
  return unit.split(' ')[0] ?? '';
}

/** The first word of a unit says what is measured: `aandeel van toekenningen` is an `aandeel`. After `per` comes what it is per. */
export const knownUnits: readonly string[] =
  'aandeel kans fte minuten uren dagen werkdagen weken maanden jaren per personen uitkeringen aanvragen cliënten plaatsen aantal factor correlatie index euro punten logit standaardafwijking'.split(
    ' ',
  );

/** Capitals count: the floors below look at the first word as it is written. */
export function isKnownUnit(unit: string): boolean {
  const [first = '', second] = unit.trim().split(/\s+/);
  return knownUnits.includes(plainForms.get(first) ?? first) && (first !== 'per' || second !== undefined);
}

/**
 * May `written`, which stood behind a number, stand with a value in `unit`? The whole unit or its first word will do; a percentage fits a
 * share, a factor and a rate (`per maand`). Nothing is converted: 8 weken for a parameter in maanden is a mistake.
 */
export function unitsAgree(written: string | null, unit: string): boolean {
  if (written === null) return true;
  const wanted = plainUnit(unit);
  const measured = firstWord(wanted);
  if (isPercentage(written)) {
    const rest = written.slice(1).trim();
    return ['aandeel', 'kans', 'factor', 'per'].includes(measured) && (rest === '' || rest === wanted);
  }
  return written === wanted || (written === measured && measured !== 'per');
}
