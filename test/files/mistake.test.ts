// Mistakes: how they read, and in which order.
import { describe, expect, it } from 'vitest';
import { mistakeAt, mistakeInFile, renderMistake, sortMistakes } from '../../src/files/mistake.js';

describe('a mistake', () => {
  it('reads as file:line:column: message, relative to the working directory', () => {
    const mistake = mistakeAt(
      { file: '/thuis/werk/scenarios/x.yaml', line: 8, column: 5 },
      "parameter 'a' bestaat niet.",
    );
    expect(renderMistake(mistake, '/thuis/werk')).toBe("scenarios/x.yaml:8:5: parameter 'a' bestaat niet.");
  });

  it('has no line when it is about the whole file', () => {
    expect(renderMistake(mistakeInFile('/thuis/werk/x.csv', 'het bestand is leeg.'), '/thuis/werk')).toBe(
      'x.csv: het bestand is leeg.',
    );
  });

  it('keeps the full path outside the working directory', () => {
    expect(renderMistake(mistakeInFile('/elders/x.csv', 'm.'), '/thuis/werk')).toBe('/elders/x.csv: m.');
    expect(renderMistake(mistakeInFile('/thuis/werk2/x.csv', 'm.'), '/thuis/werk')).toBe('/thuis/werk2/x.csv: m.');
  });

  it('comes in order of file, line and column, numbers as numbers, each only once', () => {
    const at = (file: string, line: number, column: number) => mistakeAt({ file, line, column }, 'm.');
    const sorted = sortMistakes([
      at('b', 1, 1),
      at('a', 10, 1),
      at('a', 9, 12),
      at('a', 9, 2),
      at('a', 9, 2),
      mistakeInFile('a', 'm.'),
    ]);
    expect(sorted.map((mistake) => renderMistake(mistake, '/'))).toEqual([
      'a: m.',
      'a:9:2: m.',
      'a:9:12: m.',
      'a:10:1: m.',
      'b:1:1: m.',
    ]);
  });
});
