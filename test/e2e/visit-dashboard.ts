import { chromium } from 'playwright';
import type { Browser, BrowserContext, Page } from 'playwright';
import { inject, test } from 'vitest';
import { NOW } from './host/moment.ts';

interface Visit {
  readonly browser: Browser;
  /** Makes a visitor's profile: what one page of it stores is there for the next, and for no other profile. */
  readonly profile: () => Promise<BrowserContext>;
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
  profile: async ({ browser }, provide) => {
    const complaints: string[] = [];
    const contexts: BrowserContext[] = [];
    await provide(async () => {
      const context = await openProfile(browser);
      context.on('weberror', (error) => complaints.push(String(error.error())));
      context.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
      contexts.push(context);
      return context;
    });
    await Promise.all(contexts.map((context) => context.close()));
    if (complaints.length > 0) {
      throw new Error(`A page threw, or wrote to its console:\n${complaints.join('\n')}`);
    }
  },
  context: async ({ profile }, provide) => provide(await profile()),
  page: async ({ context }, provide) => provide(await context.newPage()),
});

async function openProfile(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: inject('dashboardUrl'),
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  await context.clock.setFixedTime(NOW);
  // Listened to from the start: a key is faster than the browser learns that its dialog is answered here.
  context.on('page', (page) => page.on('filechooser', () => {}));
  // Files are saved as downloads: nobody could answer the system's own dialog.
  await context.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  return context;
}
