import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue } from '@oriel/core';
import type { RejectedItem } from '../../rejected-item.ts';
import { msFromJsonNanos } from '../../time/unix-nanos.ts';
import type { OtlpEvent, OtlpExport, OtlpLink, OtlpSpan, SpanGroup } from '../otlp-export.ts';
import { attributesFromJson } from './json-any-value.ts';
import { jsonGroups } from './json-groups.ts';
import { BAD_IDS, idFromJson } from './otlp-ids.ts';

/** True for a body of OTLP JSON traces. */
export function isJsonExport(body: JsonValue): body is JsonObject {
  return isJsonObject(body) && 'resourceSpans' in body;
}

const NAMES = { resources: 'resourceSpans', scopes: 'scopeSpans', items: 'spans' };

/** Reads an OTLP JSON export. Spans that cannot be read are rejected one by one. */
export function decodeJsonExport(body: JsonObject): OtlpExport {
  const groups: SpanGroup[] = [];
  const rejected: RejectedItem[] = [];
  for (const { where, resource, scope, items } of jsonGroups(body, NAMES, rejected)) {
    const spans: OtlpSpan[] = [];
    for (const [index, json] of items) {
      const span = readSpan(json);
      if (span === null) rejected.push({ where: `${where}.spans[${index}]`, reason: BAD_IDS });
      else spans.push(span);
    }
    groups.push({ where, resource, scope, spans });
  }
  return { groups, rejected };
}

function readSpan(span: JsonObject): OtlpSpan | null {
  const traceId = idFromJson(span['traceId'], 16);
  const spanId = idFromJson(span['spanId'], 8);
  if (traceId === null || spanId === null) return null;
  const status = isJsonObject(span['status']) ? span['status'] : {};
  return {
    traceId,
    spanId,
    parentSpanId: idFromJson(span['parentSpanId'], 8),
    name: textOf(span['name']),
    startTime: msFromJsonNanos(span['startTimeUnixNano']),
    endTime: msFromJsonNanos(span['endTimeUnixNano']),
    hasErrorStatus: status['code'] === 2 || status['code'] === 'STATUS_CODE_ERROR',
    statusMessage: textOf(status['message']),
    attributes: attributesFromJson(span['attributes']),
    events: objectsOf(span['events']).map(readEvent),
    links: objectsOf(span['links']).map(readLink),
    dropped: {
      attributes: countOf(span['droppedAttributesCount']),
      events: countOf(span['droppedEventsCount']),
      links: countOf(span['droppedLinksCount']),
    },
  };
}

function readEvent(event: JsonObject): OtlpEvent {
  return {
    name: textOf(event['name']),
    time: msFromJsonNanos(event['timeUnixNano']),
    attributes: attributesFromJson(event['attributes']),
  };
}

function readLink(link: JsonObject): OtlpLink {
  return {
    traceId: idFromJson(link['traceId'], 16) ?? '',
    spanId: idFromJson(link['spanId'], 8) ?? '',
    attributes: attributesFromJson(link['attributes']),
  };
}

function objectsOf(list: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(list) ? (list as readonly JsonValue[]).filter(isJsonObject) : [];
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function countOf(value: JsonValue | undefined): number {
  return typeof value === 'number' ? value : 0;
}
