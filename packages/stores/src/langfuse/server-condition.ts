import type { EpochMs } from '@oriel/core';

/** A condition as Langfuse's lists take them: all of a list hold. */
export interface ServerCondition {
  readonly type: 'string' | 'stringOptions' | 'arrayOptions' | 'datetime' | 'stringObject';
  readonly column: string;
  readonly operator: string;
  readonly value: string | readonly string[];
  /** Of metadata: which member. */
  readonly key?: string;
}

export function anyOf(column: string, value: readonly string[]): ServerCondition {
  return { type: 'stringOptions', column, operator: 'any of', value };
}

export function equals(column: string, value: string): ServerCondition {
  return { type: 'string', column, operator: '=', value };
}

/** A member of the metadata is that text. */
export function hasMetadata(key: string, value: string): ServerCondition {
  return { type: 'stringObject', column: 'metadata', key, operator: '=', value };
}

/** Times are whole milliseconds there. */
export function before(column: string, time: EpochMs): ServerCondition {
  return { type: 'datetime', column, operator: '<', value: isoTime(Math.ceil(time)) };
}

export function since(column: string, time: EpochMs): ServerCondition {
  return { type: 'datetime', column, operator: '>=', value: isoTime(Math.floor(time)) };
}

/** The moments that dates can say. */
const LATEST: EpochMs = 8_640_000_000_000_000;
const EARLIEST: EpochMs = -8_640_000_000_000_000;

export function isoTime(time: EpochMs): string {
  return new Date(Math.min(Math.max(time, EARLIEST), LATEST)).toISOString();
}
