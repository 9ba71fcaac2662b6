import { chromium } from 'playwright';
import type { Browser, BrowserContext, Page } from 'playwright';
import { inject, test } from 'vitest';
import { NOW } from './host/moment.ts';

interface Visit {
  readonly browser: Browser;
  /** A visitor's profile: what one page of it stores is there for the next. */
  readonly context: BrowserContext;
  /** Fails the test when it throws or writes to its console. */
  readonly page: Page;
}

/** A test with a fresh visitor of the dashboard, whose clock stands at the end of the traffic. */
export const it = test.extend<Visit>({
  browser: [
    // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from its pattern.
    async ({}, provide) => {
      const browser = await chromium.connect(inject('browserEndpoint'));
      await provide(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  context: async ({ browser }, provide) => {
    const context = await browser.newContext({
      baseURL: inject('dashboardUrl'),
      viewport: { width: 1440, height: 900 },
      locale: 'en-US',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(20_000);
    await context.clock.setFixedTime(NOW);
    const complaints: string[] = [];
    context.on('weberror', (error) => complaints.push(String(error.error())));
    context.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    await provide(context);
    await context.close();
    if (complaints.length > 0) {
      throw new Error(`The page threw, or wrote to its console:\n${complaints.join('\n')}`);
    }
  },
  page: async ({ context }, provide) => provide(await context.newPage()),
});
