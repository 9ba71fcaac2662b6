import type { View } from '@oriel/core';

/** A column as Langfuse's filters name it, in the terms of a view. */
export interface Column {
  /** Field of the view. For columns with keys, what comes before the key: `metadata.`. */
  readonly field: string;
  /** What a value is multiplied with: Langfuse counts latencies in seconds, a view in milliseconds. Default 1. */
  readonly scale?: number | undefined;
  /** `key` says which member is meant. */
  readonly isKeyed?: boolean | undefined;
}

const SECONDS = 1000;

const same = (...names: readonly string[]): readonly (readonly [string, Column])[] =>
  names.map((name) => [name, { field: name }]);

const AMOUNTS = same('inputTokens', 'outputTokens', 'totalTokens', 'inputCost', 'outputCost', 'totalCost');

const KEYED: readonly (readonly [string, Column])[] = [
  ['metadata', { field: 'metadata.', isKeyed: true }],
  ['scores_avg', { field: 'scores.', isKeyed: true }],
  ['score_categories', { field: 'scores.', isKeyed: true }],
  ['score_booleans', { field: 'scores.', isKeyed: true }],
];

/** Columns by view; those of users are not asked for over this API. */
export const COLUMNS: Readonly<Record<Exclude<View, 'users'>, ReadonlyMap<string, Column>>> = {
  traces: new Map([
    ...same(
      'id',
      'name',
      'timestamp',
      'userId',
      'sessionId',
      'environment',
      'version',
      'release',
      'tags',
      'public',
    ),
    ...same('level', 'errorCount', 'warningCount', 'defaultCount', 'debugCount', 'input', 'output'),
    ['latency', { field: 'latency', scale: SECONDS }],
    ...AMOUNTS,
    ...KEYED,
  ]),
  observations: new Map([
    ...same(
      'id',
      'type',
      'name',
      'traceId',
      'startTime',
      'endTime',
      'environment',
      'level',
      'statusMessage',
      'version',
    ),
    ...same(
      'userId',
      'sessionId',
      'isRootObservation',
      'traceName',
      'tags',
      'release',
      'tokensPerSecond',
      'model',
    ),
    ...same('promptName', 'promptVersion', 'input', 'output', 'toolNames'),
    ['providedModelName', { field: 'model' }],
    ['parentObservationId', { field: 'parentId' }],
    ['latency', { field: 'latency', scale: SECONDS }],
    ['timeToFirstToken', { field: 'timeToFirstToken', scale: SECONDS }],
    ...AMOUNTS,
    ...KEYED,
  ]),
  sessions: new Map([
    ...same('id', 'environment', 'userIds'),
    ['createdAt', { field: 'startTime' }],
    ...AMOUNTS,
    ...KEYED,
  ]),
  scores: new Map([
    ...same(
      'id',
      'name',
      'value',
      'dataType',
      'source',
      'traceId',
      'observationId',
      'sessionId',
      'configId',
      'comment',
    ),
    ...same('environment', 'timestamp', 'traceName', 'userId', 'release', 'tags', 'observationName'),
    ['datasetRunId', { field: 'datasetRunId' }],
    ['stringValue', { field: 'value' }],
    ['authorUserId', { field: 'authorId' }],
    ['traceTags', { field: 'tags' }],
    ['observationModelName', { field: 'model' }],
    ['observationPromptName', { field: 'promptName' }],
    ['observationPromptVersion', { field: 'promptVersion' }],
    ['traceRelease', { field: 'release' }],
    ['traceVersion', { field: 'traceVersion' }],
    ['metadata', { field: 'metadata.', isKeyed: true }],
  ]),
};
