import { TraceEngine } from '../engine/trace-engine.ts';
import type { TraceEngineOptions } from '../engine/trace-engine.ts';
import type { PatchRef } from '../log/patch-log.ts';
import { restoreSnapshot } from '../snapshot/restore-snapshot.ts';
import type { Connection } from './connection.ts';
import { readSnapshot } from './snapshot-records.ts';
import type { IndexedDbEvent } from './store-event.ts';

export interface RestoreEngineOptions extends TraceEngineOptions {
  readonly connection: Connection;
  readonly onEvent: (event: IndexedDbEvent) => void;
}

/** An engine with the columns of the newest snapshot, and the ref from which on the log has to be read. */
export async function restoreEngine(
  options: RestoreEngineOptions,
): Promise<{ readonly engine: TraceEngine; readonly nextRef: PatchRef }> {
  const { connection, onEvent, ...engineOptions } = options;
  const snapshot = await readSnapshot(connection);
  const engine = new TraceEngine(engineOptions);
  if (snapshot === null) return { engine, nextRef: 0 };
  try {
    if (snapshot !== 'damaged') {
      restoreSnapshot(engine, snapshot);
      return { engine, nextRef: snapshot.nextRef };
    }
    onEvent({ type: 'damaged', lostPatches: 0 });
  } catch {
    // Another version of the library made it, or other options: the columns are made anew of the log.
  }
  return { engine: new TraceEngine(engineOptions), nextRef: 0 };
}
