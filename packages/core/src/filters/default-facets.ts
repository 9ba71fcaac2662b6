import type { View } from '../query/view-record.ts';

/**
 * The fields of each view that most people filter by, in the order to show them. Each has few values or is a range;
 * `metadata.<path>` and `scores.<name>` come on top, for what there is.
 */
export const DEFAULT_FACETS: Readonly<Record<View, readonly string[]>> = {
  traces: [
    'level',
    'name',
    'environment',
    'tags',
    'userId',
    'release',
    'version',
    'latency',
    'totalCost',
    'totalTokens',
    'observationCount',
  ],
  observations: [
    'type',
    'level',
    'name',
    'model',
    'environment',
    'traceName',
    'promptName',
    'tags',
    'userId',
    'release',
    'latency',
    'timeToFirstToken',
    'totalCost',
    'totalTokens',
    'tokensPerSecond',
  ],
  sessions: ['environment', 'userIds', 'traceCount', 'duration', 'totalCost', 'totalTokens'],
  users: ['traceCount', 'sessionCount', 'errorCount', 'totalCost', 'totalTokens'],
  scores: [
    'name',
    'source',
    'dataType',
    'value',
    'environment',
    'traceName',
    'observationName',
    'model',
    'userId',
  ],
};
