import { expect, it } from 'vitest';
import { referenceStore } from '@oriel/core';
import type { ObservationPatch } from '@oriel/core';
import { generateTrace } from '@oriel/core/testing';
import { memoryStore } from '../memory/memory-store.ts';

const patches = generateTrace({ seed: 5, observations: 120, traceId: 't' }) as ObservationPatch[];

it('answers with the same objects for what has not changed, and with new ones for what has', async () => {
  const { traces } = memoryStore();
  await traces.write(patches);
  const before = await traces.readTrace('t');

  await traces.write([
    { kind: 'observation', traceId: 't', id: patches[3]?.id ?? '', at: 9e12, name: 'renamed' },
    { kind: 'observation', traceId: 't', id: 'late', at: 9e12, startTime: patches[60]?.startTime },
  ]);
  const after = await traces.readTrace('t');

  const fresh = after?.observations.filter((observation) => !before?.observations.includes(observation));
  expect(fresh?.map(({ id, name }) => name ?? id).toSorted()).toEqual(['late', 'renamed']);
  expect(before?.observations.find(({ id }) => id === patches[3]?.id)?.name).not.toBe('renamed');
});

it('answers as a store that reads everything again, however a trace grows and changes', async () => {
  const { traces } = memoryStore();
  const reference = referenceStore().traces;
  for (let start = 0; start < patches.length; start += 10) {
    const grown = patches.slice(start, start + 10);
    const moved = patches.slice(0, start).filter((_, index) => index % 7 === start / 10);
    const changes = moved.map(({ id, startTime = 0 }): ObservationPatch => {
      const shift = (start % 3) * 40 - 40;
      return { kind: 'observation', traceId: 't', id, at: 9e12 + start, startTime: startTime + shift };
    });
    await traces.write([...grown, ...changes]);
    await reference.write([...grown, ...changes]);
    expect(await traces.readTrace('t')).toEqual(await reference.readTrace('t'));
  }
});

it('holds nothing of a trace that was deleted', async () => {
  const { traces } = memoryStore();
  await traces.write(patches);
  const before = await traces.readTrace('t');
  await traces.deleteTraces(['t']);
  await traces.write(patches.slice(0, 2));

  expect((await traces.readTrace('t'))?.observations).toHaveLength(2);
  expect(before?.observations).toHaveLength(120);
});
