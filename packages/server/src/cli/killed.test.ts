import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { httpStore } from '@oriel/stores/http';
import type { Page, Trace } from '@oriel/core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { STARTED_KEYS, sendSpan, startCommand } from '../testing/started-command.ts';

/** How often the command is killed: `ORIEL_KILLS=100 npx vitest run --project node killed` for a thorough run. */
const KILLS = Number(process.env['ORIEL_KILLS'] ?? 3);
const SENDERS = 8;
/** Longest time that passes between listening and the kill. */
const LONGEST_MS = 600;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oriel-killed-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it(
  `has everything it answered for after ${KILLS} kills at random moments, and starts again by itself`,
  { timeout: 60_000 + KILLS * 15_000 },
  async () => {
    const confirmed = new Set<string>();
    let sent = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const server = await startCommand([folder, '--no-page']);
      expect(await lost(server.url, confirmed)).toEqual([]);
      const isOver = new AbortController();
      const senders = Array.from({ length: SENDERS }, async () => {
        while (!isOver.signal.aborted) {
          const traceId = randomBytes(16).toString('hex');
          sent += 1;
          // The kill cuts off what is under way: that was not confirmed, and may be there or not.
          const status = await sendSpan(server.url, traceId).catch(() => null);
          if (status === 200) confirmed.add(traceId);
        }
      });
      await sleep(Math.random() * LONGEST_MS);
      await server.end('SIGKILL');
      isOver.abort();
      await Promise.all(senders);
    }
    const last = await startCommand([folder, '--no-page']);
    expect(await lost(last.url, confirmed)).toEqual([]);
    expect(await last.end('SIGTERM')).toBe(0);
    expect(confirmed.size).toBeGreaterThan(0);
    expect(sent).toBeGreaterThanOrEqual(confirmed.size);
  },
);

/** Traces that were confirmed and are not there. */
async function lost(url: string, confirmed: ReadonlySet<string>): Promise<string[]> {
  const { traces } = await httpStore({ url, keys: STARTED_KEYS });
  const found = new Set<string>();
  let cursor: string | undefined;
  do {
    const page: Page<Trace> = await traces.listTraces({ limit: 200, cursor });
    for (const { id, observationCount } of page.items) if (observationCount === 1) found.add(id);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  await traces.close();
  return [...confirmed].filter((id) => !found.has(id));
}
