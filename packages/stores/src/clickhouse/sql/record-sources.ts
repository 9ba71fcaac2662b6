import type { Tables } from '../schema/tables.ts';
import { registerNumber, registerScalar, registerText, unitOrder } from './expressions.ts';

/** Rows of records to look at, as a condition on the table's key. Default: all. */
export interface SourceBounds {
  readonly where?: string | undefined;
}

const START = `ifNull(${registerNumber('r_startTime')}, first_at)`;
const END = `if(isNull(${registerNumber('r_endTime')}), NULL, greatest(${START}, ${registerNumber('r_endTime')}))`;
const TYPE = `ifNull(${registerText('r_type', 1)}, 'SPAN')`;
const LEVEL = `ifNull(${registerText('r_level')}, 'DEFAULT')`;
const ENVIRONMENT = registerText('r_environment');
// What a client says it cost counts before what a price list says.
const COST = "if(r_cost.1 != '', r_cost.2, r_computedCost.2)";
const SCORE_TIME = `ifNull(${registerNumber('r_scoreTime')}, first_at)`;
const SCORE_TRACE = `ifNull(${registerText('r_scoreTraceId')}, '')`;
const SCORE_VALUE = `if(r_value = '', '0', ${registerScalar('r_value')})`;

/** Observations, folded, with the fields that queries ask for. */
export function observationsSource({ records }: Tables, { where = '1' }: SourceBounds = {}): string {
  return `(SELECT
    trace_id AS traceId,
    id,
    ${registerText('r_parentId')} AS parentId,
    r_isAppRoot AS isAppRoot,
    ${TYPE} AS type,
    ${registerText('r_name')} AS name,
    ${START} AS startTime,
    ${END} AS endTime,
    ${registerNumber('r_completionStartTime')} AS completionStartTime,
    ${LEVEL} AS level,
    ${registerText('r_statusMessage')} AS statusMessage,
    ${registerText('r_model')} AS model,
    r_usage.2 AS usage,
    ${COST} AS cost,
    substring(r_prompt, 18) AS prompt,
    ifNull(${ENVIRONMENT}, 'default') AS environment,
    ${registerText('r_version')} AS version,
    r_isInterrupted AS isInterrupted,
    substring(r_graph, 18) AS graph
  FROM ${records} FINAL WHERE kind = 'observation' AND (${where}))`;
}

/** Scores, folded. `traceId` and the other targets are NULL where a score is on no such thing. */
export function scoresSource({ records }: Tables, { where = '1' }: SourceBounds = {}): string {
  return `(SELECT
    id,
    ifNull(${registerText('r_name')}, '') AS name,
    ${SCORE_VALUE} AS value,
    ifNull(${registerText('r_dataType')}, if(startsWith(${SCORE_VALUE}, '"'), 'CATEGORICAL', 'NUMERIC')) AS dataType,
    ifNull(${registerText('r_source')}, 'API') AS source,
    ${registerText('r_scoreTraceId')} AS traceId,
    ${registerText('r_scoreObservationId')} AS observationId,
    ${registerText('r_scoreSessionId')} AS sessionId,
    ${registerText('r_scoreDatasetRunId')} AS datasetRunId,
    ${registerText('r_comment')} AS comment,
    ${registerText('r_configId')} AS configId,
    ${registerText('r_authorId')} AS authorId,
    ifNull(${ENVIRONMENT}, 'default') AS environment,
    ${SCORE_TIME} AS timestamp
  FROM ${records} FINAL WHERE kind = 'score' AND (${where}))`;
}

/** Every record that has to do with a trace, with what the trace is made of. */
export function traceParts({ records }: Tables, { where = '1' }: SourceBounds = {}): string {
  return `(SELECT
    if(kind = 'score', ${SCORE_TRACE}, trace_id) AS traceId,
    kind = 'trace' AS isTrace,
    kind = 'observation' AS isObservation,
    kind = 'score' AS isScore,
    id AS partId,
    first_at AS firstAt,
    ${registerText('r_name')} AS partName,
    ${registerText('r_userId')} AS partUserId,
    ${registerText('r_sessionId')} AS partSessionId,
    ${registerText('r_release')} AS partRelease,
    ${registerText('r_version')} AS partVersion,
    ${ENVIRONMENT} AS partEnvironment,
    r_tags AS partTags,
    substring(r_public, 18) = 'true' AS partPublic,
    r_isRecord AS partIsRecord,
    r_sampleRate AS partSampleRate,
    r_timestamp AS partTimestamp,
    ${START} AS start,
    ${END} AS end,
    ${registerText('r_parentId')} AS parentId,
    (isNull(${registerText('r_parentId')}) OR r_isAppRoot = 1) AS isRoot,
    ${LEVEL} AS partLevel,
    r_usage.2 AS partUsage,
    ${COST} AS partCost,
    ${SCORE_TIME} AS scoreTime,
    ${SCORE_VALUE} AS scoreValue
  FROM ${records} FINAL WHERE ${where})`;
}

/** The place of a part in its trace: by start, ties by id. */
export const PART_ORDER = `(start, ${unitOrder('partId')})`;
