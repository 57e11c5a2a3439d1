// The browser helper itself: what it must see, and what it must not invent.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium, launchChromium, openOffline } from './chromium.js';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'doorstroom-browser-'));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

async function complaintsOf(body: string): Promise<readonly string[]> {
  const file = join(folder, 'page.html');
  writeFileSync(
    file,
    `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Proef</title><body>${body}</body></html>`,
  );
  const { page, complaints, close } = await openOffline(browser, file);
  await page.waitForLoadState('load');
  await close();
  return complaints;
}

test('a page that keeps to itself gives no complaints', async () => {
  expect(await complaintsOf('<p>Goed<script>document.body.append("!")</script>')).toEqual([]);
});

test('a console message, an uncaught error and a picture from elsewhere are each noted', async () => {
  const complaints = await complaintsOf(
    '<script>console.warn("let op")</script><script>throw new Error("stuk")</script><img src="https://example.org/x.png" alt="">',
  );
  expect(complaints).toContain('console warning: let op');
  expect(complaints).toContain('uncaught: stuk');
  expect(complaints).toContain('request: https://example.org/x.png');
});

test('without any Chromium the helper says what to install', () => {
  expect(() => findChromium({ CHROMIUM_PATH: join(folder, 'absent') })).toThrow('no program stands there');
});
