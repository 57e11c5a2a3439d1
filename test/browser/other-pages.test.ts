// The report on ways of working and the page of Jan in a browser, as the program writes them: silent, accessible, and no wider than a phone.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doorstroom, root } from '../cli/doorstroom.js';
import { launchChromium, openOffline } from './chromium.js';
import { violations, widestOf } from './page-checks.js';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'doorstroom-pages-'));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const few = ['--doorrekeningen', '2', '--map', '.'];
const pages = {
  'ways of working': {
    args: ['vergelijk', '--organisaties', 'noord,zuid', '--bevolking', 'oost', ...few],
    cwd: join(root, 'test', 'fixtures', 'werkwijzen'),
    title: /^Werkwijzen met de cliënten van/,
  },
  'the way of Jan': { args: ['clientreis', 'jan', ...few], cwd: root, title: /Jan/ },
} as const;

describe.each(Object.keys(pages) as (keyof typeof pages)[])('%s', (name) => {
  let file = '';
  beforeAll(async () => {
    const { args, cwd } = pages[name];
    const map = join(folder, name.replaceAll(' ', '-'));
    const { code, err } = await doorstroom([...args.slice(0, -1), map], { cwd });
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
    const written = readdirSync(map, { recursive: true }).map(String);
    file = join(map, written.find((path) => path.endsWith('.html')) ?? '');
  });

  test('opened from disk without a network it says nothing and asks for nothing', async () => {
    const { page, complaints, close } = await openOffline(browser, file);
    expect(await page.title()).toMatch(pages[name].title);
    await close();
    expect(complaints).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('axe-core finds nothing to improve in %s', async (colorScheme) => {
    const { page, close } = await openOffline(browser, file, { colorScheme });
    expect(await violations(page)).toEqual([]);
    await close();
  });

  test.each([390, 1280])('at %i pixels the page does not scroll sideways', async (width) => {
    const { page, close } = await openOffline(browser, file, { viewport: { width, height: 800 } });
    expect(await widestOf(page)).toBe(width);
    await close();
  });
});
