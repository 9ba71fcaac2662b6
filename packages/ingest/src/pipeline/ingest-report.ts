import type { Bytes, Milliseconds, Patch, TraceId } from '@oriel/core';
import type { RejectedItem } from '../rejected-item.ts';
import type { DeadLetterId } from './dead-letters.ts';

/** How far a payload has come. */
export interface IngestProgress {
  /** `waiting`: for room, or for earlier payloads. */
  readonly stage: 'waiting' | 'parsing' | 'writing';
  /** Patches and media the store has taken. */
  readonly written: number;
  /** Patches and media there are to write; 0 until the payload is parsed. */
  readonly total: number;
}

/** What became of a payload. */
export interface IngestReport {
  /** Every trace the payload says something about, in order of first mention; those in dead letters among them. */
  readonly traceIds: readonly TraceId[];
  readonly counts: IngestCounts;
  /** What could not be kept, each with the reason, masked. Everything else was. */
  readonly rejected: readonly RejectedItem[];
  /** Patches that sampling dropped, with the traces they belong to. */
  readonly sampledOut: number;
  /** Where patches went that a stage failed for or the store refused. They can be read and replayed. */
  readonly deadLetters: readonly DeadLetterId[];
  /** Why a payload that is fine holds nothing for a store; `null` for all others. */
  readonly ignored: string | null;
  /** Length of the body as it came. */
  readonly bytes: Bytes;
  /** From the start of parsing to the last write; waiting does not count. */
  readonly durationMs: Milliseconds;
}

/**
 * Records a payload says something about, each counted once however many pieces it came in; those in dead letters among
 * them, except what sampling dropped.
 */
export interface IngestCounts {
  readonly traces: number;
  readonly observations: number;
  readonly scores: number;
  /** Media whose bytes were stored. */
  readonly media: number;
}

/** The records that patches touch. */
export function touchedRecords(patches: readonly Patch[]): {
  traceIds: TraceId[];
  observations: number;
  scores: number;
} {
  const traceIds = new Set<TraceId>();
  const observations = new Map<TraceId, Set<string>>();
  const scores = new Set<string>();
  for (const patch of patches) {
    if (patch.kind === 'trace') {
      traceIds.add(patch.id);
    } else if (patch.kind === 'observation') {
      traceIds.add(patch.traceId);
      const ids = observations.get(patch.traceId);
      if (ids) ids.add(patch.id);
      else observations.set(patch.traceId, new Set([patch.id]));
    } else {
      scores.add(patch.id);
      if (patch.traceId) traceIds.add(patch.traceId);
    }
  }
  let observationCount = 0;
  for (const ids of observations.values()) observationCount += ids.size;
  return { traceIds: [...traceIds], observations: observationCount, scores: scores.size };
}
