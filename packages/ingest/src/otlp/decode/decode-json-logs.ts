import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue } from '@oriel/core';
import type { RejectedItem } from '../../rejected-item.ts';
import { msFromJsonNanos } from '../../time/unix-nanos.ts';
import { eventNameOf } from '../otlp-logs.ts';
import type { OtlpLogExport, OtlpLogRecord } from '../otlp-logs.ts';
import { anyValueFromJson, attributesFromJson } from './json-any-value.ts';
import { jsonGroups } from './json-groups.ts';
import { idFromJson } from './otlp-ids.ts';

const NAMES = { resources: 'resourceLogs', scopes: 'scopeLogs', items: 'logRecords' };

/** True for a body of OTLP JSON logs. */
export function isJsonLogExport(body: JsonValue): body is JsonObject {
  return isJsonObject(body) && 'resourceLogs' in body;
}

/** Reads log records of OTLP JSON. */
export function decodeJsonLogs(body: JsonObject): OtlpLogExport {
  const rejected: RejectedItem[] = [];
  const records: OtlpLogRecord[] = [];
  for (const { items } of jsonGroups(body, NAMES, rejected)) {
    for (const [, record] of items) records.push(readRecord(record));
  }
  return { records, rejected };
}

function readRecord(record: JsonObject): OtlpLogRecord {
  const attributes = attributesFromJson(record['attributes']);
  const eventName = record['eventName'];
  return {
    traceId: idFromJson(record['traceId'], 16),
    spanId: idFromJson(record['spanId'], 8),
    time: msFromJsonNanos(record['timeUnixNano']),
    observedTime: msFromJsonNanos(record['observedTimeUnixNano']),
    eventName: eventNameOf(typeof eventName === 'string' ? eventName : '', attributes),
    body: anyValueFromJson(record['body']),
    attributes,
  };
}
