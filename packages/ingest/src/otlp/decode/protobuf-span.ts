import type { JsonValue } from '@oriel/core';
import { NO_ATTRIBUTES } from '../otlp-export.ts';
import type { OtlpEvent, OtlpLink, OtlpSpan } from '../otlp-export.ts';
import { readAttribute } from './protobuf-any-value.ts';
import { BYTES, FIXED_64, VARINT } from './protobuf-cursor.ts';
import type { ProtobufCursor } from './protobuf-cursor.ts';

/** Tags of the fields of a Span. */
const TRACE_ID = 1 * 8 + BYTES;
const SPAN_ID = 2 * 8 + BYTES;
const PARENT_SPAN_ID = 4 * 8 + BYTES;
const NAME = 5 * 8 + BYTES;
const START_TIME = 7 * 8 + FIXED_64;
const END_TIME = 8 * 8 + FIXED_64;
const ATTRIBUTE = 9 * 8 + BYTES;
const DROPPED_ATTRIBUTES = 10 * 8 + VARINT;
const EVENT = 11 * 8 + BYTES;
const DROPPED_EVENTS = 12 * 8 + VARINT;
const LINK = 13 * 8 + BYTES;
const DROPPED_LINKS = 14 * 8 + VARINT;
const STATUS = 15 * 8 + BYTES;

const STATUS_MESSAGE = 2 * 8 + BYTES;
const STATUS_CODE = 3 * 8 + VARINT;
const ERROR_STATUS = 2;

const EVENT_TIME = 1 * 8 + FIXED_64;
const EVENT_NAME = 2 * 8 + BYTES;
const EVENT_ATTRIBUTE = 3 * 8 + BYTES;

const LINK_TRACE_ID = 1 * 8 + BYTES;
const LINK_SPAN_ID = 2 * 8 + BYTES;
const LINK_ATTRIBUTE = 4 * 8 + BYTES;

/** Most spans have none of these, so they have one in common. */
const NO_EVENTS: readonly OtlpEvent[] = [];
const NO_LINKS: readonly OtlpLink[] = [];
const NOTHING_DROPPED = { attributes: 0, events: 0, links: 0 };
const NO_STATUS = { code: 0, message: '' };

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
  let events: OtlpEvent[] | undefined;
  let links: OtlpLink[] | undefined;
  let dropped = NOTHING_DROPPED;
  while (cursor.nextField(end)) {
    const { tag } = cursor;
    if (tag === ATTRIBUTE) readAttribute(cursor, end, (attributes ??= new Map()));
    else if (tag === TRACE_ID) traceId = cursor.traceId(end);
    else if (tag === SPAN_ID) spanId = cursor.spanId(end);
    else if (tag === PARENT_SPAN_ID) parentSpanId = cursor.spanId(end);
    else if (tag === NAME) name = cursor.text(end);
    else if (tag === START_TIME) startTime = cursor.time();
    else if (tag === END_TIME) endTime = cursor.time();
    else if (tag === EVENT) (events ??= []).push(readEvent(cursor, end));
    else if (tag === LINK) (links ??= []).push(readLink(cursor, end));
    else if (tag === STATUS) status = readStatus(cursor, end);
    else if (tag === DROPPED_ATTRIBUTES) dropped = { ...dropped, attributes: cursor.varint() };
    else if (tag === DROPPED_EVENTS) dropped = { ...dropped, events: cursor.varint() };
    else if (tag === DROPPED_LINKS) dropped = { ...dropped, links: cursor.varint() };
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
    events: events ?? NO_EVENTS,
    links: links ?? NO_LINKS,
    dropped,
  };
}

function readStatus(cursor: ProtobufCursor, limit: number): typeof NO_STATUS {
  const end = cursor.wholeFieldEnd(limit);
  const status = { ...NO_STATUS };
  while (cursor.nextField(end)) {
    if (cursor.tag === STATUS_MESSAGE) status.message = cursor.text(end);
    else if (cursor.tag === STATUS_CODE) status.code = cursor.varint();
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
    if (cursor.tag === EVENT_TIME) time = cursor.time();
    else if (cursor.tag === EVENT_NAME) name = cursor.text(end);
    else if (cursor.tag === EVENT_ATTRIBUTE) readAttribute(cursor, end, (attributes ??= new Map()));
    else cursor.skip(end);
  }
  return { name, time, attributes: attributes ?? NO_ATTRIBUTES };
}

function readLink(cursor: ProtobufCursor, limit: number): OtlpLink {
  const end = cursor.wholeFieldEnd(limit);
  let traceId: string | null = null;
  let spanId: string | null = null;
  let attributes: Map<string, JsonValue> | undefined;
  while (cursor.nextField(end)) {
    if (cursor.tag === LINK_TRACE_ID) traceId = cursor.traceId(end);
    else if (cursor.tag === LINK_SPAN_ID) spanId = cursor.spanId(end);
    else if (cursor.tag === LINK_ATTRIBUTE) readAttribute(cursor, end, (attributes ??= new Map()));
    else cursor.skip(end);
  }
  return { traceId: traceId ?? '', spanId: spanId ?? '', attributes: attributes ?? NO_ATTRIBUTES };
}
