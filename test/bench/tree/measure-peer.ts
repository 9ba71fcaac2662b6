import { openPage } from '../open-page/open-page.ts';
import { timeMount } from '../open-page/time-mount.ts';

/** A peer that has not shown its rows by then is not waited for. */
const DEADLINE_MS = 60_000;

export interface PeerMeasurement {
  /** Until its rows are on screen, in milliseconds; `null` where that takes longer than anybody waits. */
  readonly firstMs: number | null;
  readonly nodes: number | null;
}

/** One run: a peer that takes seconds needs no median. */
export async function measurePeer(url: string): Promise<PeerMeasurement> {
  return openPage(url, 'bench', async (page) => {
    let deadline: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<null>((resolve) => {
      deadline = setTimeout(() => resolve(null), DEADLINE_MS);
    });
    const mounted = page.evaluate(timeMount, 'bench' as const);
    // The browser is closed under a peer that is late, which ends its mounting with an error.
    mounted.catch(() => undefined);
    const firstMs = await Promise.race([mounted, late]);
    clearTimeout(deadline);
    if (firstMs === null) return { firstMs, nodes: null };
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
    return { firstMs, nodes };
  });
}
