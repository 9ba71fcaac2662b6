import { expect, inject, it } from 'vitest';
import { openIndexedDbStore } from './open-indexeddb-store.ts';
import { countObservations, OBSERVATIONS } from './testing/batches.ts';
import { startWriter } from './testing/start-writer.ts';
import type { Writer } from './testing/start-writer.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** How many workers to end; vitest.config.ts says. */
    terminations: number;
  }
}

const WRITERS = 2;
const TERMINATIONS = inject('terminations');

it(
  `keeps every acknowledged batch whole through ${TERMINATIONS} workers ended while they write`,
  { timeout: 60_000 + TERMINATIONS * 10_000 },
  async () => {
    const name = `crash ${crypto.randomUUID()}`;
    const writers = new Map<string, Writer>();
    for (let round = 0; round < TERMINATIONS / WRITERS; round += 1) {
      const started = Array.from({ length: WRITERS }, (_, place) => `w${round}.${place}`);
      for (const writer of started) {
        writers.set(writer, startWriter({ name, writer, batches: Infinity, deletes: true }));
      }
      await Promise.all(started.map((writer) => killLater(writers.get(writer))));

      const store = await openIndexedDbStore({ name, onEvent: ({ type }) => expect(type).toBe('nothing') });
      const counts = await countObservations(store.traces);
      await store.close();
      // Of none, if both ended before their first batch.
      expect([...counts.values()].filter((count) => count !== OBSERVATIONS)).toEqual([]);
      expect([...writers].flatMap(([writer, said]) => untrue(writer, said, counts))).toEqual([]);
    }
    const acknowledged = [...writers.values()].reduce((sum, { written }) => sum + written.size, 0);
    expect(acknowledged).toBeGreaterThan(TERMINATIONS);
  },
);

async function killLater(writer: Writer | undefined): Promise<void> {
  await writer?.opened;
  await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 150));
  writer?.kill();
}

/** What a writer said that is not so, or half so. */
function untrue(name: string, writer: Writer, counts: ReadonlyMap<string, number>): string[] {
  const state = (batch: number) => {
    const kept = ['a', 'b'].filter((side) => counts.has(`${name}-${batch}-${side}`)).length;
    return kept === 0 ? 'gone' : kept === 2 ? 'whole' : 'half';
  };
  const last = Math.max(-1, ...writer.written);
  const possible = (batch: number): readonly string[] => {
    if (batch > last) return ['gone', 'whole'];
    if (writer.deleted.has(batch)) return ['gone'];
    // A deletion that was not acknowledged may have happened.
    return writer.deleting.has(batch) ? ['gone', 'whole'] : ['whole'];
  };
  return Array.from({ length: last + 2 }, (_, batch) => batch)
    .filter((batch) => !possible(batch).includes(state(batch)))
    .map((batch) => `batch ${batch} of ${name} is ${state(batch)}, not ${possible(batch).join(' or ')}`);
}
