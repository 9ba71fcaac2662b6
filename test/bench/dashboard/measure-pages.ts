import type { Page } from 'playwright';
import { quantile } from '../open-page/summarize-frames.ts';
import type { WaitFor } from './page-probes.ts';
import type { Row } from './row.ts';

const HOME_MS = 1000;
const RUNS = 3;

/** Every card has its drawing and its numbers: nothing of them is being loaded or of another time. */
const HOME: WaitFor = {
  address: '/',
  selector: '.oriel-tile .oriel-metric-chart:is([data-state=ready], [data-state=empty])',
  count: 12,
  without: '.oriel-tile :is([data-stale], [data-state=loading], .oriel-metric-chart-skeleton-line)',
};

/** Pages whose time is told, without a bar. */
const OTHERS = {
  sessions: '.oriel-session-table[data-state=ready] [data-row-id]',
  users: '.oriel-user-table[data-state=ready] [data-row-id]',
  costs: '.oriel-cost-panel[data-state=ready]',
  quality: '.oriel-score-table[data-state=ready] [data-row-id]',
};

/** The home page, drawn afresh: for the first time with its code, and again. */
export async function measureHome(page: Page): Promise<Row[]> {
  const first = await open(page, HOME);
  const again: Opened[] = [];
  for (let run = 0; run < RUNS; run++) again.push(await open(page, HOME));
  const median = (read: (run: Opened) => number) => quantile(again.map(read), 0.5);
  return [
    {
      case: 'home, twelve cards complete, with their code',
      value: first.shownMs,
      unit: 'ms',
      against: first.storeMs,
      bar: HOME_MS,
      note: first.calls,
    },
    {
      case: 'home, twelve cards complete, again',
      value: median(({ shownMs }) => shownMs),
      unit: 'ms',
      against: median(({ storeMs }) => storeMs),
      bar: HOME_MS,
      note: `until rest ${Math.round(median(({ restMs }) => restMs))} ms`,
    },
    {
      case: 'home, longest task of the page',
      value: Math.max(...again.map(({ longestMs }) => longestMs)),
      unit: 'ms',
      note: `${Math.round(first.longestMs)} ms the first time`,
    },
  ];
}

/** The pages beside: until their rows, and until everything on them. */
export async function measureOtherPages(page: Page): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, selector] of Object.entries(OTHERS)) {
    await open(page, { address: `/${name}`, selector });
    const { shownMs, restMs, storeMs, calls } = await open(page, { address: `/${name}`, selector });
    rows.push({
      case: `${name}, until its rows`,
      value: shownMs,
      unit: 'ms',
      note: `until rest ${Math.round(restMs)} ms, the store alone ${Math.round(storeMs)} ms: ${calls}`,
    });
  }
  return rows;
}

type Opened = Awaited<ReturnType<typeof open>>;

async function open(page: Page, wanted: WaitFor) {
  await page.evaluate(() => window.dashboardBench.takeCalls());
  const times = await page.evaluate((wait) => window.dashboardBench.untilShown(wait), wanted);
  const calls = await page.evaluate(() => window.dashboardBench.takeCalls());
  const storeMs = await page.evaluate(() => window.dashboardBench.askAgain());
  return { ...times, storeMs, calls: calls.text };
}
