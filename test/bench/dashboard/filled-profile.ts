// Filling a store takes minutes, and measuring it should not: what was filled stays in a browser's profile.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openPage } from '../open-page/open-page.ts';
import { TRAFFIC } from './traffic.ts';
import type { Filled } from './worker-messages.ts';

/** Of the schema and of the traffic: another one finds nothing of what was filled before. */
const FORMAT = 1;
const DAY = 24 * 3_600_000;
/** The pages ask for the last 30 days, out of which older traffic slides. */
const MAX_AGE = 3 * DAY;

export interface FilledProfile extends Filled {
  readonly folder: string;
}

/** The profile with a store of about that many traces, filled now unless an earlier run did. */
export async function filledProfile(url: string, traces: number): Promise<FilledProfile> {
  const { seed, days } = TRAFFIC;
  const folder = fileURLToPath(
    new URL(`.cache/format-${FORMAT}-seed-${seed}-days-${days}-traces-${traces}`, import.meta.url),
  );
  // Written last, so a profile whose filling was broken off has none.
  const note = `${folder}/filled.json`;
  if (existsSync(note)) {
    const { until, ...filled } = JSON.parse(readFileSync(note, 'utf8')) as Filled & { until: number };
    if (Date.now() - until < MAX_AGE) return { ...filled, folder };
  }
  console.log(`Filling a store with ${traces} traces; the next runs use it again …`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const until = Date.now();
  const filled = await openPage(
    url,
    'dashboardBench',
    (page) => page.evaluate((count) => window.dashboardBench.fill(count), traces),
    { profile: folder },
  );
  writeFileSync(note, JSON.stringify({ ...filled, until }));
  return { ...filled, folder };
}
