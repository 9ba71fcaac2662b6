import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue } from '@oriel/core';
import { parseEmbeddedJson, parseJsonText } from '../../json/parse-embedded-json.ts';
import type { Attributes } from '../otlp-export.ts';
import type { SpanSource } from '../span-source.ts';

const WHOLE = 'metadata';
const MEMBER = 'metadata.';

/** Of what the caller said key by key, these have fields of their own, in which others may overrule the caller. */
const FIELDS = new Set(['sessionId', 'userId', 'tags']);

/** The processor for the AI SDK says attributes again as metadata. */
const REPEATED = ['ai.', 'gen_ai.'];

/** What frameworks put into the metadata of single runs: true of a span, not of its trace. */
const RUN_KEYS = new Set(['checkpoint_ns', 'versions']);
const RUN_PREFIXES = ['langgraph_', 'ls_', 'lc_', '__pregel_'];

/** True for attributes that {@link callerMetadata} shows, or that only repeat others. */
export function isCallerMetadata(key: string): boolean {
  return key === WHOLE || (key.startsWith(MEMBER) && !FIELDS.has(key.slice(MEMBER.length)));
}

/** Four fields of a record come from the same text, which is long with LangGraph. */
const opened = new WeakMap<Attributes, JsonObject | null>();

/** The attribute `metadata`: a JSON object as text, in which LangChain's instrumentation has the metadata of a run. */
export function runMetadata(attributes: Attributes): JsonObject | undefined {
  const value = attributes.get(WHOLE);
  if (value === undefined) return undefined;
  let metadata = opened.get(attributes);
  if (metadata === undefined) {
    const json = typeof value === 'string' ? parseJsonText(value) : value;
    metadata = isJsonObject(json) ? json : null;
    opened.set(attributes, metadata);
  }
  return metadata ?? undefined;
}

/** What the caller said of a span: as one object, or key by key. What is no object stands under its own name. */
export const callerMetadata: SpanSource<JsonObject> = ({ attributes }) => {
  const given = attributes.get(WHOLE);
  const whole = runMetadata(attributes) ?? (given === undefined ? undefined : { [WHOLE]: given });
  let members: Map<string, JsonValue> | undefined;
  for (const [key, value] of attributes) {
    if (!key.startsWith(MEMBER)) continue;
    const name = key.slice(MEMBER.length);
    if (FIELDS.has(name) || REPEATED.some((prefix) => name.startsWith(prefix))) continue;
    (members ??= new Map()).set(name, typeof value === 'string' ? parseEmbeddedJson(value) : value);
  }
  return members === undefined ? whole : { ...whole, ...Object.fromEntries(members) };
};

/** The same without what frameworks say of single runs. */
export const traceMetadata: SpanSource<JsonObject> = (span, group) => {
  const metadata = callerMetadata(span, group);
  if (metadata === undefined) return undefined;
  const lasting = Object.entries(metadata).filter(
    ([key]) => !RUN_KEYS.has(key) && !RUN_PREFIXES.some((prefix) => key.startsWith(prefix)),
  );
  return lasting.length > 0 ? Object.fromEntries(lasting) : undefined;
};
