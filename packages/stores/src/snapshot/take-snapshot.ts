import { PartWriter } from '../columns/saved-parts.ts';
import type { CopyBytes, SavedPart } from '../columns/saved-parts.ts';
import type { TraceEngine } from '../engine/trace-engine.ts';
import type { PatchRef } from '../log/patch-log.ts';

/**
 * Raise this when a column means something else than before under the same name and type. New, renamed and dropped
 * columns need nothing: a snapshot without exactly today's parts is not used.
 */
export const SNAPSHOT_LAYOUT = 1;

/** The columns of an engine at one moment, so that opening need not make them anew of all patches. Never the truth. */
export interface Snapshot {
  /** Every change with a lower ref is in it, none with a higher one. */
  readonly nextRef: PatchRef;
  readonly parts: readonly SavedPart[];
}

/**
 * Copies the columns of an engine, without a pause; encode and write the copy at leisure. Call it while no change is
 * under way, with the ref that the log gives next. It is quick with memory that {@link reserveCopies} made ready.
 */
export function takeSnapshot(engine: TraceEngine, nextRef: PatchRef, copy?: CopyBytes): Snapshot {
  const parts: SavedPart[] = [];
  const writer = new PartWriter(parts, copy);
  writer.json('layout', SNAPSHOT_LAYOUT);
  engine.save(writer);
  return { nextRef, parts };
}
