import { readFile } from 'node:fs/promises';
import type { TraceEngine } from '../engine/trace-engine.ts';
import type { PatchRef } from '../log/patch-log.ts';
import type { Block } from '../segments/block.ts';
import { readForgotten } from '../segments/forgotten.ts';
import { scanBlocks } from '../segments/scan-blocks.ts';
import type { FilePatchLog } from './file-patch-log.ts';

/** Brings an engine's columns from a snapshot's ref to the end of the log. Resolves with how many patches that took. */
export async function replayLog(engine: TraceEngine, log: FilePatchLog, from: PatchRef): Promise<number> {
  let count = 0;
  const segments = log.segments.filter((_, place, all) => (all[place + 1]?.firstRef ?? Infinity) > from);
  for (const segment of segments) {
    for (const { block } of scanBlocks(await readFile(segment.path))) {
      if (block === null || block.head.firstRef + block.head.count <= from) continue;
      if (block.head.kind === 'forgotten') engine.replayForget(readForgotten(block)?.traceIds ?? []);
      else count += await replayBlock(engine, log, block, from);
    }
  }
  return count;
}

/** What was forgotten later is left out: it would only be made to be removed. */
async function replayBlock(engine: TraceEngine, log: FilePatchLog, block: Block, from: PatchRef) {
  const { firstRef, count } = block.head;
  const start = Math.max(0, from - firstRef);
  const patches = Array.from({ length: count - start }, (_, place) =>
    log.isForgotten(firstRef + start + place) ? undefined : block.patch(start + place),
  );
  await engine.replay(patches, firstRef + start);
  return patches.filter((patch) => patch !== undefined).length;
}
