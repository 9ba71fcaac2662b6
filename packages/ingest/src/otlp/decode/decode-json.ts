import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue } from '@oriel/core';
import type { RejectedItem } from '../../rejected-item.ts';
import { msFromJsonNanos } from '../../time/unix-nanos.ts';
import { UNKNOWN_RESOURCE, UNKNOWN_SCOPE } from '../otlp-export.ts';
import type { OtlpEvent, OtlpExport, OtlpLink, OtlpScope, OtlpSpan, SpanGroup } from '../otlp-export.ts';
import { attributesFromJson } from './json-any-value.ts';
import { BAD_IDS, idFromJson } from './otlp-ids.ts';

/** True for a body of OTLP JSON traces. */
export function isJsonExport(body: JsonValue): body is JsonObject {
  return isJsonObject(body) && 'resourceSpans' in body;
}

/** Reads an OTLP JSON export. Spans that cannot be read are rejected one by one. */
export function decodeJsonExport(body: JsonObject): OtlpExport {
  const groups: SpanGroup[] = [];
  const rejected: RejectedItem[] = [];
  for (const [r, resourceSpans] of readList(body, 'resourceSpans', 'resourceSpans', rejected)) {
    const whereResource = `resourceSpans[${r}]`;
    const resource = isJsonObject(resourceSpans['resource'])
      ? { attributes: attributesFromJson(resourceSpans['resource']['attributes']) }
      : UNKNOWN_RESOURCE;
    for (const [s, scopeSpans] of readList(
      resourceSpans,
      'scopeSpans',
      `${whereResource}.scopeSpans`,
      rejected,
    )) {
      const where = `${whereResource}.scopeSpans[${s}]`;
      const spans: OtlpSpan[] = [];
      for (const [n, json] of readList(scopeSpans, 'spans', `${where}.spans`, rejected)) {
        const span = readSpan(json);
        if (span === null) rejected.push({ where: `${where}.spans[${n}]`, reason: BAD_IDS });
        else spans.push(span);
      }
      groups.push({ where, resource, scope: readScope(scopeSpans['scope']), spans });
    }
  }
  return { groups, rejected };
}

/** The objects of a list with their places. Anything else in the place of a list or an object is rejected. */
function* readList(
  parent: JsonObject,
  name: string,
  where: string,
  rejected: RejectedItem[],
): Generator<readonly [index: number, item: JsonObject]> {
  const list = parent[name];
  if (list === undefined || list === null) return;
  if (!Array.isArray(list)) {
    rejected.push({
      where,
      reason: `\`${name}\` is not a list, so no span in it could be read. Send a list of objects.`,
    });
    return;
  }
  for (const [index, item] of (list as readonly JsonValue[]).entries()) {
    if (isJsonObject(item)) yield [index, item];
    else
      rejected.push({
        where: `${where}[${index}]`,
        reason: 'This is no object, so it was left out. Send an object.',
      });
  }
}

function readScope(scope: JsonValue | undefined): OtlpScope {
  if (!isJsonObject(scope)) return UNKNOWN_SCOPE;
  return {
    name: textOf(scope['name']),
    version: textOf(scope['version']),
    attributes: attributesFromJson(scope['attributes']),
  };
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
