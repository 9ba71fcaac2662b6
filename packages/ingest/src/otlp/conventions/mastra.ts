import type { EpochMs, JsonObject } from '@oriel/core';
import { isJsonObject } from '@oriel/core';
import { parseIsoTime } from '../../time/iso-time.ts';
import { membersUnder, opened, text } from '../span-source.ts';
import type { SpanPayload, SpanSource } from '../span-source.ts';
import { tagList } from '../tag-list.ts';
import { typeBy } from '../type-table.ts';
import { speaking } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

const SPAN_TYPE = 'mastra.span.type';
const METADATA = 'mastra.metadata.';
const TAGS = 'mastra.tags';
const COMPLETION_START = 'mastra.completion_start_time';

/** Mastra's own attributes. Each of its exporters adds them to those of another vocabulary. */
export const MASTRA: Vocabulary = {
  name: 'mastra',
  prefixes: ['mastra.'],
  consumes: (key) => key.startsWith(METADATA) || key === TAGS || key === COMPLETION_START,
};

const spanType = text(SPAN_TYPE);

const type = typeBy(spanType, {
  agent_run: 'AGENT',
  tool_call: 'TOOL',
  mcp_tool_call: 'TOOL',
  client_tool_call: 'TOOL',
  workflow_run: 'CHAIN',
  workflow_step: 'CHAIN',
  workflow_parallel: 'CHAIN',
  workflow_conditional: 'CHAIN',
  workflow_loop: 'CHAIN',
  model_step: 'CHAIN',
  // A piece of a stream, never a call, whatever the exporter says.
  model_chunk: 'SPAN',
});

const MODELS = ['gen_ai.request.model', 'gen_ai.response.model', 'llm.model_name'];

/**
 * One call of a model is a generation over steps over inferences. Which of them names the model, and has the tokens,
 * differs by exporter; that one is the call, the others only hold it together.
 */
const callType: SpanSource<'GENERATION' | 'CHAIN'> = (span, group) => {
  const said = spanType(span, group);
  if (said !== 'model_generation' && said !== 'model_inference') return undefined;
  return MODELS.some((key) => span.attributes.has(key)) ? 'GENERATION' : 'CHAIN';
};

/** Spans that repeat what the model calls below them say. */
const AGGREGATES = new Set(['agent_run', 'model_step', 'workflow_run']);

const isAggregate: SpanSource<true> = (span, group) =>
  AGGREGATES.has(spanType(span, group) ?? '') ? true : undefined;

const completionStartTime: SpanSource<EpochMs> = ({ attributes }) => {
  const value = attributes.get(COMPLETION_START);
  return typeof value === 'string' ? (parseIsoTime(value) ?? undefined) : undefined;
};

/** What the program set; session and user are fields. */
const metadata: SpanSource<JsonObject> = ({ attributes }) =>
  membersUnder(attributes, METADATA, (value, name) =>
    name === 'sessionId' || name === 'userId' ? undefined : value,
  );

/** The exporter for Arize leaves the session in OpenInference's metadata. */
const sessionInMetadata: SpanSource<string> = ({ attributes }) => {
  const said = opened(attributes.get('metadata'));
  const sessionId = isJsonObject(said) ? said['sessionId'] : undefined;
  return typeof sessionId === 'string' && sessionId !== '' ? sessionId : undefined;
};

/** Input and output are named after the type of the span: `mastra.agent_run.input`. */
const spanPayload: SpanSource<SpanPayload> = (span, group) => {
  const said = spanType(span, group);
  if (said === undefined) return undefined;
  const inputKey = `mastra.${said}.input`;
  const outputKey = `mastra.${said}.output`;
  const input = opened(span.attributes.get(inputKey));
  const output = opened(span.attributes.get(outputKey));
  if (input === undefined && output === undefined) return undefined;
  return { input, output, uses: (key) => key === inputKey || key === outputKey };
};

export const mastra = speaking(MASTRA, {
  type,
  callType,
  isAggregate,
  completionStartTime,
  sessionId: text(`${METADATA}sessionId`),
  sessionInMetadata,
  userId: text(`${METADATA}userId`),
  tags: tagList(TAGS),
  metadata,
  payload: spanPayload,
});
