import type { View } from '@oriel/core';
import type { PushedColumns, ViewColumns } from './server-conditions.ts';

const TRACES: PushedColumns = {
  texts: same('id', 'userId', 'sessionId', 'environment', 'release', 'version'),
  lists: same('tags'),
  // A trace never starts after its own timestamp, but may long before it.
  since: { timestamp: 'timestamp', startTime: 'timestamp' },
  before: same('timestamp'),
};

const OBSERVATIONS: PushedColumns = {
  texts: same('id', 'type', 'traceId', 'environment', 'level', 'version', 'userId', 'sessionId'),
  lists: same('tags'),
  since: same('startTime'),
  before: same('startTime'),
};

/** What traces say, where observations are listed. */
const TRACES_OF_OBSERVATIONS: PushedColumns = {
  texts: { id: 'traceId', userId: 'userId', sessionId: 'sessionId' },
  lists: same('tags'),
  since: same('startTime'),
};

const SCORES: PushedColumns = {
  texts: same('id', 'name', 'traceId', 'observationId', 'sessionId', 'source', 'dataType', 'environment'),
  since: same('timestamp'),
  before: same('timestamp'),
};

/** Columns of `/traces`, `/observations` and `/v2/scores` that say the same as fields of ours. */
export const V3_COLUMNS: Readonly<Record<View, ViewColumns>> = {
  traces: { own: TRACES, traces: TRACES },
  sessions: { own: { texts: { id: 'sessionId' } }, traces: TRACES },
  users: { own: { texts: { id: 'userId' } }, traces: TRACES },
  observations: { own: OBSERVATIONS, traces: TRACES_OF_OBSERVATIONS },
  scores: { own: SCORES, traces: { texts: { id: 'traceId' } } },
};

function same(...names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, name]));
}
