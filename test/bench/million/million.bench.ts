// A million observations in a browser alone: what a dashboard, a table and a trace cost, beside DuckDB compiled to
// WebAssembly on the same rows. A missed bar shows as `NO`. `ORIEL_DAYS=2` makes it small, to see that it runs.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright';
import { chromiumLaunchOptions } from '../../../scripts/find-chromium.mjs';
import { servePages } from '../serve-page/serve-pages.ts';

/** At 500 traces of about 20 observations a day. */
const DAYS = Number(process.env['ORIEL_DAYS'] ?? 100);

const served = await servePages({
  folder: new URL('.', import.meta.url),
  scripts: ['page.ts'],
  files: duckdbFiles(),
});
const options = chromiumLaunchOptions();
const browser = await chromium.launch({
  ...options,
  args: [...options.args, '--js-flags=--max-old-space-size=4096'],
});
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  page.on('console', (message) => console.error(message.text()));
  await page.goto(`${served.url}/page.html`);
  await page.waitForFunction(() => 'million' in window);
  const rows = await page.evaluate((days) => window.million(days), DAYS);
  console.table(
    rows.map(({ case: name, value, unit, against, note = '', bar = '', ok }) => ({
      case: name,
      ours: print(value, unit),
      beside: against === undefined ? '' : print(against, unit),
      ratio: against === undefined ? '' : (value / against).toFixed(2),
      bar,
      ok: ok === undefined ? '' : ok ? 'yes' : 'NO',
      note,
    })),
  );
  console.log(JSON.stringify({ name: 'million', rows }));
} finally {
  await browser.close();
  await served.close();
}

function print(value: number, unit: string): string {
  const rounded = value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2);
  return `${rounded} ${unit}`.trim();
}

/** What DuckDB loads at run time: its worker and its code. */
function duckdbFiles(): Record<string, Uint8Array> {
  const { resolve } = createRequire(import.meta.url);
  const names = ['duckdb-browser-eh.worker.js', 'duckdb-eh.wasm'];
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(resolve(`@duckdb/duckdb-wasm/dist/${name}`))]),
  );
}
