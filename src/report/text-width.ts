// How wide a text is in a sans-serif letter, near enough to place it.

/** Widths in thousandths of the font size (Helvetica and its look-alikes), by the characters that have them. */
const table: readonly (readonly [number, string])[] = [
  [222, "ijl'|"],
  [278, ' .,:;!/tfI-−[]\\'],
  [333, 'r()"*'],
  [500, 'ckszvxyJ'],
  [556, '0123456789abdeghnopquL?_€$'],
  [611, 'FTZ'],
  [667, 'ABEKPSVXY&'],
  [722, 'CDHNRUw'],
  [778, 'GOQ'],
  [833, 'mM'],
  [944, 'W'],
];

const widths = new Map(table.flatMap(([width, characters]) => Array.from(characters, (c) => [c, width] as const)));

/** Width in the unit of `fontSize`. Letters with an accent count as the letter, unknown ones as a wide digit. */
export function textWidth(text: string, fontSize: number): number {
  const plain = text.normalize('NFD').replaceAll(/\p{Mark}/gu, '');
  return (Array.from(plain).reduce((sum, character) => sum + (widths.get(character) ?? 600), 0) * fontSize) / 1000;
}

/** Breaks a text into lines of at most `width`; a single word may be wider. */
export function wrapText(text: string, fontSize: number, width: number): string[] {
  const lines: string[] = [];
  // A hyphen stays with the part before it and may end a line; a percent sign stays with its number.
  for (const word of text.split(/\s+(?!%)|(?<=\w-)(?=\w)/)) {
    const last = lines.at(-1) ?? '';
    const longer = last.endsWith('-') ? `${last}${word}` : `${last} ${word}`;
    if (lines.length > 0 && textWidth(longer, fontSize) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
