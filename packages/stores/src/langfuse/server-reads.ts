import type { EpochMs, OmittedField, Patch, PayloadQuery, SessionId, TraceId, View } from '@oriel/core';
import type { QueryNeeds } from './query-needs.ts';
import type { RecordBudget } from './record-budget.ts';
import type { ServerCondition } from './server-condition.ts';
import type { ViewColumns } from './server-conditions.ts';

/** One version of a Langfuse server's reads, in patches. */
export interface ServerReads {
  /** What it does not tell. */
  readonly omits: readonly OmittedField[];
  readonly columns: Readonly<Record<View, ViewColumns>>;
  /** Which records hold the metadata of a trace. */
  readonly metadataOn: 'trace' | 'observation';
  /** The newest first, a page of the server's at a time. */
  readonly feeds: Readonly<Record<FeedName, (query: FeedQuery) => AsyncGenerator<FeedPage, void>>>;
  /** Everything that is needed of some traces. */
  load(traceIds: readonly TraceId[], call: LoadCall): Promise<readonly Patch[]>;
  loadSessionScores(sessionIds: readonly SessionId[], call: ReadCall): Promise<readonly Patch[]>;
  /** A whole trace without payloads; `null` when the server does not know it. */
  readTrace(traceId: TraceId, call: ReadCall): Promise<readonly Patch[] | null>;
  readPayloads(query: PayloadQuery, call: ReadCall): Promise<readonly Patch[] | null>;
}

export type FeedName = 'traces' | 'observations' | 'scores';

export interface ReadCall {
  readonly signal: AbortSignal;
  readonly budget: RecordBudget;
}

export interface LoadCall extends ReadCall {
  readonly needs: QueryNeeds;
  /** Their own records are known already. */
  readonly hasRecords: boolean;
}

export interface FeedQuery extends ReadCall {
  readonly conditions: readonly ServerCondition[];
  /** Only what is before it; `null` for everything. */
  readonly before: EpochMs | null;
  /** Most records of the first page; later ones may be larger. */
  readonly pageSize: number;
  readonly needs: QueryNeeds;
}

export interface FeedPage {
  readonly patches: readonly Patch[];
  /** Whatever comes later is before it, by the time the list is ordered by; `null` when nothing does. */
  readonly before: EpochMs | null;
}
