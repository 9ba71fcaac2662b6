import {
  previewJson,
  previewPayload,
  readScores,
  readTablePayloads,
  readTraces,
  recordKey,
} from '@oriel/core';
import type {
  JsonObject,
  ObservationPayload,
  Score,
  TableRecord,
  Trace,
  TraceId,
  TracePayload,
  TraceStore,
} from '@oriel/core';

/** What of a row is read apart from it, and only while somebody looks at a column that shows it. */
export type ExtraPart = 'payloads' | 'scores' | 'traces';

/** Reads extras of some rows at once, by their keys; what is unknown is left out. */
export interface RowReader {
  readonly payloads: (
    rows: readonly TableRecord[],
    signal: AbortSignal,
  ) => Promise<ReadonlyMap<string, TracePayload | ObservationPayload>>;
  readonly scores: (
    rows: readonly TableRecord[],
    signal: AbortSignal,
  ) => Promise<ReadonlyMap<string, readonly Score[]>>;
  readonly traces: (
    rows: readonly TableRecord[],
    signal: AbortSignal,
  ) => Promise<ReadonlyMap<TraceId, Trace>>;
}

/** Reads extras from a store. */
export function storeReader(store: TraceStore): RowReader {
  return {
    payloads: (rows, signal) => readTablePayloads(store, rows, { signal }),
    scores: (rows, signal) => readScores(store, rows, { signal }),
    traces: (rows, signal) => readTraces(store, rows, { signal }),
  };
}

/** The beginning of what went in and out: a whole payload may be 20 MB, and a row shows a few lines. */
export interface PayloadPreview {
  readonly input: string | null;
  readonly output: string | null;
  readonly metadata: string | null;
  /** Names of the tools that were offered. */
  readonly tools: readonly string[];
}

/** What is known of a row; a part that is not there was not read yet, `'failed'` could not be. */
export interface RowExtras {
  readonly payloads?: PayloadPreview | 'failed' | undefined;
  readonly scores?: readonly Score[] | 'failed' | undefined;
  readonly traces?: Trace | null | 'failed' | undefined;
}

/** Extras of the rows in sight. */
export interface RowExtrasLoader {
  readonly get: (key: string) => RowExtras | undefined;
  /** Reads what is not there yet. What was wanted before and is not wanted any more is not waited for. */
  readonly want: (rows: readonly TableRecord[], parts: readonly ExtraPart[]) => void;
  /** Reads again what these traces may have changed. */
  readonly touch: (traceIds: readonly TraceId[]) => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly stop: () => void;
}

const BATCH = 50;
/** Most rows whose extras are kept: what was looked at longest ago goes first. */
const KEPT = 2000;
const PREVIEW_LENGTH = 400;
/** Shortest time between two reads while a producer is busy. */
const REST_MS = 200;

interface Entry {
  extras: RowExtras;
  /** What the row was when each part was read: one that changed is read again. */
  of: Partial<Record<ExtraPart, TableRecord>>;
}

export function createRowExtras(reader: RowReader): RowExtrasLoader {
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  let wanted: readonly TableRecord[] = [];
  let parts: readonly ExtraPart[] = [];
  let reading: { readonly stopping: AbortController; readonly keys: ReadonlySet<string> } | null = null;

  const isDue = (row: TableRecord) => {
    const entry = entries.get(recordKey(row));
    return parts.some((part) => entry?.of[part] !== row);
  };

  async function pump(): Promise<void> {
    if (reading) return;
    for (let due = wanted.filter(isDue); due.length > 0; due = wanted.filter(isDue)) {
      const batch = due.slice(0, BATCH);
      const own = { stopping: new AbortController(), keys: new Set(batch.map(recordKey)) };
      reading = own;
      const asked = parts;
      const answers = await Promise.all(asked.map((part) => answer(part, batch, own.stopping.signal)));
      if (reading !== own) return;
      for (const row of batch) {
        const key = recordKey(row);
        const entry = entries.get(key) ?? { extras: {}, of: {} };
        entries.delete(key);
        entries.set(key, {
          extras: Object.assign({}, entry.extras, ...answers.map((of) => of(row))) as RowExtras,
          of: { ...entry.of, ...Object.fromEntries(asked.map((part) => [part, row])) },
        });
      }
      forget();
      for (const listener of listeners) listener();
    }
    reading = null;
  }

  async function answer(
    part: ExtraPart,
    rows: readonly TableRecord[],
    signal: AbortSignal,
  ): Promise<(row: TableRecord) => RowExtras> {
    try {
      if (part === 'payloads') {
        const found = await reader.payloads(rows, signal);
        return (row) => ({ payloads: preview(found.get(recordKey(row))) });
      }
      if (part === 'scores') {
        const found = await reader.scores(rows, signal);
        return (row) => ({ scores: found.get(recordKey(row)) ?? [] });
      }
      const found = await reader.traces(rows, signal);
      return (row) => ({ traces: found.get('parentId' in row ? row.traceId : row.id) ?? null });
    } catch {
      return () => ({ [part]: 'failed' });
    }
  }

  function forget() {
    const needed = new Set(wanted.map(recordKey));
    for (const key of entries.keys()) {
      if (entries.size <= KEPT) break;
      if (!needed.has(key)) entries.delete(key);
    }
  }

  let resting: ReturnType<typeof setTimeout> | undefined;
  function drop() {
    reading?.stopping.abort();
    reading = null;
  }
  return {
    get: (key) => entries.get(key)?.extras,
    want(rows, next) {
      wanted = rows;
      parts = next;
      if (reading && !rows.some((row) => reading?.keys.has(recordKey(row)))) drop();
      void pump();
    },
    touch(traceIds) {
      const touched = new Set(traceIds);
      for (const row of wanted) {
        const entry = touched.has('parentId' in row ? row.traceId : row.id)
          ? entries.get(recordKey(row))
          : undefined;
        if (entry) entry.of = {};
      }
      resting ??= setTimeout(() => {
        resting = undefined;
        void pump();
      }, REST_MS);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      clearTimeout(resting);
      resting = undefined;
      wanted = [];
      drop();
    },
  };
}

function preview(payload: TracePayload | ObservationPayload | undefined): PayloadPreview {
  if (!payload) return { input: null, output: null, metadata: null, tools: [] };
  return {
    input: payload.input === null ? null : previewPayload(payload.input, PREVIEW_LENGTH),
    output: payload.output === null ? null : previewPayload(payload.output, PREVIEW_LENGTH),
    metadata: isEmpty(payload.metadata) ? null : previewJson(payload.metadata, PREVIEW_LENGTH),
    tools: 'tools' in payload ? payload.tools.map(({ name }) => name) : [],
  };
}

function isEmpty(metadata: JsonObject): boolean {
  for (const key in metadata) return key === undefined;
  return true;
}
