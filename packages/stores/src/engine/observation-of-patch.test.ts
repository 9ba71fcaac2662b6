import { mergeObservation, readObservation } from '@oriel/core';
import type { ObservationPatch } from '@oriel/core';
import { generateTrace } from '@oriel/core/testing';
import { expect, it } from 'vitest';
import { observationOfPatch } from './observation-of-patch.ts';

const BARE: ObservationPatch = { kind: 'observation', id: 'o', traceId: 't', at: 5 };
const ODD: readonly ObservationPatch[] = [
  BARE,
  { ...BARE, startTime: 9, endTime: 3, usage: {}, cost: {}, mode: 'update' },
  { ...BARE, name: null, model: null, level: null, parentId: null, statusMessage: null, endTime: null },
  { ...BARE, name: '', version: '', environment: '', completionStartTime: 0, startTime: 0 },
  { ...BARE, isAppRoot: true, isInterrupted: false, prompt: { name: 'p', version: 1 } },
  { ...BARE, cost: {}, computedCost: { total: 2 } },
  { ...BARE, cost: { total: 1 }, computedCost: { total: 2 } },
  { ...BARE, graph: { node: 'n', step: 1, namespace: null, triggers: ['x'] }, type: 'SPAN' },
];
const PATCHES = [...ODD, ...generateTrace({ observations: 200 })].filter(
  ({ kind }) => kind === 'observation',
);

it('makes of one patch what the merge rules make of it', () => {
  for (const patch of PATCHES as readonly ObservationPatch[]) {
    const state = mergeObservation(undefined, patch);
    expect(observationOfPatch(patch)).toEqual(readObservation(patch.traceId, patch.id, state));
  }
});
