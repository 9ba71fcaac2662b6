import { join } from 'node:path';
import type { Bytes } from '@oriel/core';
import { SnapshotMismatch } from '../columns/saved-parts.ts';
import { TraceEngine } from '../engine/trace-engine.ts';
import type { PatchRef } from '../log/patch-log.ts';
import { restoreSnapshot } from '../snapshot/restore-snapshot.ts';
import type { Snapshot } from '../snapshot/take-snapshot.ts';
import { FilePatchLog } from './file-patch-log.ts';
import type { LogFinding } from './log-findings.ts';
import { lostTraces } from './lost-traces.ts';
import { openLog } from './open-log.ts';
import { replayLog } from './replay-log.ts';
import type { OpenAppendFile } from './segment-writer.ts';
import { SnapshotFolder } from './snapshot-folder.ts';

export interface OpenTracesOptions {
  readonly folder: string;
  readonly quarantine: string;
  readonly idKeys?: readonly string[] | undefined;
  readonly segmentBytes?: Bytes | undefined;
  readonly cacheBytes?: Bytes | undefined;
  readonly openFile: OpenAppendFile;
  readonly onFinding: (finding: LogFinding) => void;
}

export interface OpenedTraces {
  readonly log: FilePatchLog;
  readonly engine: TraceEngine;
  readonly snapshots: SnapshotFolder;
  /** `null` when no snapshot could be used. */
  readonly snapshotRef: number | null;
  readonly replayed: number;
}

/**
 * The newest good snapshot, and what the log has behind it. Snapshots that cannot be used are removed: the log has all
 * that is in them.
 */
export async function openTraces(options: OpenTracesOptions): Promise<OpenedTraces> {
  const { folder, quarantine, onFinding, openFile } = options;
  const { segmentBytes = 64 * 2 ** 20, cacheBytes = 64 * 2 ** 20, idKeys = [] } = options;
  const snapshots = await SnapshotFolder.open(join(folder, 'snapshots'));
  async function drop(ref: PatchRef, reason: string): Promise<void> {
    await snapshots.remove(ref);
    onFinding({ kind: 'unusable-snapshot', file: snapshots.fileOf(ref), reason });
  }

  const newest = await newestWhole(snapshots, drop);
  const place = { folder: join(folder, 'log'), quarantine };
  const opened = await openLog({ ...place, checkFrom: newest?.nextRef ?? 0 });
  let engine: TraceEngine;
  const report = (finding: LogFinding) => onFinding(lostTraces(engine, finding));
  const log = await FilePatchLog.start(
    { ...place, segmentBytes, cacheBytes, openFile, onFinding: report },
    opened,
  );

  engine = new TraceEngine({ log, idKeys });
  let used = newest;
  for (; used !== null; used = await newestWhole(snapshots, drop)) {
    try {
      restoreSnapshot(engine, used);
      break;
    } catch (error) {
      if (!(error instanceof SnapshotMismatch)) throw error;
      engine = new TraceEngine({ log, idKeys });
      await drop(used.nextRef, error.message);
    }
  }
  opened.findings.forEach(report);
  const replayed = await replayLog(engine, log, used?.nextRef ?? 0);
  // What the snapshot had was not checked, and now it was needed.
  if (used !== newest) await log.verify();
  return { log, engine, snapshots, snapshotRef: used?.nextRef ?? null, replayed };
}

async function newestWhole(
  snapshots: SnapshotFolder,
  drop: (ref: PatchRef, reason: string) => Promise<void>,
): Promise<Snapshot | null> {
  for (const ref of snapshots.refs.toReversed()) {
    const snapshot = await snapshots.read(ref);
    if (snapshot !== null) return snapshot;
    await drop(ref, 'It is damaged.');
  }
  return null;
}
