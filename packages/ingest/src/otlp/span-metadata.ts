import type { JsonObject, JsonValue } from '@oriel/core';
import { readFirst } from './conventions/vocabulary.ts';
import type { Attributes, OtlpEvent, OtlpLink, OtlpScope, SpanGroup } from './otlp-export.ts';
import type { SpanReading } from './span-reading.ts';
import { isConsumed } from './spoken-vocabularies.ts';

/** What all spans of a group have in common, made once. */
export interface GroupMetadata {
  readonly resourceAttributes?: JsonObject;
  readonly scope?: JsonObject;
}

/** Langfuse's own spans carry nothing but fields; of all others, what is left of the attributes is shown. */
const OWN_SCOPE = 'langfuse-sdk';

export function groupMetadata({ resource, scope }: SpanGroup): GroupMetadata {
  return {
    ...(resource.attributes.size > 0 && { resourceAttributes: Object.fromEntries(resource.attributes) }),
    ...(scope.name !== '' && { scope: describeScope(scope) }),
  };
}

/** A project's key rides along as a scope attribute; it is no part of the trace. */
function describeScope({ name, version, attributes }: OtlpScope): JsonObject {
  const rest = [...attributes].filter(([key]) => key !== 'public_key');
  return {
    name,
    ...(version !== '' && { version }),
    ...(rest.length > 0 && { attributes: Object.fromEntries(rest) }),
  };
}

/**
 * Everything a span says beyond the fields of an observation (reference 2.4). What the user set wins.
 *
 * @param uses - true for attributes that the payload was made of.
 */
export function spanMetadata(reading: SpanReading, uses: (key: string) => boolean): JsonObject {
  const { span, group, common, precedence } = reading;
  const attributes = group.scope.name.startsWith(OWN_SCOPE)
    ? undefined
    : unusedAttributes(span.attributes, uses);
  const { dropped, events, links } = span;
  const metadata: Record<string, JsonValue> =
    attributes === undefined ? { ...common } : { attributes, ...common };
  if (events.length > 0) metadata['events'] = events.map(describeEvent);
  if (links.length > 0) metadata['links'] = links.map(describeLink);
  if (dropped.attributes > 0) metadata['droppedAttributesCount'] = dropped.attributes;
  if (dropped.events > 0) metadata['droppedEventsCount'] = dropped.events;
  if (dropped.links > 0) metadata['droppedLinksCount'] = dropped.links;
  const more = precedence.moreMetadata.map((source) => source.read(span, group));
  const own = readFirst(precedence.metadata, span, group);
  return own === undefined && more.length === 0 ? metadata : Object.assign({}, metadata, ...more, own);
}

function unusedAttributes(attributes: Attributes, uses: (key: string) => boolean): JsonObject | undefined {
  let unused: [string, JsonValue][] | undefined;
  for (const entry of attributes) {
    if (!isConsumed(entry[0]) && !uses(entry[0])) (unused ??= []).push(entry);
  }
  return unused === undefined ? undefined : Object.fromEntries(unused);
}

function describeEvent({ name, time, attributes }: OtlpEvent): JsonObject {
  return { name, time, ...(attributes.size > 0 && { attributes: Object.fromEntries(attributes) }) };
}

function describeLink({ traceId, spanId, attributes }: OtlpLink): JsonObject {
  return { traceId, spanId, ...(attributes.size > 0 && { attributes: Object.fromEntries(attributes) }) };
}
