import type { TraceChange } from '@oriel/core';
import type { ServedStore, StorePart } from '@oriel/core/protocol';
import type { IngestProgress } from '../pipeline/ingest-report.ts';
import type { WireError } from './wire-error.ts';

/** On every message, so that other traffic on the same endpoint, and other versions, are passed over. */
const PROTOCOL = 'oriel-ingestion/1';

/** Unique among all clients an endpoint ever had: a late answer to a closed client must not reach the next. */
export type CallId = string;

export type CallTarget = StorePart | 'ingestion';

export interface CallMessage {
  readonly type: 'call';
  readonly id: CallId;
  readonly target: CallTarget;
  readonly method: string;
  readonly args: readonly unknown[];
}

/**
 * What the page sends.
 *
 *     page                         worker
 *      | hello ───────────────────▶ |
 *      | ◀─────────────── welcome   |   also sent unasked, when the worker is up
 *      | call 1 ──────────────────▶ |
 *      | ◀──────────── progress 1   |   any number of times
 *      | abort 1 ─────────────────▶ |   perhaps
 *      | ◀────────────── answer 1   |   always, aborted or not
 *      | bye ─────────────────────▶ |
 */
export type PageMessage =
  | { readonly type: 'hello' }
  | CallMessage
  | { readonly type: 'abort'; readonly id: CallId }
  | { readonly type: 'subscribe'; readonly subscriptionId: CallId }
  | { readonly type: 'unsubscribe'; readonly subscriptionId: CallId }
  | { readonly type: 'bye' };

/** What the worker sends. */
export type WorkerMessage =
  | { readonly type: 'welcome'; readonly store: ServedStore }
  | { readonly type: 'answer'; readonly id: CallId; readonly ok: true; readonly value: unknown }
  | { readonly type: 'answer'; readonly id: CallId; readonly ok: false; readonly error: WireError }
  | { readonly type: 'progress'; readonly id: CallId; readonly progress: IngestProgress }
  | { readonly type: 'change'; readonly subscriptionId: CallId; readonly change: TraceChange };

/** A message as it travels. */
export function envelope(message: PageMessage | WorkerMessage): unknown {
  return { ...message, protocol: PROTOCOL };
}

/** The message in some data of the page; `null` for other people's data. */
export function readPageMessage(data: unknown): PageMessage | null {
  return isOurs(data) ? (data as PageMessage) : null;
}

/** The message in some data of the worker; `null` for other people's data. */
export function readWorkerMessage(data: unknown): WorkerMessage | null {
  return isOurs(data) ? (data as WorkerMessage) : null;
}

function isOurs(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'protocol' in data && data.protocol === PROTOCOL;
}
