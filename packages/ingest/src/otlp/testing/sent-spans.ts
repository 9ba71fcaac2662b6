import type { JsonObject, JsonValue, ObservationPatch, TracePatch } from '@oriel/core';
import { decodeJsonExport } from '../decode/decode-json.ts';
import { exportPatches } from '../export-patches.ts';

/** The trace that all spans belong to. */
export const TRACE_ID = 'ab'.repeat(16);

/** Attributes of a span, a scope or a resource with the values they stand for. */
export type SentAttributes = Readonly<Record<string, JsonValue>>;

/** Spans of one library in one process. */
export interface SentSpans {
  /** Name of the library. @defaultValue `app` */
  readonly scope?: string;
  readonly resource?: SentAttributes;
  /** As OTLP JSON has them, but for their attributes. */
  readonly spans: readonly (JsonObject & { readonly attributes?: SentAttributes })[];
}

/** A list of attributes as OTLP JSON has it. */
export function keyValues(attributes: SentAttributes = {}): JsonObject[] {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: anyValue(value) }));
}

function anyValue(value: JsonValue): JsonObject {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'number')
    return Number.isInteger(value) ? { intValue: value } : { doubleValue: value };
  return { arrayValue: { values: (value as JsonValue[]).map(anyValue) } };
}

/** What becomes of spans of one trace that start at 1, 2, 3 … s and take a second each. */
export function patchesOf({ scope = 'app', resource, spans }: SentSpans) {
  const body = {
    resourceSpans: [
      {
        resource: { attributes: keyValues(resource) },
        scopeSpans: [
          {
            scope: { name: scope },
            spans: spans.map(({ attributes, ...span }, index) => ({
              traceId: TRACE_ID,
              spanId: String(index + 1).padStart(16, '0'),
              startTimeUnixNano: `${index + 1}000000000`,
              endTimeUnixNano: `${index + 2}000000000`,
              attributes: keyValues(attributes),
              ...span,
            })),
          },
        ],
      },
    ],
  };
  const patches = exportPatches(decodeJsonExport(body), 0);
  return {
    observations: patches.filter((patch): patch is ObservationPatch => patch.kind === 'observation'),
    traces: patches.filter((patch): patch is TracePatch => patch.kind === 'trace'),
  };
}

/** What becomes of one span with these attributes. */
export function observationOf(
  attributes: SentAttributes,
  span: JsonObject = {},
  group: Omit<SentSpans, 'spans'> = {},
) {
  return patchesOf({ ...group, spans: [{ ...span, attributes }] }).observations[0];
}
