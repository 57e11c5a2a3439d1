// The report in a browser, offline: silent, accessible in light and dark, and no wider than a phone.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderReport } from '../../src/report/report.js';
import { fixtureInput } from '../report/fixture.js';
import { launchChromium, openOffline } from './chromium.js';
import { violations, widestOf } from './page-checks.js';

let browser: Browser;
let folder: string;
let file: string;

beforeAll(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'doorstroom-report-'));
  file = join(folder, 'rapport.html');
  writeFileSync(file, await renderReport(fixtureInput()));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

test('opened from disk without a network it says nothing and asks for nothing', async () => {
  const { page, complaints, close } = await openOffline(browser, file);
  expect(await page.title()).toBe('Bijstand in Voorbeeldstad – doorstroom');
  expect(await page.locator('svg[role=img]').count()).toBe(12);
  await close();
  expect(complaints).toEqual([]);
});

test.each(['light', 'dark'] as const)('axe-core finds nothing to improve in %s', async (colorScheme) => {
  const { page, close } = await openOffline(browser, file, { colorScheme });
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(background).toBe({ light: 'rgb(255, 255, 255)', dark: 'rgb(18, 23, 30)' }[colorScheme]);
  expect(await violations(page)).toEqual([]);
  await close();
});

test.each([390, 1280])('at %i pixels the page does not scroll sideways, also with every table open', async (width) => {
  const { page, close } = await openOffline(browser, file, { viewport: { width, height: 800 } });
  expect(await widestOf(page)).toBe(width);
  await close();
});

test('drawings take their colours from the scheme: the median line differs between light and dark', async () => {
  const colours: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, close } = await openOffline(browser, file, { colorScheme });
    colours.push(
      await page.evaluate(() => {
        const lines = [...document.querySelectorAll('.multiples figure:first-child svg [stroke="var(--median)"]')];
        return lines.map((line) => getComputedStyle(line).stroke).join();
      }),
    );
    await close();
  }
  expect(colours).toEqual(['rgb(0, 79, 125)', 'rgb(169, 217, 250)']);
});

test('on paper closed groups of numbers are open, tables under figures are left out and colours are light', async () => {
  const { page, close } = await openOffline(browser, file, { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const found = await page.evaluate(() => {
    const height = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().height ?? 0;
    const ink = getComputedStyle(document.body).color;
    return { numbers: height('.rest details table'), underFigure: height('figure details'), ink };
  });
  expect(found.numbers).toBeGreaterThan(20);
  expect(found.underFigure).toBe(0);
  expect(found.ink).toBe('rgb(23, 32, 43)');
  await close();
});
