import type { JsonObject } from '@oriel/core';
import { graphUnder } from '../graph-under.ts';
import { nestAttributes } from '../nest-attributes.ts';
import { jsonPayload, membersUnder, text } from '../span-source.ts';
import type { SpanPayload, SpanSource } from '../span-source.ts';
import { typeBy } from '../type-table.ts';
import { speaking } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

const PROPERTIES = 'traceloop.association.properties.';
const SESSION_ID = `${PROPERTIES}session_id`;
const USER_ID = `${PROPERTIES}user_id`;
const PROMPT = 'gen_ai.prompt';
const COMPLETION = 'gen_ai.completion';

/** OpenLLMetry, Traceloop's SDKs and instrumentation. Its model calls use the names of OpenTelemetry. */
export const OPEN_LLMETRY: Vocabulary = {
  name: 'openllmetry',
  prefixes: ['traceloop.', `${PROMPT}.`, `${COMPLETION}.`],
  keys: ['llm.request.type', 'llm.usage.total_tokens'],
  consumes: (key) => key.startsWith(PROPERTIES),
};

const kind = typeBy(text('traceloop.span.kind'), {
  workflow: 'CHAIN',
  task: 'SPAN',
  agent: 'AGENT',
  tool: 'TOOL',
});

/** Before OpenTelemetry had a word for it. */
const requestType = typeBy(text('llm.request.type'), {
  chat: 'GENERATION',
  completion: 'GENERATION',
  embedding: 'EMBEDDING',
  rerank: 'SPAN',
});

/** What the program set for everything it does; session and user are fields. */
const properties: SpanSource<JsonObject> = ({ attributes }) =>
  membersUnder(attributes, PROPERTIES, (value, name) =>
    name === 'session_id' || name === 'user_id' ? undefined : value,
  );

/** Messages flattened into attributes: `gen_ai.prompt.0.role`, `gen_ai.prompt.0.content`. */
const flatMessages: SpanSource<SpanPayload> = ({ attributes }) => {
  const input = nestAttributes(attributes, PROMPT);
  const output = nestAttributes(attributes, COMPLETION);
  return input === undefined && output === undefined ? undefined : { input, output, uses: isFlatMessage };
};

function isFlatMessage(key: string): boolean {
  return key.startsWith(`${PROMPT}.`) || key.startsWith(`${COMPLETION}.`);
}

export const openLlmetry = speaking(OPEN_LLMETRY, {
  kind,
  requestType,
  sessionId: text(SESSION_ID),
  userId: text(USER_ID),
  flatMessages,
  entity: jsonPayload('traceloop.entity.input', 'traceloop.entity.output'),
  properties,
  graph: graphUnder(PROPERTIES),
});
