import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Bytes, DocumentStore, MediaStore, Milliseconds, TraceStore } from '@oriel/core';
import { shelfDocumentStore } from './shelf-document-store.ts';
import { engineTraceStore } from '../engine/engine-trace-store.ts';
import { Turns } from '../engine/turns.ts';
import { expiredTraces } from '../retention/expired-traces.ts';
import type { RetentionPolicy } from '../retention/expired-traces.ts';
import { retainedTraces } from '../retention/retained-traces.ts';
import { reserveCopies } from '../snapshot/reserve-copies.ts';
import { takeSnapshot } from '../snapshot/take-snapshot.ts';
import { fileDocumentShelf } from './file-document-shelf.ts';
import { fileFailure } from './file-failure.ts';
import { fileMediaStore } from './file-media-store.ts';
import { lockFolder } from './folder-lock.ts';
import type { LogFinding } from './log-findings.ts';
import { Maintenance } from './maintenance.ts';
import { openTraces } from './open-traces.ts';
import type { OpenedTraces } from './open-traces.ts';
import { planCompaction } from './plan-compaction.ts';
import { openAppendFile } from './segment-writer.ts';
import type { Segment } from './segment.ts';
import type { OpenAppendFile } from './segment-writer.ts';

export interface FileStoreOptions {
  /** Where everything is kept. Made if it is not there. One process at a time can open it. */
  readonly folder: string;
  /** Metadata keys of traces that hold ids of the host's own, for `resolveTraceId`. Default: none. */
  readonly idKeys?: readonly string[] | undefined;
  /** What is let go, looked at on opening and once an hour. Default: everything is kept. */
  readonly retention?: RetentionPolicy | undefined;
  /** A file of the log is finished when it has this much. Default 64 MiB. */
  readonly segmentBytes?: Bytes | undefined;
  /** How much of the patches last used stays in memory. Default 64 MiB. */
  readonly cacheBytes?: Bytes | undefined;
  /** A snapshot of the columns is written after this many patches, so that opening replays at most about as many. Default 100,000. */
  readonly snapshotEvery?: number | undefined;
  /** Told what is found damaged after opening, and what background work fails with. Default: only `report` has it. */
  readonly onFinding?:
    ((finding: LogFinding | { readonly kind: 'failure'; readonly cause: unknown }) => void) | undefined;
}

/** What opening found, and what was found damaged since. */
export interface FileStoreReport {
  /** The ref up to which columns came from a snapshot; `null` when all of the log was replayed. */
  readonly snapshotRef: number | null;
  /** Patches that were replayed. */
  readonly replayed: number;
  /** How long opening took. */
  readonly openedIn: Milliseconds;
  /** What was wrong, and was put right. Empty when all was well. */
  readonly findings: readonly LogFinding[];
}

/** What a file store takes in memory. */
export interface FileStoreMemory {
  /** Columns, dictionaries and indexes: everything that lists and dashboards are answered from. */
  readonly structure: Bytes;
  /** Where patches are in files, and the ones last used. */
  readonly patches: Bytes;
}

/** All three contracts over one folder. */
export interface FileStore {
  readonly traces: TraceStore;
  readonly documents: DocumentStore;
  readonly media: MediaStore;
  readonly report: FileStoreReport;
  memoryUsage(): FileStoreMemory;
  /** Lets go of what the retention policy lets go, now. Resolves with how many traces that were. */
  applyRetention(): Promise<number>;
  /** Gives the disk back what deleted traces took, now instead of when it is worth it. */
  compact(): Promise<void>;
  /** Reads every byte of the log and puts right what is damaged; see `report` afterwards. */
  verify(): Promise<void>;
  /** Closes all three and lets other processes open the folder. Safe to call twice. */
  close(): Promise<void>;
}

const RETENTION_EVERY: Milliseconds = 60 * 60 * 1000;

/** A snapshot when closing is worth it from so much of what asks for one while open. */
const CLOSING_SHARE = 10;

/**
 * A store in a folder, for one machine and one process. A write resolves when the disk has it. After a crash, a full disk or
 * flipped bits it opens by itself, with all that was confirmed but what was hit, and says what it found in `report`.
 *
 * @throws `unavailable` - another process has the folder open, or the file system fails.
 *
 * @example
 * const store = await openFileStore({ folder: './traces', retention: { maxAge: 30 * 86_400_000 } });
 * await store.traces.write(patches);
 * await store.close();
 */
export function openFileStore(options: FileStoreOptions): Promise<FileStore> {
  return openWithFiles(options, openAppendFile);
}

/** {@link openFileStore}, with the files that the log appends to; tests give some that fail. */
export async function openWithFiles(options: FileStoreOptions, openFile: OpenAppendFile): Promise<FileStore> {
  const begun = performance.now();
  const { folder } = options;
  try {
    await mkdir(folder, { recursive: true });
    const lock = await lockFolder(folder);
    try {
      const findings: LogFinding[] = [];
      const onFinding = (finding: LogFinding) => {
        findings.push(finding);
        options.onFinding?.(finding);
      };
      const places = { folder, quarantine: join(folder, 'quarantine'), onFinding };
      const opened = await openTraces({ ...options, ...places, openFile });
      const shelf = await fileDocumentShelf({ ...places, folder: join(folder, 'documents') });
      const media = fileMediaStore({ ...places, folder: join(folder, 'media') });
      const parts = { documents: shelfDocumentStore(shelf), media };
      const report = {
        snapshotRef: opened.snapshotRef,
        replayed: opened.replayed,
        openedIn: performance.now() - begun,
        findings,
      };
      return runStore(options, opened, parts, report, () => lock.release());
    } catch (error) {
      await lock.release();
      throw error;
    }
  } catch (error) {
    throw fileFailure(`The folder ${folder} could not be opened`, error);
  }
}

function runStore(
  { segmentBytes = 64 * 2 ** 20, snapshotEvery = 100_000, retention, onFinding }: FileStoreOptions,
  { log, engine, snapshots, snapshotRef }: OpenedTraces,
  { documents, media }: { documents: DocumentStore; media: MediaStore },
  report: FileStoreReport,
  release: () => Promise<void>,
): FileStore {
  const turns = new Turns();
  const inner = engineTraceStore({ engine, durable: true, turns });
  let savedRef = snapshotRef ?? 0;
  let nextSnapshot = Math.max(snapshotEvery, savedRef + snapshotEvery);
  let sealedCount = log.sealedCount;
  let closing: Promise<void> | null = null;

  async function saveSnapshot(): Promise<void> {
    const copy = await reserveCopies(engine, setImmediate);
    // Between two changes, so that the columns are whole up to a ref.
    const snapshot = await turns.take(() => Promise.resolve(takeSnapshot(engine, log.nextRef, copy)));
    await snapshots.write(snapshot);
    savedRef = snapshot.nextRef;
  }

  async function compactAll(next: () => readonly Segment[]) {
    for (let plan = next(); plan.length > 0; plan = next()) {
      await log.rewrite(plan, snapshots.oldest);
    }
  }

  /** One thing at a time rewrites segments, whoever asks for it. */
  const rewriting = new Turns();
  const maintenance = new Maintenance(
    async (signal) => {
      if (log.nextRef >= nextSnapshot) {
        // A large store is not copied for every few patches; and where the disk is full, not for every write.
        nextSnapshot = log.nextRef + Math.max(snapshotEvery, log.nextRef / 10);
        await saveSnapshot();
      }
      await rewriting.take(() =>
        compactAll(() => (signal.aborted ? [] : planCompaction(log.segments.slice(0, -1), segmentBytes))),
      );
    },
    (cause) => onFinding?.({ kind: 'failure', cause }),
  );

  async function applyRetention(): Promise<number> {
    const bytesOf = retention?.maxBytes === undefined ? () => 0 : log.bytesOf.bind(log);
    const expired = expiredTraces(retention ?? {}, retainedTraces(engine, bytesOf), Date.now());
    if (expired.length > 0) await traces.deleteTraces(expired);
    return expired.length;
  }

  const traces: TraceStore = {
    ...inner,
    async write(patches, options) {
      await inner.write(patches, options);
      const isSealed = log.sealedCount !== sealedCount;
      sealedCount = log.sealedCount;
      if (isSealed || log.nextRef >= nextSnapshot) maintenance.ask();
    },
    async deleteTraces(traceIds, options) {
      await inner.deleteTraces(traceIds, options);
      maintenance.ask();
    },
  };

  const retire = () =>
    void applyRetention().catch((cause: unknown) => onFinding?.({ kind: 'failure', cause }));
  const timer = retention === undefined ? undefined : setInterval(retire, RETENTION_EVERY);
  timer?.unref();
  if (retention !== undefined) retire();

  async function closeAll(): Promise<void> {
    clearInterval(timer);
    await maintenance.stop();
    await rewriting.settled();
    try {
      if ((log.nextRef - savedRef) * CLOSING_SHARE >= snapshotEvery) await saveSnapshot();
    } catch (cause) {
      onFinding?.({ kind: 'failure', cause });
    }
    await inner.close();
    await Promise.all([documents.close(), media.close()]);
    await release();
  }

  return {
    traces,
    documents,
    media,
    report,
    memoryUsage: () => ({ structure: engine.memoryUsage, patches: log.memoryUsage }),
    applyRetention,
    compact: () =>
      rewriting.take(async () => {
        await turns.take(() => log.sealActive());
        await compactAll(() =>
          log.segments
            .slice(0, -1)
            .filter(({ forgotten }) => forgotten > 0)
            .slice(0, 1),
        );
      }),
    verify: () => rewriting.take(() => log.verify()),
    close: () => (closing ??= closeAll()),
  };
}
