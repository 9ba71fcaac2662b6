import type { JsonObject, JsonValue } from '@oriel/core';
import { langfuse } from './conventions/langfuse.ts';
import { PRECEDENCE, isConsumed } from './conventions/precedence.ts';
import type { Attributes, OtlpEvent, OtlpLink, OtlpScope, OtlpSpan, SpanGroup } from './otlp-export.ts';
import { readFirst } from './span-source.ts';

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

/** Everything a span says beyond the fields of an observation (reference 2.4). What the user set wins. */
export function spanMetadata(span: OtlpSpan, group: SpanGroup, common: GroupMetadata): JsonObject {
  const attributes = group.scope.name.startsWith(OWN_SCOPE) ? undefined : unusedAttributes(span.attributes);
  const experiment = langfuse.experiment(span, group);
  const { dropped, events, links } = span;
  return {
    ...(attributes && { attributes }),
    ...common,
    ...(events.length > 0 && { events: events.map(describeEvent) }),
    ...(links.length > 0 && { links: links.map(describeLink) }),
    ...(dropped.attributes > 0 && { droppedAttributesCount: dropped.attributes }),
    ...(dropped.events > 0 && { droppedEventsCount: dropped.events }),
    ...(dropped.links > 0 && { droppedLinksCount: dropped.links }),
    ...(experiment && { experiment }),
    ...readFirst(PRECEDENCE.metadata, span, group),
  };
}

function unusedAttributes(attributes: Attributes): JsonObject | undefined {
  let unused: [string, JsonValue][] | undefined;
  for (const entry of attributes) {
    if (!isConsumed(entry[0])) (unused ??= []).push(entry);
  }
  return unused === undefined ? undefined : Object.fromEntries(unused);
}

function describeEvent({ name, time, attributes }: OtlpEvent): JsonObject {
  return { name, time, ...(attributes.size > 0 && { attributes: Object.fromEntries(attributes) }) };
}

function describeLink({ traceId, spanId, attributes }: OtlpLink): JsonObject {
  return { traceId, spanId, ...(attributes.size > 0 && { attributes: Object.fromEntries(attributes) }) };
}
