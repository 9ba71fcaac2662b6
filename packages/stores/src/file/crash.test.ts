import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { seededRandom } from '@oriel/core/testing';
import type { Page, Trace, TraceStore } from '@oriel/core';
import { expect, it } from 'vitest';
import { openFileStore } from './open-file-store.ts';
import { OBSERVATIONS, traceIdOf } from './testing/batch.ts';
import { CRASH_OPTIONS } from './testing/crash-options.ts';
import { newFolders } from './testing/new-folder.ts';

/** How many writers to kill: `ORIEL_KILLS=200 npx vitest run --project node crash` for a thorough run. */
const KILLS = Number(process.env['ORIEL_KILLS'] ?? 16);
/** A folder goes through so many of them. */
const KILLS_A_FOLDER = 8;

const WRITER = fileURLToPath(new URL('testing/crash-writer.ts', import.meta.url));
const newFolder = newFolders();
const random = seededRandom(Date.now());

interface Said {
  readonly written: Set<string>;
  readonly deleting: Set<string>;
  readonly deleted: Set<string>;
}

it(
  `keeps every confirmed batch whole through ${KILLS} writers killed at random moments`,
  { timeout: 60_000 + KILLS * 10_000 },
  async () => {
    for (let done = 0; done < KILLS; done += KILLS_A_FOLDER) {
      const folder = await newFolder();
      const said: Said = { written: new Set(), deleting: new Set(), deleted: new Set() };
      for (let kill = done; kill < Math.min(KILLS, done + KILLS_A_FOLDER); kill += 1) {
        await writeUntilKilled(folder, `run${kill}`, said);
        const store = await openFileStore({ folder, ...CRASH_OPTIONS });
        expect(store.report.findings.filter(({ kind }) => kind !== 'unfinished-write')).toEqual([]);
        expect(await broken(store.traces, said)).toEqual([]);
        await store.close();
      }
      expect(said.written.size).toBeGreaterThan(0);
    }
  },
);

async function writeUntilKilled(folder: string, run: string, said: Said): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', WRITER, folder, run], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  let isOpen: () => void;
  const opened = new Promise<void>((resolve) => (isOpen = resolve));
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    if (text.includes('opened')) isOpen();
  });
  const closed = once(child, 'close');
  await Promise.race([opened, closed]);
  await new Promise((resolve) => setTimeout(resolve, random() * 250));
  child.kill('SIGKILL');
  await closed;
  for (const line of text.split('\n').slice(0, -1)) {
    const [what = '', batch = ''] = line.split(' ');
    if (what === 'written' || what === 'deleting' || what === 'deleted') said[what].add(batch);
  }
}

/** Everything the store says otherwise than the writers were told. */
async function broken(store: TraceStore, { written, deleting, deleted }: Said): Promise<string[]> {
  const counts = new Map<string, number>();
  let cursor: string | null = null;
  do {
    const page: Page<Trace> = await store.listTraces({ limit: 200, ...(cursor !== null && { cursor }) });
    for (const { id, observationCount } of page.items) counts.set(id, observationCount);
    cursor = page.nextCursor;
  } while (cursor !== null);
  const wrong: string[] = [];
  for (const [id, count] of counts) if (count !== OBSERVATIONS) wrong.push(`${id} has ${count} observations`);
  for (const batch of written) {
    if (!deleting.has(batch) && !counts.has(traceIdOf(batch))) wrong.push(`${batch} is lost`);
  }
  for (const batch of deleted) if (counts.has(traceIdOf(batch))) wrong.push(`${batch} came back`);
  return wrong;
}
