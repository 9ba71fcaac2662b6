import type { View } from '@oriel/core';
import type { PushedColumns, ViewColumns } from './server-conditions.ts';

/** Some row of every trace that meets a filter meets these: a trace is what its rows say. */
const TRACES: PushedColumns = {
  texts: { id: 'traceId', userId: 'userId', sessionId: 'sessionId', environment: 'environment' },
  lists: { tags: 'tags' },
  since: { startTime: 'startTime', timestamp: 'startTime' },
  before: { startTime: 'startTime', timestamp: 'startTime' },
};

const OBSERVATIONS: PushedColumns = {
  texts: same('id', 'type', 'traceId', 'environment', 'level', 'version'),
  since: same('startTime'),
  before: same('startTime'),
};

const TRACES_OF_OBSERVATIONS: PushedColumns = { texts: { id: 'traceId' }, since: same('startTime') };

/** Columns of `/v2/observations` that say the same as fields of ours. Scores take no conditions there. */
export const V4_COLUMNS: Readonly<Record<View, ViewColumns>> = {
  traces: { own: TRACES, traces: TRACES },
  sessions: { own: { texts: { id: 'sessionId' } }, traces: TRACES },
  users: { own: { texts: { id: 'userId' } }, traces: TRACES },
  observations: { own: OBSERVATIONS, traces: TRACES_OF_OBSERVATIONS },
  scores: { own: {}, traces: {} },
};

function same(...names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, name]));
}
