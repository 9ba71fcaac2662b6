import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordKey, referenceStore } from '@oriel/core';
import type { Trace } from '@oriel/core';
import { createRowExtras, storeReader } from './row-extras.ts';

describe('extras of rows', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function setup(count = 120) {
    const store = referenceStore().traces;
    await store.write(
      Array.from({ length: count }, (_, index) => ({
        kind: 'trace' as const,
        id: `t${index}`,
        at: 1000 + index,
        isRecord: true,
        input: `question ${index}`,
        metadata: index % 2 === 0 ? { region: 'eu' } : {},
      })),
    );
    const payloads = vi.spyOn(store, 'readPayloads');
    const scores = vi.spyOn(store, 'listScores');
    const { items } = await store.listTraces({ limit: 1000 });
    const loader = createRowExtras(storeReader(store));
    const settle = () => vi.advanceTimersByTimeAsync(1000);
    return { store, payloads, scores, rows: items, loader, settle };
  }
  const at = (rows: readonly Trace[], place: number) => recordKey(rows[place] as Trace);

  it('are read for the rows that are wanted, and only the parts that are', async () => {
    const { payloads, scores, rows, loader, settle } = await setup();
    loader.want(rows.slice(0, 10), ['scores']);
    await settle();
    expect(payloads).not.toHaveBeenCalled();
    expect(scores).toHaveBeenCalledTimes(1);
    expect(loader.get(at(rows, 0))).toEqual({ scores: [] });

    loader.want(rows.slice(0, 10), ['scores', 'payloads']);
    await settle();
    expect(payloads).toHaveBeenCalledTimes(10);
    expect(loader.get(at(rows, 0))?.payloads).toMatchObject({ input: 'question 119', metadata: null });
    expect(loader.get(at(rows, 1))?.payloads).toMatchObject({ metadata: '{region: "eu"}' });
    expect(loader.get(at(rows, 20))).toBeUndefined();

    payloads.mockClear();
    loader.want(rows.slice(0, 10), ['scores', 'payloads']);
    await settle();
    expect(payloads).not.toHaveBeenCalled();
  });

  it('are not waited for once their rows are out of sight', async () => {
    const { payloads, rows, loader, settle } = await setup();
    const signals: (AbortSignal | undefined)[] = [];
    payloads.mockImplementation((_, options) => {
      signals.push(options?.signal);
      return new Promise(() => {});
    });
    loader.want(rows.slice(0, 50), ['payloads']);
    await settle();
    expect(signals.length).toBeLessThan(10);
    payloads.mockRestore();
    loader.want(rows.slice(70, 90), ['payloads']);
    await settle();

    expect(signals.every((signal) => signal?.aborted)).toBe(true);
    expect(loader.get(at(rows, 75))?.payloads).toMatchObject({ input: 'question 44' });
  });

  it('are read again when their trace changed, though the row looks the same', async () => {
    const { store, rows, loader, settle } = await setup();
    loader.want(rows.slice(0, 10), ['scores']);
    await settle();
    await store.write([{ kind: 'score', id: 's', at: 5000, name: 'good', value: 1, traceId: rows[0]?.id }]);
    loader.touch([rows[0]?.id ?? '']);
    await settle();

    expect(loader.get(at(rows, 0))?.scores).toMatchObject([{ name: 'good', value: 1 }]);
  });

  it('say that they could not be read', async () => {
    const { payloads, rows, loader, settle } = await setup();
    payloads.mockRejectedValue(new Error('no'));
    loader.want(rows.slice(0, 3), ['payloads', 'scores']);
    await settle();

    expect(loader.get(at(rows, 0))).toEqual({ payloads: 'failed', scores: [] });
  });
});
