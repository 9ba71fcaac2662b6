import { normalizeEnvironment } from '@oriel/core';
import type { EpochMs, JsonValue, ObservationPatch } from '@oriel/core';
import { PRECEDENCE } from './conventions/precedence.ts';
import type { OtlpSpan, SpanGroup } from './otlp-export.ts';
import { spanLevel, spanStatusMessage } from './span-level.ts';
import { spanMetadata } from './span-metadata.ts';
import type { GroupMetadata } from './span-metadata.ts';
import { readFirst } from './span-source.ts';

/** When a span happened, as an event: exporters send it once, when it ended. */
export function spanTime(span: OtlpSpan, now: EpochMs): EpochMs {
  return span.endTime ?? span.startTime ?? now;
}

/** The observation that a span describes. */
export function observationPatch(
  span: OtlpSpan,
  group: SpanGroup,
  common: GroupMetadata,
  at: EpochMs,
): ObservationPatch {
  const type = readFirst(PRECEDENCE.type, span, group) ?? 'SPAN';
  const level = spanLevel(span, group);
  const environment = readFirst(PRECEDENCE.environment, span, group);
  const { input, output } = spanPayload(span, group);
  return {
    kind: 'observation',
    at,
    id: span.spanId,
    traceId: span.traceId,
    parentId: span.parentSpanId,
    type,
    name: span.name || (readFirst(PRECEDENCE.name, span, group) ?? span.name),
    startTime: span.startTime ?? at,
    // An event is a point in time, sent as a span whose two ends are one.
    endTime: type === 'EVENT' ? undefined : (span.endTime ?? undefined),
    completionStartTime: readFirst(PRECEDENCE.completionStartTime, span, group),
    level,
    statusMessage: spanStatusMessage(span, group, level),
    model: readFirst(PRECEDENCE.model, span, group),
    modelParameters: readFirst(PRECEDENCE.modelParameters, span, group),
    usage: readFirst(PRECEDENCE.usage, span, group),
    cost: readFirst(PRECEDENCE.cost, span, group),
    prompt: type === 'GENERATION' ? readFirst(PRECEDENCE.prompt, span, group) : undefined,
    environment: environment === undefined ? undefined : normalizeEnvironment(environment),
    version: readFirst(PRECEDENCE.version, span, group),
    isAppRoot: readFirst(PRECEDENCE.isAppRoot, span, group),
    input,
    output,
    metadata: spanMetadata(span, group, common),
  };
}

function spanPayload(
  span: OtlpSpan,
  group: SpanGroup,
): { readonly input?: JsonValue | undefined; readonly output?: JsonValue | undefined } {
  for (const source of PRECEDENCE.payload) {
    const input = source.input(span, group);
    const output = source.output(span, group);
    if (input !== undefined || output !== undefined) return { input, output };
  }
  return {};
}
