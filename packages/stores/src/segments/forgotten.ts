import type { TraceId } from '@oriel/core';
import type { PatchRef } from '../log/patch-log.ts';
import { BlockWriter } from './block-writer.ts';
import type { Block } from './block.ts';

/** What a log keeps of a deletion until nothing is left of the traces. */
export interface Forgotten {
  readonly traceIds: readonly TraceId[];
  /** Every patch the traces were made of. */
  readonly refs: readonly PatchRef[];
}

/** In bytes, neighbouring refs are one run: `[first, length, first, length, …]`. */
interface ForgottenEntry {
  readonly traceIds: readonly TraceId[];
  readonly runs: readonly number[];
}

/** `ref` is the deletion's own place among the patches. */
export function encodeForgotten(ref: PatchRef, { traceIds, refs }: Forgotten): Uint8Array {
  const entry: ForgottenEntry = { traceIds, runs: runsOf(refs) };
  const text = JSON.stringify(entry);
  const writer = new BlockWriter('forgotten', ref, 1, text.length);
  writer.addText(text);
  return writer.finish();
}

/** `null` when the block is damaged. */
export function readForgotten(block: Block): Forgotten | null {
  const entry = block.read(0);
  if (entry.state !== 'kept') return null;
  const { traceIds, runs } = JSON.parse(entry.text()) as ForgottenEntry;
  const refs: PatchRef[] = [];
  for (let at = 0; at < runs.length; at += 2) {
    const first = runs[at] ?? 0;
    for (let ref = first; ref < first + (runs[at + 1] ?? 0); ref += 1) refs.push(ref);
  }
  return { traceIds, refs };
}

function runsOf(refs: readonly PatchRef[]): number[] {
  const runs: number[] = [];
  for (const ref of refs.toSorted((a, b) => a - b)) {
    const [first = -1, length = 0] = runs.slice(-2);
    if (runs.length > 0 && ref < first + length) continue;
    if (runs.length > 0 && ref === first + length) runs[runs.length - 1] = length + 1;
    else runs.push(ref, 1);
  }
  return runs;
}
