import { chromium } from 'playwright';
import type { CDPSession, Page } from 'playwright';
import { chromiumLaunchOptions } from '../../scripts/find-chromium.mjs';
import { hearComplaints } from './hear-complaints.ts';

/** What a browser saw of a host. */
export interface Visit {
  /** What was written to the console, thrown, or did not arrive. */
  readonly complaints: readonly string[];
  /** Origins that anything was asked of. */
  readonly origins: readonly string[];
  /** Scripts that workers were started from. */
  readonly workers: readonly string[];
  /** Workers that still run when the app has gone. */
  readonly workersLeft: number;
  /** What the panels say at last. */
  readonly text: string;
  /** Listeners of the window and the document that each further time on the page leaves behind. */
  readonly listenersLeft: number;
}

/** Opens a host until its graphs are drawn, takes its app from the page, and puts it there and takes it off again. */
export async function visitHost(url: string): Promise<Visit> {
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
    const complaints = hearComplaints(page);
    const origins = new Set<string>();
    const workers: string[] = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) origins.add(new URL(request.url()).origin);
    });

    await page.goto(url);
    await untilDrawn(page);
    const text = await page.locator('body').innerText();
    const devtools = await page.context().newCDPSession(page);
    await page.evaluate(() => dispatchEvent(new Event('app-unmount')));
    const before = await countListeners(devtools);
    await page.evaluate(() => dispatchEvent(new Event('app-mount')));
    await untilDrawn(page);
    await page.evaluate(() => dispatchEvent(new Event('app-unmount')));
    const listenersLeft = (await countListeners(devtools)) - before;
    return {
      complaints,
      origins: [...origins],
      workers: [...new Set(workers)],
      workersLeft: page.workers().length,
      text,
      listenersLeft,
    };
  } finally {
    await browser.close();
  }
}

/** The graph of the trace view, and the one that stands alone. */
async function untilDrawn(page: Page): Promise<void> {
  for (const part of ['#view', '#graph']) {
    await page.locator(`${part} .oriel-agent-graph-node[data-kind="card"]`).first().waitFor();
  }
}

/** Of what lasts as long as the page: listeners of elements go with them. */
async function countListeners(devtools: CDPSession): Promise<number> {
  let count = 0;
  for (const expression of ['window', 'document', 'document.documentElement', 'document.body']) {
    const { result } = await devtools.send('Runtime.evaluate', { expression });
    const objectId = result.objectId ?? '';
    count += (await devtools.send('DOMDebugger.getEventListeners', { objectId })).listeners.length;
  }
  return count;
}
