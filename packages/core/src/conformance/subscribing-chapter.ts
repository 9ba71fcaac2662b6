import { expect, vi } from 'vitest';
import type { TraceChange } from '../store/trace-store.ts';
import { drawTrace } from '../testing/draw-trace.ts';
import type { Chapter } from './chapter.ts';
import { announcesChanges } from './trace-store-subject.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';

export const subscribingChapter: Chapter<TraceStoreSubject> = {
  title: 'subscribing',
  rules: [
    {
      title: 'tells every subscriber which traces were written',
      applies: announcesChanges,
      async check({ store }) {
        const [first, second] = [recorder(), recorder()];
        store.subscribe(first.listen);
        store.subscribe(second.listen);
        await store.write([
          ...drawTrace('llm |=', { traceId: 'a' }),
          { kind: 'score', id: 's', at: 1, traceId: 'b' },
        ]);
        await vi.waitFor(() => expect(first.told('traces-written')).toEqual(['a', 'b']));
        await vi.waitFor(() => expect(second.told('traces-written')).toEqual(['a', 'b']));
      },
    },
    {
      title: 'tells which traces were deleted',
      applies: announcesChanges,
      async check({ store }) {
        await store.write(drawTrace('llm |=', { traceId: 'a' }));
        const { listen, told } = recorder();
        store.subscribe(listen);
        await store.deleteTraces(['a']);
        await vi.waitFor(() => expect(told('traces-deleted')).toEqual(['a']));
      },
    },
    {
      title: 'says nothing of a batch it refused',
      applies: announcesChanges,
      async check({ store }) {
        const { listen, told } = recorder();
        store.subscribe(listen);
        const bad = { kind: 'trace', id: '', at: 1 } as const;
        await expect(store.write([...drawTrace('llm |=', { traceId: 'a' }), bad])).rejects.toMatchObject({
          code: 'bad-patch',
        });
        await store.write(drawTrace('llm |=', { traceId: 'b' }));
        await vi.waitFor(() => expect(told('traces-written')).toEqual(['b']));
      },
    },
    {
      title: 'leaves alone who unsubscribed, and only them',
      applies: announcesChanges,
      async check({ store }) {
        const [gone, stays] = [recorder(), recorder()];
        const end = store.subscribe(gone.listen);
        store.subscribe(stays.listen);
        end();
        end();
        await store.write(drawTrace('llm |=', { traceId: 'a' }));
        await vi.waitFor(() => expect(stays.told('traces-written')).toEqual(['a']));
        expect(gone.told('traces-written')).toEqual([]);
      },
    },
  ],
};

function recorder() {
  const changes: TraceChange[] = [];
  return {
    listen: (change: TraceChange) => void changes.push(change),
    told: (type: TraceChange['type']) =>
      [
        ...new Set(changes.filter((change) => change.type === type).flatMap(({ traceIds }) => traceIds)),
      ].toSorted(),
  };
}
