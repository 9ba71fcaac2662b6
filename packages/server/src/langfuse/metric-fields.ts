/** What can be asked of a view of Langfuse's metrics, in the terms of our own views. */
export interface MetricView {
  readonly view: 'traces' | 'observations' | 'scores';
  /** Only scores of these types. */
  readonly dataTypes?: readonly string[] | undefined;
  readonly dimensions: Readonly<Record<string, string>>;
  /** `null` counts records. */
  readonly measures: Readonly<Record<string, MetricMeasure>>;
}

export interface MetricMeasure {
  /** Field of the view; `null` for the records themselves. */
  readonly field: string | null;
  /** Different values are counted, whatever aggregation is asked for. */
  readonly isDistinct?: boolean | undefined;
}

const plain = (...names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, name]));

const of = (field: string): MetricMeasure => ({ field });
const distinct = (field: string): MetricMeasure => ({ field, isDistinct: true });

const COUNT = { count: { field: null } } as const;
const PEOPLE = { uniqueUserIds: distinct('userId'), uniqueSessionIds: distinct('sessionId') } as const;
const AMOUNTS = {
  inputTokens: of('inputTokens'),
  outputTokens: of('outputTokens'),
  totalTokens: of('totalTokens'),
  inputCost: of('inputCost'),
  outputCost: of('outputCost'),
  totalCost: of('totalCost'),
} as const;

const SCORES: Pick<MetricView, 'view' | 'dimensions'> = {
  view: 'scores',
  dimensions: {
    ...plain('environment', 'name', 'source', 'dataType', 'configId', 'value', 'traceName', 'tags', 'userId'),
    ...plain('traceVersion', 'observationName'),
    id: 'id',
    traceId: 'traceId',
    observationId: 'observationId',
    stringValue: 'value',
    booleanValue: 'value',
    sessionId: 'traceSessionId',
    traceRelease: 'release',
    observationModelName: 'model',
    observationPromptName: 'promptName',
    observationPromptVersion: 'promptVersion',
  },
};

export const METRIC_VIEWS: Readonly<Record<string, MetricView>> = {
  traces: {
    view: 'traces',
    dimensions: plain('id', 'name', 'tags', 'userId', 'sessionId', 'release', 'version', 'environment'),
    measures: {
      ...COUNT,
      ...PEOPLE,
      ...AMOUNTS,
      observationsCount: of('observationCount'),
      scoresCount: of('scoreCount'),
      latency: of('latency'),
    },
  },
  observations: {
    view: 'observations',
    dimensions: {
      ...plain(
        'id',
        'traceId',
        'userId',
        'sessionId',
        'environment',
        'type',
        'name',
        'level',
        'version',
        'tags',
      ),
      ...plain('release', 'traceName', 'traceVersion', 'promptName', 'promptVersion', 'isRootObservation'),
      ...plain('toolNames'),
      parentObservationId: 'parentId',
      providedModelName: 'model',
      traceRelease: 'release',
    },
    measures: {
      ...COUNT,
      ...PEOPLE,
      ...AMOUNTS,
      latency: of('latency'),
      timeToFirstToken: of('timeToFirstToken'),
      outputTokensPerSecond: of('tokensPerSecond'),
      countScores: of('scoreCount'),
      traceId: distinct('traceId'),
    },
  },
  'scores-numeric': {
    ...SCORES,
    dataTypes: ['NUMERIC', 'BOOLEAN'],
    measures: { ...COUNT, value: of('value') },
  },
  'scores-boolean': { ...SCORES, dataTypes: ['BOOLEAN'], measures: { ...COUNT, value: of('value') } },
  'scores-categorical': { ...SCORES, dataTypes: ['CATEGORICAL'], measures: COUNT },
};
