import { expect, it } from 'vitest';
import { openIndexedDbStore } from './open-indexeddb-store.ts';
import { answerOf } from './requests.ts';
import type { IndexedDbEvent } from './store-event.ts';
import { countObservations, OBSERVATIONS, patchesOfBatch } from './testing/batches.ts';
import { withRecords } from './testing/raw-records.ts';

const newName = () => `damage ${crypto.randomUUID()}`;

/** Changes the bytes of the second segment behind the store's back. */
function spoilSecondSegment(name: string, spoil: (bytes: Uint8Array) => Uint8Array): Promise<void> {
  return withRecords(name, 'segments', async (segments) => {
    const [, key = 0] = await answerOf(segments.getAllKeys());
    segments.put(spoil((await answerOf(segments.get(key))) as Uint8Array), key);
  });
}

async function reopenSpoilt(spoil: (bytes: Uint8Array) => Uint8Array) {
  const name = newName();
  const store = await openIndexedDbStore({ name });
  for (let batch = 0; batch < 3; batch += 1) await store.traces.write(patchesOfBatch('w', batch));
  await store.close();
  await spoilSecondSegment(name, spoil);
  const events: IndexedDbEvent[] = [];
  const again = await openIndexedDbStore({ name, onEvent: (event) => events.push(event) });
  const counts = await countObservations(again.traces);
  await again.close();
  return { events, counts };
}

it('loses one patch to one flipped bit, and says so', async () => {
  const { events, counts } = await reopenSpoilt((bytes) => {
    const spoilt = bytes.slice();
    spoilt[bytes.length - 10] = (bytes.at(-10) ?? 0) ^ 1;
    return spoilt;
  });
  expect(events).toEqual([{ type: 'damaged', lostPatches: 1 }]);
  expect(counts.get('w-1-b')).toBe(OBSERVATIONS - 1);
  expect(counts.size).toBe(6);
});

it('loses one batch to bytes that are cut off, and says so', async () => {
  const { events, counts } = await reopenSpoilt((bytes) => bytes.slice(0, -1));
  expect(events).toEqual([{ type: 'damaged', lostPatches: 2 * (OBSERVATIONS + 1) }]);
  expect([...counts.keys()]).toEqual(['w-0-a', 'w-0-b', 'w-2-a', 'w-2-b']);
  expect([...new Set(counts.values())]).toEqual([OBSERVATIONS]);
});
