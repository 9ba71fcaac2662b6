// What the page measures of itself: nothing of the way between runner and browser is in it.
import type { DashboardBench } from './bench-page.ts';

export interface ShownTimes {
  /** Until what was waited for is on its way to the screen. */
  readonly shownMs: number;
  /** Until no question to the store is open any more. */
  readonly restMs: number;
  /** Longest task of the page's thread meanwhile; tasks up to 50 ms are not told: 0. */
  readonly longestMs: number;
}

export interface WaitFor {
  /** What has to be there; by default nothing. */
  readonly selector?: string | undefined;
  /** How many of it. Default 1. */
  readonly count?: number | undefined;
  /** What must not be there any more. */
  readonly without?: string | undefined;
  /** Rows of the table have to be others than when the wait began. */
  readonly otherRows?: boolean | undefined;
  /** What the clock starts with; without it, it starts at once and the dashboard is drawn at `address`. */
  readonly after?: 'click' | 'keydown' | 'navigation' | undefined;
  readonly address?: string | undefined;
}

/** From an act to what it shows. */
export async function untilShown(
  bench: Pick<DashboardBench, 'mount' | 'openCount'>,
  wanted: WaitFor,
): Promise<ShownTimes> {
  let longestMs = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestMs = Math.max(longestMs, duration);
  });
  observer.observe({ type: 'longtask' });
  const rows = () => {
    const all = document.querySelectorAll<HTMLElement>('[data-row-id]');
    return [...all].map(({ dataset }) => dataset['rowId']).join();
  };
  const isShown = () =>
    (wanted.selector === undefined ||
      document.querySelectorAll(wanted.selector).length >= (wanted.count ?? 1)) &&
    (wanted.without === undefined || document.querySelector(wanted.without) === null) &&
    (wanted.otherRows !== true || (rows() !== before && rows() !== ''));

  const before = rows();
  let started = performance.now();
  if (wanted.after === undefined) {
    if (wanted.address !== undefined) bench.mount(wanted.address);
  } else if (wanted.after === 'navigation') {
    started = 0;
  } else {
    const type = wanted.after;
    started = await new Promise<number>((resolve) => {
      const onEvent = (event: Event) => {
        if (event instanceof KeyboardEvent && event.key !== 'Enter') return;
        removeEventListener(type, onEvent, true);
        resolve(event.timeStamp);
      };
      addEventListener(type, onEvent, true);
    });
  }
  // What is in the document when a frame begins is painted in that frame.
  do {
    await new Promise(requestAnimationFrame);
    if (performance.now() - started > 60_000)
      throw new Error(`It was not shown in a minute: ${JSON.stringify(wanted)}`);
  } while (!isShown());
  // A task after a frame runs when that frame is on its way.
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  const shownMs = performance.now() - started;
  let restMs = shownMs;
  for (let quiet = 0; quiet < 10; quiet = bench.openCount() === 0 ? quiet + 1 : 0) {
    if (quiet === 0) restMs = performance.now() - started;
    await new Promise(requestAnimationFrame);
  }
  observer.disconnect();
  return { shownMs, restMs, longestMs };
}

export interface ScrolledTable {
  /** Lengths of the frames. */
  readonly wheel: readonly number[];
  readonly fling: readonly number[];
  /** Rows there are, as far as the table knows. */
  readonly rows: string | null;
}

/** Scrolls the table by wheel and by fling, through pages that load meanwhile. */
export async function scrollTable(): Promise<ScrolledTable> {
  const scroller = document.querySelector<HTMLElement>('[role=grid]');
  if (!scroller) throw new Error('There is no table to scroll.');
  const lengths: { wheel: number[]; fling: number[] } = { wheel: [], fling: [] };
  for (const [kind, frames, step] of [
    ['wheel', 240, 120],
    ['fling', 90, 2400],
  ] as const) {
    scroller.scrollTop = 0;
    await new Promise((resolve) => {
      setTimeout(resolve, 1000);
    });
    let last = await new Promise<number>(requestAnimationFrame);
    for (let frame = 1; frame <= frames; frame++) {
      // Wraps around at the end of what is loaded, which grows meanwhile.
      const reach = Math.max(1, scroller.scrollHeight - scroller.clientHeight);
      scroller.scrollTop = kind === 'wheel' ? Math.min(reach, frame * step) : (frame * step) % reach;
      const now = await new Promise<number>(requestAnimationFrame);
      lengths[kind].push(now - last);
      last = now;
    }
  }
  return { ...lengths, rows: scroller.getAttribute('aria-rowcount') };
}

export interface SeenKeys {
  /** How long each key took until the frame after it was on its way. */
  readonly keys: number[];
  /** Tasks above 50 ms. */
  readonly tasks: number[];
}

/** Writes down what keys do from now on. */
export function watchKeys(): SeenKeys {
  const seen: SeenKeys = { keys: [], tasks: [] };
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => setTimeout(() => seen.keys.push(performance.now() - timeStamp)));
    },
    true,
  );
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.tasks.push(duration);
  }).observe({ type: 'longtask' });
  return seen;
}
