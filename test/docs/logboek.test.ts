// docs/logboek.md against the log: every column is explained, and nothing else.
import { expect, test } from 'vitest';
import { logColumns } from '../../src/files/log-csv.js';
import { milestones } from '../../src/measure/log/activities.js';
import { transitions } from '../../src/measure/log/store.js';
import { firstColumn, marked, page, section } from './page.js';

const text = page('docs/logboek.md');

test('the columns of the table are those that are written', () => {
  expect([...firstColumn(section(text, '## De kolommen'))]).toEqual(logColumns.map(({ name }) => name));
});

test('every event and every step of the life cycle is explained', () => {
  const known = marked(section(text, '## Wat er komt'));
  expect([...milestones, ...transitions].filter((name) => !known.has(name))).toEqual([]);
});
