import type { TraceId } from '@oriel/core';
import type { Connection } from '../connection.ts';
import type { Tables } from '../schema/tables.ts';

/** What queries are answered with. */
export interface StoreReader {
  readonly connection: Connection;
  readonly tables: Tables;
}

/** An item of a view; `traceId` is empty where its own id is enough. */
export interface ItemKey {
  readonly id: string;
  readonly traceId: TraceId;
}

/** A key as one text. */
export function nameOf({ id, traceId }: ItemKey): string {
  return JSON.stringify([id, traceId]);
}
