// docs/wachtrijen.md: every picture is what the engine does with the chain above it.
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { chain } from '../chain/helpers.js';
import { page } from './page.js';
import { drawn } from './timeline.js';

const examples = [
  ...page('docs/wachtrijen.md').matchAll(/^### (.*)$[\s\S]*?^```yaml\n([\s\S]*?)^```\n\n```text\n([\s\S]*?)^```$/gm),
];

test('there is a picture for every mechanism', () => {
  expect(examples.length).toBeGreaterThan(5);
});

test.each(examples.map(([, title = '', yaml = '', picture = '']) => [title, yaml, picture]))(
  '%s',
  (_title, yaml, picture) => {
    const length = Number(/^# tot (\d+)/.exec(yaml)?.[1] ?? 30);
    expect(`${drawn(parse(yaml) as Parameters<typeof chain>[0], length)}\n`).toBe(picture);
  },
);
