import { canonicalJson, readObservationPayload, readScore, readTracePayload } from '@oriel/core';
import type { JsonObject, JsonValue, Patch } from '@oriel/core';
import { mergePatch } from './merge-patch.ts';
import type { RecordState } from './merge-patch.ts';
import type { RecordKind } from './record-columns.ts';

/** Fields that fold leaf by leaf or member by member, which no aggregate function of ClickHouse does. */
const FIELDS = ['metadata', 'provenance', 'inputMessages', 'outputMessages'] as const;

/**
 * What a patch says of such fields, with its time, as one text. ClickHouse keeps the set of all pieces of a record,
 * which is the same in any order and any repetition; readers fold the set with core's rules. `null` when it says nothing.
 */
export function encodePiece(patch: Patch): string | null {
  const fields = Object.entries(patch as unknown as Record<string, JsonValue | undefined>).filter(
    ([field, value]) => (FIELDS as readonly string[]).includes(field) && isSaid(value),
  );
  if (fields.length === 0) return null;
  const { at, mode = 'create' } = patch;
  return canonicalJson({ at, mode, ...(Object.fromEntries(fields) as JsonObject) });
}

function isSaid(value: JsonValue | undefined): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** What pieces make together. */
export function foldPieces(kind: RecordKind, pieces: readonly string[]): RecordState | undefined {
  return pieces.reduce<RecordState | undefined>((state, piece) => {
    const patch = { ...(JSON.parse(piece) as object), kind, id: '', traceId: '' } as unknown as Patch;
    return mergePatch(state, patch);
  }, undefined);
}

/** What queries ask of the fields that pieces make. */
export interface FoldedPieces {
  readonly metadata: JsonObject;
  readonly convention: string | null;
  /** Of messages that came one by one; `null` without any. */
  readonly input: JsonValue;
  readonly output: JsonValue;
}

export function readPieces(kind: RecordKind, pieces: readonly string[]): FoldedPieces {
  const state = foldPieces(kind, pieces);
  const none = { convention: null, input: null, output: null };
  if (state === undefined) return { ...none, metadata: {} };
  if (kind === 'trace') return { ...none, metadata: readTracePayload(state, null).metadata };
  if (kind === 'score') return { ...none, metadata: readScore('', state).metadata };
  const { metadata, provenance, input, output } = readObservationPayload('', state);
  return { metadata, convention: provenance.convention, input, output };
}
