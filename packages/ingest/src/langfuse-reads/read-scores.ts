import { isJsonObject, SCORE_DATA_TYPES, SCORE_SOURCES } from '@oriel/core';
import type { JsonObject, JsonValue, ScoreDataType, ScorePatch } from '@oriel/core';
import { bodyMetadata } from '../langfuse/body-metadata.ts';
import { FieldReader } from '../langfuse/field-reader.ts';
import { ADVICE, readEach } from './read-records.ts';
import type { ReadRecord, ReadRecords } from './read-records.ts';

/** Scores as any version of the API gives them: with a number and a text beside it, or one value of their type. */
export function readScores(json: unknown): ReadRecords {
  return readEach(json, 'scores', readScore);
}

const readScore: ReadRecord<ScorePatch> = (json) => {
  const fields = new FieldReader(json, '', ADVICE);
  const timestamp = fields.time('timestamp') ?? fields.refuse('timestamp', 'the time of the score');
  const dataType = fields.oneOf('dataType', SCORE_DATA_TYPES) ?? undefined;
  const value = valueOf(json, dataType);
  if (value === undefined) fields.refuse('value', 'a number or a text');
  const patch: ScorePatch = {
    kind: 'score',
    id: fields.id('id') ?? fields.refuse('id', 'the id of the score') ?? '',
    at: timestamp ?? 0,
    timestamp,
    name: fields.text('name') ?? '',
    value,
    dataType,
    source: fields.oneOf('source', SCORE_SOURCES) ?? undefined,
    ...targetOf(json, fields),
    comment: fields.text('comment'),
    configId: fields.text('configId'),
    authorId: fields.text('authorUserId'),
    metadata: bodyMetadata(fields.value('metadata')),
    environment: fields.text('environment') ?? undefined,
  };
  return fields.problem === null ? patch : { problem: fields.problem };
};

function valueOf(json: JsonObject, dataType: ScoreDataType | undefined): number | string | undefined {
  const { value, stringValue, longStringValue } = json;
  if (dataType === 'NUMERIC' || dataType === 'BOOLEAN') {
    return typeof value === 'boolean' ? Number(value) : numberOf(value);
  }
  // A category has a number of its own beside its label, except where the value is the label.
  const texts = [longStringValue, stringValue, value];
  return texts.find((text) => typeof text === 'string') ?? numberOf(value);
}

function numberOf(value: JsonValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** What is judged: the newest version names one thing by its kind. */
function targetOf(
  { subject }: JsonObject,
  fields: FieldReader,
): Pick<ScorePatch, 'traceId' | 'observationId' | 'sessionId' | 'datasetRunId'> {
  if (!isJsonObject(subject)) {
    return {
      traceId: fields.id('traceId') ?? null,
      observationId: fields.id('observationId') ?? null,
      sessionId: fields.id('sessionId') ?? null,
      datasetRunId: fields.id('datasetRunId') ?? null,
    };
  }
  const inSubject = new FieldReader(subject, 'subject.', ADVICE);
  const id = inSubject.id('id') ?? null;
  const kind = inSubject.text('kind');
  return {
    traceId: kind === 'trace' ? id : (inSubject.id('traceId') ?? null),
    observationId: kind === 'observation' ? id : null,
    sessionId: kind === 'session' ? id : null,
    datasetRunId: kind === 'experiment' ? id : null,
  };
}
