import type { EpochMs, GraphTask, JsonObject, JsonValue, ObservationType, PromptLink } from '@oriel/core';
import { isJsonObject } from '@oriel/core';
import { parseJsonText } from '../../json/parse-embedded-json.ts';
import { graphTaskOf } from '../../langgraph/graph-task.ts';
import { parseIsoTime } from '../../time/iso-time.ts';
import { normalizeCost } from '../../usage/normalize-cost.ts';
import { normalizeUsage } from '../../usage/normalize-usage.ts';
import type { NormalizedUsage } from '../../usage/normalized-usage.ts';
import {
  firstOf,
  flag,
  lookingAt,
  membersUnder,
  object,
  opened,
  payload,
  resourceText,
  spanPayload,
  text,
  yes,
} from '../span-source.ts';
import type { SpanSource } from '../span-source.ts';
import { graphUnder } from '../graph-under.ts';
import { tagList } from '../tag-list.ts';
import { speaking } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The attributes that Langfuse's own SDKs put on spans, with the aliases its server takes (reference 2.4). */
export const LANGFUSE: Vocabulary = {
  name: 'langfuse',
  prefixes: ['langfuse.'],
  scopes: ['langfuse-sdk'],
  // Everything of Langfuse's own ends up in a field.
  consumes: (key) => key.startsWith('langfuse.'),
};

const TYPES: Readonly<Record<string, ObservationType>> = {
  span: 'SPAN',
  generation: 'GENERATION',
  event: 'EVENT',
  embedding: 'EMBEDDING',
  agent: 'AGENT',
  tool: 'TOOL',
  chain: 'CHAIN',
  retriever: 'RETRIEVER',
  guardrail: 'GUARDRAIL',
  evaluator: 'EVALUATOR',
};

const OBSERVATION = 'langfuse.observation.';
const OBSERVATION_METADATA = ['langfuse.observation.metadata', 'langfuse.metadata'] as const;
const TRACE_METADATA = ['langfuse.trace.metadata'] as const;
const EXPERIMENT = 'langfuse.experiment.';

const givenType = text(`${OBSERVATION}type`);
const modelName = text(`${OBSERVATION}model.name`);
const usageDetails = object(`${OBSERVATION}usage_details`);
const costDetails = object(`${OBSERVATION}cost_details`);
const completionStart = text(`${OBSERVATION}completion_start_time`);

const GENERATION_ONLY = [
  'model.name',
  'model.parameters',
  'usage_details',
  'cost_details',
  'completion_start_time',
  'prompt.name',
  'prompt.version',
].map((name) => OBSERVATION + name);

/** Python SDKs up to 3.3 said `span` of generations. */
const pythonGeneration = lookingAt<ObservationType>(
  (key) => GENERATION_ONLY.includes(key),
  (span, { scope, resource }) =>
    scope.name === 'langfuse-sdk' &&
    /^(?:[0-2]\.|3\.[0-3](?:\.|$))/.test(scope.version) &&
    resource.attributes.get('telemetry.sdk.language') === 'python' &&
    span.attributes.get(`${OBSERVATION}type`) === 'span' &&
    GENERATION_ONLY.some((key) => span.attributes.has(key))
      ? 'GENERATION'
      : undefined,
);

const type = lookingAt<ObservationType>(`${OBSERVATION}type`, (span, group) => {
  const given = givenType(span, group);
  return given === undefined || !Object.hasOwn(TYPES, given) ? undefined : TYPES[given];
});

const usage = lookingAt<NormalizedUsage>(`${OBSERVATION}usage_details`, (span, group) => {
  const details = usageDetails(span, group);
  return details === undefined ? undefined : normalizeUsage({ usageDetails: details });
});

const cost = lookingAt<Readonly<Record<string, number>>>(`${OBSERVATION}cost_details`, (span, group) =>
  normalizeCost({ costDetails: costDetails(span, group) }),
);

/** SDKs send a JSON string, some of them a JSON string of one. */
const completionStartTime = lookingAt<EpochMs>(`${OBSERVATION}completion_start_time`, (span, group) => {
  let value = completionStart(span, group);
  for (let layer = 0; layer < 2 && value?.startsWith('"'); layer += 1) {
    const inner = parseJsonText(value);
    value = typeof inner === 'string' ? inner : undefined;
  }
  return value === undefined ? undefined : (parseIsoTime(value) ?? undefined);
});

const promptName = firstOf(text(`${OBSERVATION}prompt.name`), text('langfuse.prompt.name'));
const promptVersion = firstOf(text(`${OBSERVATION}prompt.version`), text('langfuse.prompt.version'));

const prompt = lookingAt<PromptLink>(
  (key) => key.endsWith('prompt.name'),
  (span, group) => {
    const name = promptName(span, group);
    const version = Number(promptVersion(span, group));
    return name !== undefined && Number.isInteger(version) ? { name, version } : undefined;
  },
);

/** Metadata arrives whole, key by key, or both; then the keys win. */
function metadata(names: readonly string[]): SpanSource<JsonObject> {
  const looksAt = (key: string) => names.some((name) => key === name || key.startsWith(`${name}.`));
  return lookingAt(looksAt, ({ attributes }) => {
    let found: JsonObject | undefined;
    for (const name of names) {
      const whole = attributes.get(name);
      if (whole !== undefined) found = { ...asObject(opened(whole)), ...found };
    }
    for (const name of names) {
      const members = membersUnder(attributes, `${name}.`, opened);
      if (members !== undefined) found = found === undefined ? members : { ...found, ...members };
    }
    return found;
  });
}

function asObject(value: JsonValue): JsonObject {
  return isJsonObject(value) ? value : { metadata: value };
}

/** The handlers send the metadata of LangGraph's runs key by key, or as one object. */
const graph: SpanSource<GraphTask> = firstOf(
  ...OBSERVATION_METADATA.flatMap((name) => [graphUnder(`${name}.`), graphIn(name)]),
);

function graphIn(key: string): SpanSource<GraphTask> {
  return lookingAt(key, ({ attributes }) => {
    const whole = attributes.get(key);
    return typeof whole === 'string' && whole.includes('langgraph_node')
      ? graphTaskOf(opened(whole))
      : undefined;
  });
}

/** The dataset run and item that an experiment's spans belong to, as members of one object. */
const experiment = lookingAt<JsonObject>(`${EXPERIMENT}id`, ({ attributes }) => {
  // Nearly all spans belong to none; the id saves them the search.
  if (!attributes.has(`${EXPERIMENT}id`)) return undefined;
  const members: [string, JsonValue][] = [];
  for (const [key, value] of attributes) {
    if (key.startsWith(EXPERIMENT)) members.push([key.slice(EXPERIMENT.length), opened(value)]);
  }
  return { experiment: Object.fromEntries(members) };
});

export const langfuse = speaking(LANGFUSE, {
  pythonGeneration,
  type,
  level: text(`${OBSERVATION}level`),
  statusMessage: text(`${OBSERVATION}status_message`),
  model: modelName,
  modelParameters: object(`${OBSERVATION}model.parameters`),
  usage,
  cost,
  prompt,
  completionStartTime,
  payload: spanPayload([`${OBSERVATION}input`], [`${OBSERVATION}output`]),
  graph,
  metadata: metadata(OBSERVATION_METADATA),
  experiment,
  version: text('langfuse.version'),
  environment: text('langfuse.environment'),
  resourceEnvironment: resourceText('langfuse.environment'),
  isAppRoot: yes('langfuse.internal.is_app_root'),
  isAsRoot: yes('langfuse.internal.as_root'),

  userId: text('langfuse.user.id'),
  userIdInMetadata: text('langfuse.observation.metadata.langfuse_user_id'),
  userIdInTraceMetadata: text('langfuse.trace.metadata.langfuse_user_id'),
  sessionId: text('langfuse.session.id'),
  sessionIdInMetadata: text('langfuse.observation.metadata.langfuse_session_id'),
  sessionIdInTraceMetadata: text('langfuse.trace.metadata.langfuse_session_id'),
  traceName: text('langfuse.trace.name'),
  traceTags: tagList('langfuse.trace.tags'),
  tags: tagList('langfuse.tags'),
  tagsInMetadata: tagList('langfuse.observation.metadata.langfuse_tags'),
  tagsInTraceMetadata: tagList('langfuse.trace.metadata.langfuse_tags'),
  tracePublic: flag('langfuse.trace.public'),
  public: flag('langfuse.public'),
  release: text('langfuse.release'),
  resourceRelease: resourceText('langfuse.release'),
  traceInput: payload('langfuse.trace.input'),
  traceOutput: payload('langfuse.trace.output'),
  traceMetadata: metadata(TRACE_METADATA),
});
