import type { CDPSession, Page } from 'playwright';
import { readCpuMs } from '../open-page/read-usage.ts';
import { quantile, summarizeFrames } from '../open-page/summarize-frames.ts';
import type { WaitFor } from './page-probes.ts';
import type { Row } from './row.ts';

const FILTER_MS = 200;
const FRAME_MS = 17;
const LONG_TASK_MS = 50;

const LISTS = { traces: 'listTraces', observations: 'listObservations' } as const;
export type Table = keyof typeof LISTS;

/** What somebody does at one of the tables. */
export async function measureTable(page: Page, devtools: CDPSession, table: Table): Promise<Row[]> {
  const panel = `.oriel-${table.slice(0, -1)}-table`;
  const ready: WaitFor = {
    address: `/${table}`,
    selector: `${panel}[data-state=ready] [data-row-id]`,
    without: `${panel}[data-stale]`,
  };
  await page.evaluate(show, ready);
  const shown = await page.evaluate(show, ready);
  return [
    { case: `${table}: rows`, value: shown.shownMs, unit: 'ms', note: `until rest ${ms(shown.restMs)}` },
    ...(await measureFilters(page, table, panel)),
    ...(await measureScroll(page, devtools, table)),
    ...(await measureTyping(page, table)),
  ];
}

async function measureFilters(page: Page, table: Table, panel: string): Promise<Row[]> {
  const wanted: WaitFor = { after: 'click', otherRows: true, without: `${panel}[data-stale]` };
  const change = async (name: string, act: () => Promise<void>, after: 'click' | 'keydown' = 'click') => {
    await page.evaluate(() => window.dashboardBench.takeCalls());
    // It listens before anything is done, or it would wait for ever for what was done already.
    const watching = await page.evaluateHandle(
      (wait) => ({ times: window.dashboardBench.untilShown(wait) }),
      {
        ...wanted,
        after,
      },
    );
    await act();
    const times = await watching.evaluate(({ times: shown }) => shown);
    const calls = await page.evaluate(() => window.dashboardBench.takeCalls());
    const alone = await page.evaluate((list) => window.dashboardBench.askAgain([list]), LISTS[table]);
    const row: Row = {
      case: `${table}: ${name}, until new rows`,
      value: times.shownMs,
      unit: 'ms',
      // What was looked at a moment ago is not asked for again.
      against: calls.text.includes(LISTS[table]) ? alone : undefined,
      bar: FILTER_MS,
      note: `until rest ${ms(times.restMs)}, longest task ${ms(times.longestMs)}; ${calls.text}`,
    };
    return row;
  };

  const rows: Row[] = [];
  await page.locator('.oriel-environment-switch button').click();
  const choices = page.locator('.oriel-choices .oriel-choice');
  await choices.nth(1).waitFor();
  rows.push(await change('one environment', () => choices.filter({ hasText: 'staging' }).click()));
  rows.push(await change('all environments', () => choices.first().click()));
  await page.keyboard.press('Escape');

  const errors = page
    .locator('.oriel-facet[data-field=level] .oriel-facet-value')
    .filter({ hasText: 'ERROR' });
  rows.push(await change('a facet', () => errors.first().click()));
  rows.push(await change('the facet taken back', () => errors.first().click()));

  const input = page.locator('.oriel-filter-text-input');
  await input.fill('latency:>8s');
  rows.push(await change('a text and Enter', () => page.keyboard.press('Enter'), 'keydown'));
  await input.fill('');
  await page.evaluate(() => window.dashboardBench.takeCalls());
  rows.push(await change('no text and Enter', () => page.keyboard.press('Enter'), 'keydown'));
  await page.keyboard.press('Escape');
  return rows;
}

async function measureScroll(page: Page, devtools: CDPSession, table: Table): Promise<Row[]> {
  const before = await readCpuMs(devtools);
  const { wheel, fling, rows } = await page.evaluate(() => window.dashboardBench.scrollTable());
  // On a busy machine frames are late, and what the page computes stays the same.
  const cpuMs = ((await readCpuMs(devtools)) - before) / (wheel.length + fling.length);
  return (['wheel', 'fling'] as const).map((kind) => {
    const { p50Ms, p95Ms, maxMs } = summarizeFrames(kind === 'wheel' ? wheel : fling);
    return {
      case: `${table}: frames by ${kind}, p95`,
      value: p95Ms,
      unit: 'ms',
      bar: FRAME_MS,
      note: `median ${ms(p50Ms)}, longest ${ms(maxMs)}, of ${rows ?? 'no'} rows; the page computed ${ms(cpuMs)} a frame of both`,
    };
  });
}

async function measureTyping(page: Page, table: Table): Promise<Row[]> {
  await page.evaluate(() => window.dashboardBench.watchKeys());
  await page.locator('.oriel-filter-text-input').click();
  const text =
    table === 'traces'
      ? 'name:shop latency:>2s metadata.tenant:ac (tags:vip or user'
      : 'model:gpt latency:>2s type:gen (name:plan or traceName:sh';
  await page.keyboard.type(text, { delay: 60 });
  await page.waitForTimeout(500);
  const { keys, tasks } = await page.evaluate(() => window.dashboardBench.seenKeys());
  return [
    {
      case: `${table}: longest task while typing`,
      value: Math.max(0, ...tasks),
      unit: 'ms',
      bar: LONG_TASK_MS,
      note: 'tasks up to 50 ms are not told: 0',
    },
    {
      case: `${table}: from a key to its frame, p95`,
      value: quantile(keys, 0.95),
      unit: 'ms',
      note: `median ${ms(quantile(keys, 0.5))}, longest ${ms(Math.max(...keys))}, of ${keys.length}`,
    },
  ];
}

const show = (wait: WaitFor) => window.dashboardBench.untilShown(wait);

function ms(value: number): string {
  return `${Math.round(value)} ms`;
}
