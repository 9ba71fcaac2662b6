import { chromium } from 'playwright';
import type { CDPSession, Page } from 'playwright';
import { chromiumLaunchOptions } from '../../../scripts/find-chromium.mjs';
import type { BenchName } from './time-mount.ts';

export interface OpenPageOptions {
  /** Where the browser keeps what pages store, for another run. Default: it forgets everything. */
  readonly profile?: string | undefined;
}

/**
 * Opens a page in a browser of its own, so that no run inherits the heap of another, waits until it offers its bench
 * as `window[name]`, and hands it over. An error of the page fails the run.
 */
export async function openPage<Result>(
  url: string,
  name: BenchName,
  measure: (page: Page, devtools: CDPSession) => Promise<Result>,
  { profile = '' }: OpenPageOptions = {},
): Promise<Result> {
  const options = chromiumLaunchOptions();
  const context = await chromium.launchPersistentContext(profile, {
    ...options,
    args: [...options.args, '--js-flags=--max-old-space-size=4096', '--enable-precise-memory-info'],
    viewport: { width: 1280, height: 800 },
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    const failures: Error[] = [];
    page.on('pageerror', (error) => failures.push(error));
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable');
    await page.goto(url);
    await page.waitForFunction((offered) => offered in window, name, { timeout: 120_000 });
    const result = await measure(page, devtools);
    if (failures[0]) throw failures[0];
    return result;
  } finally {
    await context.close();
  }
}
