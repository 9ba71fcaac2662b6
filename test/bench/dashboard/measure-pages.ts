import type { Page } from 'playwright';
import { quantile } from '../open-page/summarize-frames.ts';
import { HOME } from './home-ready.ts';
import type { WaitFor } from './page-probes.ts';
import type { Row } from './row.ts';

const HOME_MS = 1000;
const RUNS = 3;

/** Pages whose time is told, without a bar. */
const OTHERS = {
  sessions: '.oriel-session-table[data-state=ready] [data-row-id]',
  users: '.oriel-user-table[data-state=ready] [data-row-id]',
  costs: '.oriel-cost-panel[data-state=ready]',
  quality: '.oriel-score-table[data-state=ready] [data-row-id]',
};

/** A host that has just been opened: the store is read from the disk and the home page waits for it. */
export async function measureOpening(page: Page): Promise<Row[]> {
  const { shownMs, wholeMs } = await page.evaluate(() => window.dashboardBench.openAtHome());
  return [
    {
      case: 'home, twelve cards complete, from the navigation on',
      value: shownMs,
      unit: 'ms',
      note: `the store had read everything after ${Math.round(wholeMs)} ms`,
    },
  ];
}

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
