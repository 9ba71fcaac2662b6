import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { chromiumLaunchOptions } from '../../scripts/find-chromium.mjs';
import { hearComplaints } from './hear-complaints.ts';

/** What became of a panel that was alone on a page. */
interface PanelVisit {
  readonly name: string;
  /** `ready`, or the state that it stayed in; `missing` where there is none. */
  readonly state: string;
  /** Whether it shows words or a picture. */
  readonly isSeen: boolean;
}

/** Longer than any panel loads; one that stays in another state is told by its name. */
const PATIENCE_MS = 15_000;

/** Puts every panel of a host on its page, one after the other, and takes it off again. */
export async function visitPanels(url: string) {
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
    const complaints = hearComplaints(page);
    await page.goto(url);
    await page.locator('html[data-panels]').waitFor({ state: 'attached' });
    const names = ((await page.locator('html').getAttribute('data-panels')) ?? '').split(' ');
    await page.evaluate(() => dispatchEvent(new Event('app-unmount')));
    const panels: PanelVisit[] = [];
    for (const name of names) panels.push({ name, ...(await visitPanel(page, name)) });
    return { panels, complaints };
  } finally {
    await browser.close();
  }
}

async function visitPanel(page: Page, name: string): Promise<Omit<PanelVisit, 'name'>> {
  await page.evaluate((detail) => dispatchEvent(new CustomEvent('panel-mount', { detail })), name);
  const ready = page.locator('.oriel-panel[data-state="ready"]').first();
  // What it stays in otherwise is told below.
  await ready.waitFor({ timeout: PATIENCE_MS }).catch(() => null);
  const seen = await page.evaluate(() => {
    const panel = document.querySelector<HTMLElement>('.oriel-panel');
    if (panel === null) return { state: 'missing', isSeen: false };
    const { width, height } = panel.getBoundingClientRect();
    const hasContent = panel.innerText !== '' || panel.querySelector('canvas, svg') !== null;
    return { state: panel.dataset['state'] ?? 'missing', isSeen: width > 0 && height > 0 && hasContent };
  });
  await page.evaluate(() => dispatchEvent(new Event('app-unmount')));
  return seen;
}
