import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue, PromptLink } from '@oriel/core';
import { parseEmbeddedJson } from '../../json/parse-embedded-json.ts';
import { firstOf, payload } from '../span-source.ts';
import type { SpanSource } from '../span-source.ts';

/** Where callers of the AI SDK put what they know of a call: up to the sixth major, and from the seventh on. */
const CALLER_METADATA = ['ai.telemetry.metadata.', 'ai.settings.context.'] as const;

/** Of what the caller said, these have fields of their own, in which others may overrule the caller. */
const FIELDS = new Set(['sessionId', 'userId', 'tags', 'langfusePrompt']);

/** True for attributes that {@link callerMetadata} shows. */
export function isCallerMetadata(key: string): boolean {
  return CALLER_METADATA.some((prefix) => key.startsWith(prefix) && !FIELDS.has(key.slice(prefix.length)));
}

/** What the caller said that has no field of its own. */
export const callerMetadata: SpanSource<JsonObject> = ({ attributes }) => {
  let members: Map<string, JsonValue> | undefined;
  for (const [key, value] of attributes) {
    for (const prefix of CALLER_METADATA) {
      if (!key.startsWith(prefix)) continue;
      const name = key.slice(prefix.length);
      if (!FIELDS.has(name)) (members ??= new Map()).set(name, opened(value));
    }
  }
  return members === undefined ? undefined : Object.fromEntries(members);
};

/** What the caller said under a name, from either place. */
export function saidByCaller<Value>(
  name: string,
  read: (key: string) => SpanSource<Value>,
): SpanSource<Value> {
  return firstOf(...CALLER_METADATA.map((prefix) => read(`${prefix}${name}`)));
}

const promptSaid = saidByCaller('langfusePrompt', payload);

/** A prompt of Langfuse, as its client serialises it. */
export const callerPrompt: SpanSource<PromptLink> = (span, group) => {
  const link = promptSaid(span, group);
  if (link === undefined || !isJsonObject(link)) return undefined;
  const { name, version } = link;
  return typeof name === 'string' && typeof version === 'number' && Number.isInteger(version)
    ? { name, version }
    : undefined;
};

function opened(value: JsonValue): JsonValue {
  return typeof value === 'string' ? parseEmbeddedJson(value) : value;
}
