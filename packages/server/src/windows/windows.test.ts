import { referenceStore } from '@oriel/core';
import { createMasker } from '@oriel/ingest';
import { expect, it } from 'vitest';
import { ALL_RIGHTS } from '../auth/access.ts';
import type { Access, Right } from '../auth/access.ts';
import { openWindows } from './windows.ts';

/** A store whose methods are its class's, as those of a host's own adapter may be. */
function asInstances<Part extends object>(part: Part): Part {
  return Object.create(part) as Part;
}

const reader: Access = { kind: 'token', holder: 'ada', rights: new Set<Right>(['read']) };

it.each<readonly [string, Access]>([
  ['reader', reader],
  ['reader of some traces', { ...reader, scope: { traces: { field: 'userId', op: '=', value: 'ada' } } }],
  ['reader of masked payloads', { ...reader, masked: true }],
  ['manager who wants them masked', { ...reader, rights: ALL_RIGHTS, masked: true }],
  ['scorer', { ...reader, rights: new Set<Right>(['read', 'score']) }],
])('shows a %s a store that is made of classes', async (_, access) => {
  const { traces, documents, media } = referenceStore();
  await traces.write([{ kind: 'trace', id: 't', at: 1, userId: 'ada' }]);
  const store = {
    traces: asInstances(traces),
    ...(documents && { documents: asInstances(documents) }),
    ...(media && { media: asInstances(media) }),
  };
  const windows = openWindows(store, createMasker({}));
  const { store: seen } = windows.of(access);

  expect((await seen.traces.listTraces()).items).toMatchObject([{ id: 't' }]);
  expect(await seen.traces.readTrace('t')).not.toBeNull();
  // Not every window shows documents and media; those it shows can be asked.
  expect((await seen.documents?.list({ kind: 'prompt' }))?.items ?? []).toEqual([]);
  expect((await seen.media?.read('x'.repeat(22))) ?? null).toBeNull();
  windows.close();
});
