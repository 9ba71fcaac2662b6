import type { Milliseconds } from '@oriel/core';
import type { LangfuseReader } from './langfuse-reader.ts';

export interface LangfuseStoreOptions {
  /**
   * Langfuse's own client, made by the host: `new LangfuseClient({ baseUrl, publicKey, secretKey })`. It holds a secret
   * key, so the store belongs on a server; pages reach it through a collector.
   */
  readonly client: LangfuseReader;
  /** Which of the server's reads are used. Default: the newer where the server has them, found out with one request. */
  readonly reads?: LangfuseReads | undefined;
  /** Metadata keys of traces that hold ids of the host's own, for `resolveTraceId`. Default: none. */
  readonly idKeys?: readonly string[] | undefined;
  /**
   * Most traces, observations and scores that one call takes from the server, together. What needs more is refused with
   * `too-large`. Default 20 000.
   */
  readonly maxRecords?: number | undefined;
  /** Most requests at a time. Default 4. */
  readonly concurrency?: number | undefined;
  readonly retry?: LangfuseRetryOptions | undefined;
  /** Longest wait for an answer. Default 60 000. */
  readonly timeoutMs?: Milliseconds | undefined;
  /** Hears of records that the server sent and that could not be understood. Default: nobody does. */
  readonly onRejected?: ((item: RejectedRecord) => void) | undefined;
}

/**
 * - `v3`: traces are records: `/traces`, `/observations`, `/v2/scores`.
 * - `v4`: traces are what their observations make: `/v2/observations`, `/v3/scores`.
 */
export type LangfuseReads = 'v3' | 'v4';

/** A record that is left out. */
export interface RejectedRecord {
  readonly where: string;
  readonly reason: string;
}

/** A request is made again while the server cannot be reached, or says that it may work later. */
export interface LangfuseRetryOptions {
  /** Most tries of one request, the first included. Default 5. */
  readonly attempts?: number | undefined;
  /** Longest wait before the second try; doubled for each one after. Default 500. */
  readonly baseMs?: Milliseconds | undefined;
  /** Longest wait of all; a server that asks for a longer one is not waited for. Default 60 000. */
  readonly maxMs?: Milliseconds | undefined;
}
