import { expect } from 'vitest';
import { drawTrace } from '../testing/draw-trace.ts';
import type { Chapter } from './chapter.ts';
import { generateOddTraffic } from './generate-odd-traffic.ts';
import { readEverything } from './read-everything.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';

export const durabilityChapter: Chapter<TraceStoreSubject> = {
  title: 'durability',
  rules: [
    {
      title: 'still has every record after being closed and opened again',
      async check({ store, reopen }) {
        await store.write(generateOddTraffic({ seed: 5, traces: 12 }));
        const before = await readEverything(store);
        await store.close();
        const again = await open(reopen);
        expect(await readEverything(again)).toEqual(before);
        await again.close();
      },
    },
    {
      title: 'goes on folding patches where it stopped',
      async check({ store, reopen }) {
        await store.write([{ kind: 'trace', id: 't', at: 2, name: 'later', tags: ['b'] }]);
        await store.close();
        const again = await open(reopen);
        await again.write([{ kind: 'trace', id: 't', at: 1, name: 'earlier', tags: ['a'] }]);
        expect((await again.readTrace('t'))?.trace).toMatchObject({ name: 'later', tags: ['a', 'b'] });
        await again.close();
      },
    },
    {
      title: 'does not bring deleted traces back',
      async check({ store, reopen }) {
        await store.write(drawTrace('llm |=', { traceId: 'gone' }));
        await store.deleteTraces(['gone']);
        await store.close();
        const again = await open(reopen);
        expect(await again.readTrace('gone')).toBeNull();
        await again.close();
      },
    },
  ],
};

function open(reopen: TraceStoreSubject['reopen']) {
  if (!reopen) throw new Error('A durable store is tested with a harness that can reopen it.');
  return reopen();
}
