import type { Bytes, EpochMs } from '@oriel/core';

/**
 * What the settings page shows of the ingestion in front of the store. `connectIngestion` of `@oriel/ingest/worker`
 * has this shape; so can a client of your own server.
 */
export interface IngestionMonitor {
  readonly counters: () => Promise<IngestionCounters>;
  readonly deadLetters: {
    readonly list: () => Promise<readonly DeadLetterSummary[]>;
    /** Sends what a letter holds again; it stays on the list when that fails, and the promise rejects. */
    readonly replay: (id: string) => Promise<unknown>;
    readonly delete: (ids: readonly string[]) => Promise<void>;
  };
}

/** Since the ingestion started. */
export interface IngestionCounters {
  readonly payloads: number;
  readonly bytes: Bytes;
  /** Parts of payloads that could not be read. */
  readonly rejected: number;
  /** Patches that sampling dropped. */
  readonly sampledOut: number;
  /** How often each masking rule hid something. */
  readonly masked: Readonly<Record<string, number>>;
  /** Calls of models with a computed cost, and with usage but no price. */
  readonly priced: number;
  readonly unpriced: number;
  /** Writes that were tried again. */
  readonly retries: number;
}

/** Records that could not be written. */
export interface DeadLetterSummary {
  readonly id: string;
  /** When it was given up. */
  readonly at: EpochMs;
  /** The stage that failed. */
  readonly stage: string;
  readonly code: string;
  /** For people. */
  readonly reason: string;
  readonly patchCount: number;
  readonly traceIds: readonly string[];
}
