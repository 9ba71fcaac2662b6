import type { JsonObject, JsonValue } from '@oriel/core';
import type { Attributes, OtlpEvent, OtlpLink, OtlpScope, SpanGroup } from './otlp-export.ts';
import type { SpanReading } from './span-reading.ts';
import { setMember } from '../json/set-member.ts';
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
 * @param uses - true for attributes and events that the payload was made of.
 */
export function spanMetadata(reading: SpanReading, uses: (key: string) => boolean): JsonObject {
  const { span, group, common, precedence } = reading;
  const attributes = group.scope.name.startsWith(OWN_SCOPE)
    ? undefined
    : unusedAttributes(span.attributes, uses);
  const { dropped, events, links } = span;
  // Set one by one: spread behind others, members would take longer than all the rest.
  const metadata: Record<string, JsonValue> = {};
  if (attributes !== undefined) metadata['attributes'] = attributes;
  if (common.resourceAttributes !== undefined) metadata['resourceAttributes'] = common.resourceAttributes;
  if (common.scope !== undefined) metadata['scope'] = common.scope;
  const shown = events.length > 0 ? events.filter(({ name }) => !uses(name)) : events;
  if (shown.length > 0) metadata['events'] = shown.map(describeEvent);
  if (links.length > 0) metadata['links'] = links.map(describeLink);
  if (dropped.attributes > 0) metadata['droppedAttributesCount'] = dropped.attributes;
  if (dropped.events > 0) metadata['droppedEventsCount'] = dropped.events;
  if (dropped.links > 0) metadata['droppedLinksCount'] = dropped.links;
  for (let index = precedence.metadata.length - 1; index >= 0; index -= 1) {
    const said = precedence.metadata[index]?.read(span, group);
    if (said === undefined) continue;
    for (const [key, value] of Object.entries(said)) setMember(metadata, key, value);
  }
  return metadata;
}

function unusedAttributes(attributes: Attributes, uses: (key: string) => boolean): JsonObject | undefined {
  let unused: Record<string, JsonValue> | undefined;
  for (const [key, value] of attributes) {
    if (!isConsumed(key) && !uses(key)) setMember((unused ??= {}), key, value);
  }
  return unused;
}

function describeEvent({ name, time, attributes }: OtlpEvent): JsonObject {
  return { name, time, ...(attributes.size > 0 && { attributes: Object.fromEntries(attributes) }) };
}

function describeLink({ traceId, spanId, attributes }: OtlpLink): JsonObject {
  return { traceId, spanId, ...(attributes.size > 0 && { attributes: Object.fromEntries(attributes) }) };
}
