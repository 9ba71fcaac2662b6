import { expect, it } from 'vitest';
import type { ScorePatch } from '../../model/patch.ts';
import { referenceStore } from '../../store/reference-store.ts';
import { generateTraffic } from './generate-traffic.ts';

it('is merged by a store into as many records as it has patches', async () => {
  const { traces } = referenceStore();
  const batches = [...generateTraffic({ days: 2, tracesPerDay: 40 })];
  for (const batch of batches) await traces.write(batch);

  const patches = batches.flat();
  const { items } = await traces.listTraces({ limit: 200 });
  expect(items).toHaveLength(80);
  for (const { id } of items) {
    const structure = await traces.readTrace(id);
    const sent = patches.filter((patch) => patch.kind !== 'trace' && patch.traceId === id);
    expect(structure?.observations).toHaveLength(sent.filter(({ kind }) => kind === 'observation').length);
    expect(structure?.scores).toHaveLength(sent.filter(({ kind }) => kind === 'score').length);
    expect(structure?.trace.isVirtual).toBe(false);
  }
});

it('gives scores to traces, answers and sessions that exist', () => {
  const patches = [...generateTraffic({ days: 3, tracesPerDay: 100 })].flat();
  const known = new Set(
    patches.flatMap((patch) => {
      if (patch.kind === 'trace') return [patch.id, `session ${patch.sessionId}`];
      return patch.kind === 'observation' ? [`${patch.traceId} ${patch.id}`] : [];
    }),
  );
  const scores = patches.filter((patch): patch is ScorePatch => patch.kind === 'score');
  const targets = scores.map(({ traceId, observationId, sessionId }) => {
    if (sessionId) return `session ${sessionId}`;
    return observationId ? `${traceId} ${observationId}` : `${traceId}`;
  });
  expect(scores.length).toBeGreaterThan(50);
  expect(targets.filter((target) => !known.has(target))).toEqual([]);
});
