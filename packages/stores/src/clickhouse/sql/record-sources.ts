import type { Tables } from '../schema/tables.ts';
import { registerNumber, registerScalar, registerText, unitOrder } from './expressions.ts';
import { pickColumns } from './pick-columns.ts';
import type { Columns } from './pick-columns.ts';

/** What is asked of a source. */
export interface SourceBounds {
  /** SQL that names the columns to have. */
  readonly for: string;
  /** Rows of the table to look at, as a condition on its key. Default: all. */
  readonly where?: string | undefined;
}

const START = `ifNull(${registerNumber('r_startTime')}, first_at)`;
const END = `if(isNull(${registerNumber('r_endTime')}), NULL, greatest(${START}, ${registerNumber('r_endTime')}))`;
const TYPE = `ifNull(${registerText('r_type', 1)}, 'SPAN')`;
const LEVEL = `ifNull(${registerText('r_level')}, 'DEFAULT')`;
const ENVIRONMENT = registerText('r_environment');
const PARENT = registerText('r_parentId');
// What a client says it cost counts before what a price list says.
const COST = "if(r_cost.1 != '', r_cost.2, r_computedCost.2)";
const SCORE_TIME = `ifNull(${registerNumber('r_scoreTime')}, first_at)`;
const SCORE_TRACE = `ifNull(${registerText('r_scoreTraceId')}, '')`;
const SCORE_VALUE = `if(r_value = '', '0', ${registerScalar('r_value')})`;

const OBSERVATION: Columns = {
  traceId: 'trace_id',
  id: 'id',
  parentId: PARENT,
  isAppRoot: 'r_isAppRoot',
  type: TYPE,
  name: registerText('r_name'),
  startTime: START,
  endTime: END,
  completionStartTime: registerNumber('r_completionStartTime'),
  level: LEVEL,
  statusMessage: registerText('r_statusMessage'),
  model: registerText('r_model'),
  usage: 'r_usage.2',
  cost: COST,
  prompt: 'substring(r_prompt, 18)',
  environment: `ifNull(${ENVIRONMENT}, 'default')`,
  version: registerText('r_version'),
  isInterrupted: 'r_isInterrupted',
  graph: 'substring(r_graph, 18)',
};

/** Observations, folded, with the fields that queries ask for. */
export function observationsSource({ records }: Tables, bounds: SourceBounds): string {
  return `(SELECT ${pickColumns(OBSERVATION, `traceId id ${bounds.for}`)}
  FROM ${records} FINAL WHERE kind = 'observation' AND (${bounds.where ?? '1'}))`;
}

const SCORE: Columns = {
  id: 'id',
  name: `ifNull(${registerText('r_name')}, '')`,
  value: SCORE_VALUE,
  dataType: `ifNull(${registerText('r_dataType')}, if(startsWith(${SCORE_VALUE}, '"'), 'CATEGORICAL', 'NUMERIC'))`,
  source: `ifNull(${registerText('r_source')}, 'API')`,
  traceId: registerText('r_scoreTraceId'),
  observationId: registerText('r_scoreObservationId'),
  sessionId: registerText('r_scoreSessionId'),
  datasetRunId: registerText('r_scoreDatasetRunId'),
  comment: registerText('r_comment'),
  configId: registerText('r_configId'),
  authorId: registerText('r_authorId'),
  environment: `ifNull(${ENVIRONMENT}, 'default')`,
  timestamp: SCORE_TIME,
};

/** Scores, folded. `traceId` and the other targets are NULL where a score is on no such thing. */
export function scoresSource({ records }: Tables, bounds: SourceBounds): string {
  return `(SELECT ${pickColumns(SCORE, `traceId id ${bounds.for}`)}
  FROM ${records} FINAL WHERE kind = 'score' AND (${bounds.where ?? '1'}))`;
}

const PART: Columns = {
  partTraceId: `if(kind = 'score', ${SCORE_TRACE}, trace_id)`,
  isTrace: "kind = 'trace'",
  isObservation: "kind = 'observation'",
  isScore: "kind = 'score'",
  firstAt: 'first_at',
  partName: registerText('r_name'),
  partUserId: registerText('r_userId'),
  partSessionId: registerText('r_sessionId'),
  partRelease: registerText('r_release'),
  partVersion: registerText('r_version'),
  partEnvironment: ENVIRONMENT,
  partTags: 'r_tags',
  partPublic: "substring(r_public, 18) = 'true'",
  partIsRecord: 'r_isRecord',
  partSampleRate: 'r_sampleRate',
  partTimestamp: 'r_timestamp',
  partStart: START,
  partEnd: END,
  /** What a root lends its trace. */
  node: `(id, ${registerText('r_name')}, ifNull(${ENVIRONMENT}, 'default'))`,
  /** By start, ties by id. */
  place: `(${START}, ${unitOrder('id')})`,
  ownHash: 'cityHash64(id)',
  parentHash: `cityHash64(ifNull(${PARENT}, ''))`,
  scorePart: `(${SCORE_TIME}, ${unitOrder('id')}, ifNull(${registerText('r_name')}, ''), ${SCORE_VALUE}, id)`,
  isRoot: `(isNull(${PARENT}) OR r_isAppRoot = 1)`,
  partLevel: LEVEL,
  partUsage: 'r_usage.2',
  partCost: COST,
  scoreTime: SCORE_TIME,
};

/** Every record that has to do with a trace, with what the trace is made of. */
export function traceParts({ records }: Tables, bounds: SourceBounds): string {
  return `(SELECT ${pickColumns(PART, `partTraceId ${bounds.for}`)}
  FROM ${records} FINAL WHERE ${bounds.where ?? '1'})`;
}
