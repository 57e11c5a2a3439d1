// Finds a Chromium on this machine and opens pages in it without a network, noting everything the page says or asks for.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** Names under which distributions and Google install it, the ones that ship with Debian first. */
const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The Chromium to use: CHROMIUM_PATH when set, else the first found in PATH or where Chrome usually is; throws when there is none. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string {
  const asked = environment['CHROMIUM_PATH'];
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const inPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = (asked === undefined ? [...inPath, ...usualPlaces] : [asked]).find(isProgram);
  if (found !== undefined) return found;
  throw new Error(
    asked === undefined
      ? 'No Chromium found. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH; `npm test` does without.'
      : `CHROMIUM_PATH is ${asked}, and no program stands there.`,
  );
}

export function launchChromium(): Promise<Browser> {
  // Chromium refuses its sandbox to root, which is what a container usually runs as.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: findChromium(), args });
}

export interface OpenedPage {
  readonly page: Page;
  /** Console messages of any level, uncaught errors and refused requests, in order; empty is what a good page gives. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/**
 * Opens an HTML file offline: every request but that for the file itself (and `data:` or `blob:` parts of it) is refused and noted.
 * @param options such as `colorScheme`, `viewport`, `javaScriptEnabled` of Playwright
 */
export async function openOffline(
  browser: Browser,
  file: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ ...options, offline: true });
  const page = await context.newPage();
  const url = pathToFileURL(file).href;
  const complaints: string[] = [];

  page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  await page.route('**', (route, request) => {
    if (request.url().split('#')[0] === url || /^(data|blob):/.test(request.url())) return route.continue();
    complaints.push(`request: ${request.url()}`);
    return route.abort();
  });
  await page.goto(url);
  return { page, complaints, close: () => context.close() };
}
