import type { JsonValue, Patch, TraceId } from '@oriel/core';
import { mergePatch } from './merge-patch.ts';
import type { RecordState } from './merge-patch.ts';
import { encodePiece } from './metadata-piece.ts';
import type { RecordKind } from './record-columns.ts';

/** Where a record is kept. Scores are under no trace: the trace they name may change. */
export interface RecordKey {
  readonly kind: RecordKind;
  readonly traceId: TraceId;
  readonly id: string;
}

/** All that a batch says of one record. */
export interface BatchRecord extends RecordKey {
  readonly state: RecordState;
  /** What it says of fields that fold part by part, patch by patch. */
  readonly pieces: readonly string[];
}

/** A batch, record by record: fewer rows, and the same as ClickHouse would make of them one by one. */
export function foldBatch(patches: readonly Patch[]): BatchRecord[] {
  const records = new Map<string, { key: RecordKey; state: RecordState; pieces: Set<string> }>();
  for (const patch of patches) {
    const key = keyOf(patch);
    const name = JSON.stringify([key.kind, key.traceId, key.id]);
    const before = records.get(name);
    const pieces = before?.pieces ?? new Set<string>();
    const piece = encodePiece(patch);
    if (piece !== null) pieces.add(piece);
    records.set(name, { key, state: mergePatch(before?.state, patch), pieces });
  }
  return Array.from(records.values(), ({ key, state, pieces }) => ({ ...key, state, pieces: [...pieces] }));
}

function keyOf(patch: Patch): RecordKey {
  if (patch.kind === 'trace') return { kind: patch.kind, traceId: patch.id, id: '' };
  if (patch.kind === 'observation') return { kind: patch.kind, traceId: patch.traceId, id: patch.id };
  return { kind: patch.kind, traceId: '', id: patch.id };
}

/** What a register of a state holds; `undefined` when nothing was said. */
export function said(state: RecordState, field: string): JsonValue | undefined {
  return state.registers[field]?.value;
}
