import type { GraphTask, JsonValue } from '@oriel/core';
import { isJsonObject } from '@oriel/core';
import { parseEmbeddedJson } from '../json/parse-embedded-json.ts';

/** Looks a key of a run's metadata up, wherever a client hides it. */
export type RunMetadata = (key: string) => JsonValue | undefined;

/**
 * The LangGraph task that a run belongs to, from the keys LangGraph puts into the metadata of every run inside a node.
 * Some clients send them as they are, others as text: `"1"`, `"[\"branch:to:agent\"]"`. `undefined` outside a node.
 */
export function graphTask(read: RunMetadata): GraphTask | undefined {
  const node = read('langgraph_node');
  if (typeof node !== 'string' || node === '') return undefined;
  const step = stepOf(read('langgraph_step'));
  if (step === undefined) return undefined;
  const namespace = read('langgraph_checkpoint_ns') ?? read('checkpoint_ns');
  return {
    node,
    step,
    namespace: typeof namespace === 'string' && namespace !== '' ? namespace : null,
    triggers: textsOf(read('langgraph_triggers')),
  };
}

/** As {@link graphTask}, of metadata that is one object. */
export function graphTaskOf(metadata: JsonValue | undefined): GraphTask | undefined {
  if (!isJsonObject(metadata)) return undefined;
  return graphTask((key) => (Object.hasOwn(metadata, key) ? metadata[key] : undefined));
}

function stepOf(value: JsonValue | undefined): number | undefined {
  const step = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof step === 'number' && Number.isInteger(step) ? step : undefined;
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  const list = typeof value === 'string' ? parseEmbeddedJson(value) : value;
  if (typeof list === 'string') return list === '' ? [] : [list];
  return Array.isArray(list) ? (list as readonly JsonValue[]).filter((item) => typeof item === 'string') : [];
}
