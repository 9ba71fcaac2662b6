// A million observations kept in IndexedDB, on a disk: from the bytes of exports to durable, and from a new browser to
// the first page and to a dashboard. A missed bar shows as `NO`. `ORIEL_DAYS=2` makes it small, to see that it runs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { chromiumLaunchOptions } from '../../../scripts/find-chromium.mjs';
import { otlpJson } from '../ingest/traffic.ts';
import { servePages } from '../serve-page/serve-pages.ts';

/** At 500 traces of about 20 observations a day. */
const DAYS = Number(process.env['ORIEL_DAYS'] ?? 100);
const INGESTED = Math.min(200_000, DAYS * 10_000);
const SAVED_MS = 120_000;

interface Row {
  readonly case: string;
  readonly ours: string;
  readonly bar: string;
  readonly ok: boolean | null;
}

const served = await servePages({
  folder: new URL('.', import.meta.url),
  scripts: ['page.ts'],
  files: { 'bodies.bin': withLengths(otlpJson(INGESTED).bodies) },
});
// A profile of its own: without one, a browser keeps its databases in memory.
const profile = mkdtempSync(join(tmpdir(), 'oriel-profile-'));
const rows: Row[] = [];
try {
  const { observationsPerSecond, limitPerSecond, longestTaskMs } = await inBrowser((page) =>
    page.evaluate(([name, url]) => window.ingest(name, url), [
      'ingested',
      `${served.url}/bodies.bin`,
    ] as const),
  );
  atLeast('OTLP JSON bytes to durable, observations', observationsPerSecond, 50_000);
  add('JSON.parse alone of the same bytes, observations', `${round(limitPerSecond)} /s`);
  atMost('longest task of the page meanwhile', longestTaskMs, 50);

  const filled = await inBrowser(async (page) => {
    const opened = await page.evaluate(([name, days]) => window.fill(name, days), ['filled', DAYS] as const);
    await waitForSnapshot(page);
    return opened;
  });
  add(
    `patches to durable (${filled.observations} observations)`,
    `${round((filled.patches / filled.writingMs) * 1000)} /s`,
  );
  add('structure, bytes an observation', `${round(filled.structureBytes / filled.observations)} B`);

  const saved = await inBrowser((page) => page.evaluate((name) => window.reopen(name), 'filled'));
  atMost('reopen: newest page', saved.firstPageMs, 1500);
  atMost('reopen: dashboard over everything', saved.queryableMs, 5000);

  const unsaved = await inBrowser(async (page) => {
    await page.evaluate((name) => window.forgetSnapshot(name), 'filled');
    return page.evaluate((name) => window.reopen(name), 'filled');
  });
  add('reopen without saved columns: newest page', `${round(unsaved.firstPageMs)} ms`);
  add('reopen without saved columns: dashboard', `${round(unsaved.queryableMs)} ms`);
  if (saved.observations !== filled.observations || unsaved.observations !== filled.observations) {
    throw new Error(`Reopened ${saved.observations} and ${unsaved.observations} of ${filled.observations}.`);
  }
} finally {
  await served.close();
  rmSync(profile, { recursive: true, force: true });
}
console.table(rows.map(({ ok, ...row }) => ({ ...row, ok: ok === null ? '' : ok ? 'yes' : 'NO' })));
console.log(JSON.stringify({ name: 'indexeddb', rows }));

/** Each step in a browser that was started anew, on the same disk. */
async function inBrowser<Answer>(work: (page: Page) => Promise<Answer>): Promise<Answer> {
  const options = chromiumLaunchOptions();
  const browser = await chromium.launchPersistentContext(profile, {
    ...options,
    args: [...options.args, '--js-flags=--max-old-space-size=4096'],
  });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error));
    page.on('console', (message) => console.error(message.text()));
    await page.goto(`${served.url}/page.html`);
    await page.waitForFunction(() => 'reopen' in window);
    return await work(page);
  } finally {
    await browser.close();
  }
}

async function waitForSnapshot(page: Page): Promise<void> {
  const deadline = performance.now() + SAVED_MS;
  while ((await page.evaluate((name) => window.snapshotShare(name), 'filled')) < 0.9) {
    if (performance.now() > deadline) throw new Error('The columns were not saved in time.');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function atLeast(name: string, perSecond: number, bar: number): void {
  rows.push({ case: name, ours: `${round(perSecond)} /s`, bar: `≥ ${bar} /s`, ok: perSecond >= bar });
}

function atMost(name: string, ms: number, bar: number): void {
  rows.push({ case: name, ours: `${round(ms)} ms`, bar: `≤ ${bar} ms`, ok: ms <= bar });
}

function add(name: string, ours: string): void {
  rows.push({ case: name, ours, bar: '', ok: null });
}

function round(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
}

function withLengths(bodies: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(
    bodies.flatMap((body) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(body.length);
      return [length, body];
    }),
  );
}
