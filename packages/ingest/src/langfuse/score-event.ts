import { SCORE_DATA_TYPES, SCORE_SOURCES } from '@oriel/core';
import type { JsonValue, ScoreDataType, ScorePatch } from '@oriel/core';
import { bodyEnvironment } from './body-environment.ts';
import { bodyMetadata } from './body-metadata.ts';
import type { Envelope } from './envelope.ts';
import { FieldReader } from './field-reader.ts';

const MAX_TEXT_LENGTH = 500;

interface ValueRule {
  readonly fits: (value: JsonValue | undefined) => boolean;
  readonly expected: string;
}

/** What the value of each data type must be (reference 1.5). */
const VALUE_RULES: Readonly<Record<ScoreDataType, ValueRule>> = {
  NUMERIC: { fits: (value) => Number.isFinite(value), expected: 'a number, as NUMERIC needs' },
  BOOLEAN: { fits: (value) => value === 0 || value === 1, expected: '0 or 1, as BOOLEAN needs' },
  CATEGORICAL: { fits: (value) => typeof value === 'string', expected: 'a label, as CATEGORICAL needs' },
  TEXT: {
    fits: (value) => typeof value === 'string' && value.length >= 1 && value.length <= MAX_TEXT_LENGTH,
    expected: `text of 1 to ${MAX_TEXT_LENGTH} characters, as TEXT needs`,
  },
  CORRECTION: { fits: (value) => typeof value === 'string', expected: 'text, as CORRECTION needs' },
};

/** The patch of a `score-create` event, or what is wrong with it: other servers take bad scores and drop them unseen. */
export function scoreEventPatch({ id, at, body }: Envelope): ScorePatch | { readonly problem: string } {
  const fields = new FieldReader(body, 'body.');
  const value = fields.value('value');
  const dataType =
    fields.oneOf('dataType', SCORE_DATA_TYPES) ?? (typeof value === 'string' ? 'CATEGORICAL' : 'NUMERIC');
  const rule = VALUE_RULES[dataType];
  if (!rule.fits(value)) fields.refuse('value', rule.expected);
  const name = fields.text('name');
  const isCorrection = dataType === 'CORRECTION';
  if (!name && !isCorrection) fields.refuse('name', 'the name of the score');
  const patch: ScorePatch = {
    kind: 'score',
    at,
    id: fields.id('id') ?? id,
    // A correction is what the output should have been.
    name: isCorrection ? 'output' : (name ?? ''),
    value: value as number | string,
    dataType,
    source: fields.oneOf('source', SCORE_SOURCES) ?? 'API',
    traceId: fields.id('traceId') ?? null,
    observationId: fields.id('observationId') ?? null,
    sessionId: fields.id('sessionId') ?? null,
    datasetRunId: fields.id('datasetRunId') ?? null,
    comment: fields.text('comment'),
    configId: fields.id('configId'),
    authorId: fields.id('authorUserId'),
    metadata: bodyMetadata(fields.value('metadata')),
    environment: bodyEnvironment(fields.value('environment')),
    timestamp: at,
  };
  const problem = fields.problem ?? targetProblem(patch) ?? configProblem(patch);
  return problem === null ? patch : { problem };
}

function targetProblem({
  traceId,
  observationId,
  sessionId,
  datasetRunId,
  dataType,
}: ScorePatch): string | null {
  const targets = [traceId, sessionId, datasetRunId].filter((target) => target !== null);
  if (targets.length !== 1) {
    return (
      `The score names ${targets.length === 0 ? 'nothing it judges' : 'several things it judges'}, so it belongs nowhere ` +
      'and was left out. Send exactly one of `traceId`, `sessionId` and `datasetRunId`.'
    );
  }
  if (traceId !== null) return null;
  if (observationId !== null) {
    return 'The score names an observation without its trace, so the observation is not certain and the score was left out. Send `traceId` too.';
  }
  return dataType === 'CORRECTION'
    ? 'A CORRECTION corrects the output of a trace or observation, but the score names neither, so it was left out. Send `traceId`.'
    : null;
}

function configProblem({ dataType, source, configId }: ScorePatch): string | null {
  if (dataType === 'CORRECTION' && configId) {
    return 'A CORRECTION is free text, but the score names a `configId`, so it was left out. Send it without.';
  }
  if (source === 'ANNOTATION' && dataType !== 'CORRECTION' && !configId) {
    return 'An ANNOTATION follows a score config, but the score names none, so it was left out. Send `configId`, or another source.';
  }
  return null;
}
