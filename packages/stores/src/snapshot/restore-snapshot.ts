import { PartReader } from '../columns/saved-parts.ts';
import type { TraceEngine } from '../engine/trace-engine.ts';
import { SNAPSHOT_LAYOUT } from './take-snapshot.ts';
import type { Snapshot } from './take-snapshot.ts';

/**
 * Fills a new engine with the columns of a snapshot. What the log has from `snapshot.nextRef` on is to be replayed.
 * After a failure the engine is of no use: begin with another one and another snapshot, or with the whole log.
 *
 * @throws SnapshotMismatch - another version made it, or other options.
 */
export function restoreSnapshot(engine: TraceEngine, snapshot: Snapshot): void {
  const reader = new PartReader(new Map(snapshot.parts.map((part) => [part.name, part])));
  reader.expect('layout', SNAPSHOT_LAYOUT);
  engine.load(reader);
  reader.finish();
}
