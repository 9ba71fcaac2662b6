import type { JsonValue } from '@oriel/core';
import { NO_ATTRIBUTES } from '../otlp-export.ts';
import type { Attributes, OtlpEvent, OtlpLink, OtlpSpan } from '../otlp-export.ts';
import { hexId } from './otlp-ids.ts';
import { readAttribute } from './protobuf-any-value.ts';
import { BYTES, FIXED_64, VARINT } from './protobuf-cursor.ts';
import type { ProtobufCursor } from './protobuf-cursor.ts';

const ERROR_STATUS = 2;

/** Reads the Span that lies between the cursor and `end`; `null` without usable ids. */
export function readSpan(cursor: ProtobufCursor, end: number): OtlpSpan | null {
  let traceId: string | null = null;
  let spanId: string | null = null;
  let parentSpanId: string | null = null;
  let name = '';
  let startTime: number | null = null;
  let endTime: number | null = null;
  let status = NO_STATUS;
  let attributes: Map<string, JsonValue> | undefined;
  const events: OtlpEvent[] = [];
  const links: OtlpLink[] = [];
  const dropped = { attributes: 0, events: 0, links: 0 };
  while (cursor.nextField(end)) {
    if (cursor.is(9, BYTES)) readAttribute(cursor, end, (attributes ??= new Map()));
    else if (cursor.is(1, BYTES)) traceId = readId(cursor, end, 16);
    else if (cursor.is(2, BYTES)) spanId = readId(cursor, end, 8);
    else if (cursor.is(4, BYTES)) parentSpanId = readId(cursor, end, 8);
    else if (cursor.is(5, BYTES)) name = cursor.name(end);
    else if (cursor.is(7, FIXED_64)) startTime = cursor.time();
    else if (cursor.is(8, FIXED_64)) endTime = cursor.time();
    else if (cursor.is(10, VARINT)) dropped.attributes = cursor.varint();
    else if (cursor.is(11, BYTES)) events.push(readEvent(cursor, end));
    else if (cursor.is(12, VARINT)) dropped.events = cursor.varint();
    else if (cursor.is(13, BYTES)) links.push(readLink(cursor, end));
    else if (cursor.is(14, VARINT)) dropped.links = cursor.varint();
    else if (cursor.is(15, BYTES)) status = readStatus(cursor, end);
    else cursor.skip(end);
  }
  if (traceId === null || spanId === null) return null;
  return {
    traceId,
    spanId,
    parentSpanId,
    name,
    startTime,
    endTime,
    hasErrorStatus: status.code === ERROR_STATUS,
    statusMessage: status.message,
    attributes: attributes ?? NO_ATTRIBUTES,
    events,
    links,
    dropped,
  };
}

/** Ids of another length come from other messages, such as metrics, that were sent to the wrong place. */
function readId(cursor: ProtobufCursor, limit: number, length: number): string | null {
  const end = cursor.wholeFieldEnd(limit);
  const start = cursor.position;
  cursor.position = end;
  return end - start === length ? hexId(cursor.bytes, start, end) : null;
}

const NO_STATUS = { code: 0, message: '' };

function readStatus(cursor: ProtobufCursor, limit: number): typeof NO_STATUS {
  const end = cursor.wholeFieldEnd(limit);
  const status = { ...NO_STATUS };
  while (cursor.nextField(end)) {
    if (cursor.is(2, BYTES)) status.message = cursor.text(end);
    else if (cursor.is(3, VARINT)) status.code = cursor.varint();
    else cursor.skip(end);
  }
  return status;
}

function readEvent(cursor: ProtobufCursor, limit: number): OtlpEvent {
  const end = cursor.wholeFieldEnd(limit);
  let name = '';
  let time: number | null = null;
  let attributes: Map<string, JsonValue> | undefined;
  while (cursor.nextField(end)) {
    if (cursor.is(1, FIXED_64)) time = cursor.time();
    else if (cursor.is(2, BYTES)) name = cursor.name(end);
    else if (cursor.is(3, BYTES)) readAttribute(cursor, end, (attributes ??= new Map()));
    else cursor.skip(end);
  }
  return { name, time, attributes: attributes ?? NO_ATTRIBUTES };
}

function readLink(cursor: ProtobufCursor, limit: number): OtlpLink {
  const end = cursor.wholeFieldEnd(limit);
  let traceId: string | null = null;
  let spanId: string | null = null;
  let attributes: Attributes & Map<string, JsonValue> = new Map();
  while (cursor.nextField(end)) {
    if (cursor.is(1, BYTES)) traceId = readId(cursor, end, 16);
    else if (cursor.is(2, BYTES)) spanId = readId(cursor, end, 8);
    else if (cursor.is(4, BYTES)) readAttribute(cursor, end, attributes);
    else cursor.skip(end);
  }
  return { traceId: traceId ?? '', spanId: spanId ?? '', attributes };
}
