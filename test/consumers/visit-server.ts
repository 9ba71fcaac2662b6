import { chromium } from 'playwright';
import { chromiumLaunchOptions } from '../../scripts/find-chromium.mjs';
import { hearComplaints } from './hear-complaints.ts';

/** What a browser saw of a collector's page. */
export interface ServerVisit {
  /** What was written to the console, thrown, did not arrive, or was forbidden by the page's policy. */
  readonly complaints: readonly string[];
  /** Origins that anything was asked of. */
  readonly origins: readonly string[];
  /** What the sign-in said to a wrong code. */
  readonly refusal: string;
  /** What the trace page says. */
  readonly text: string;
  /** Every address the page asked for. */
  readonly addresses: readonly string[];
  /** Whether the sign-in stands there again after signing out. */
  readonly isSignedOut: boolean;
}

/** Signs in on a collector's page by keyboard, first with a wrong code, looks at a trace, reloads and signs out. */
export async function visitServer(url: string, code: string, traceId: string): Promise<ServerVisit> {
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
    page.setDefaultTimeout(20_000);
    const complaints = hearComplaints(page);
    const addresses: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) addresses.push(request.url());
    });
    const field = page.getByLabel('Code or secret key');

    await page.goto(`${url}/#/traces/${encodeURIComponent(traceId)}`);
    await field.waitFor();
    await page.keyboard.type('not the code');
    // The browser itself complains of an answer that says 401, some time after it; what comes from there on is ours.
    const complained = page.waitForEvent('console', (message) => message.type() === 'error');
    await page.keyboard.press('Enter');
    const refusal = await page.getByRole('alert').innerText();
    await complained;
    const heard = complaints.length;
    await field.fill(code);
    await page.keyboard.press('Enter');
    await page.getByRole('tree').waitFor();
    await page.reload();
    const tree = page.getByRole('tree');
    await tree.waitFor();
    const text = await tree.innerText();
    for (const view of ['timeline', 'graph', 'log']) {
      await page.goto(`${url}/#/traces/${encodeURIComponent(traceId)}?view=${view}`);
      await page.getByRole('main').waitFor();
    }
    await page.getByRole('button', { name: 'Sign out' }).click();
    await field.waitFor();
    const isSignedOut = (await page.context().cookies()).length === 0;
    const origins = [...new Set(addresses.map((address) => new URL(address).origin))];
    return {
      complaints: complaints.slice(heard).filter((complaint) => !isAbandoned(complaint)),
      origins,
      refusal,
      text,
      addresses,
      isSignedOut,
    };
  } finally {
    await browser.close();
  }
}

/** A live connection ends with its page, and what is asked for a view ends with that view. */
function isAbandoned(complaint: string): boolean {
  return complaint.includes('/api/oriel/') && complaint.endsWith(' did not arrive');
}
