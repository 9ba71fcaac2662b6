import type { JsonObject, JsonValue } from '@oriel/core';
import { MAX_DEPTH, TOO_DEEP } from '../../json/json-depth.ts';
import { BYTES, FIXED_64, VARINT } from './protobuf-cursor.ts';
import type { ProtobufCursor } from './protobuf-cursor.ts';

/** Tags of the fields of a KeyValue. */
const KEY = 1 * 8 + BYTES;
const VALUE = 2 * 8 + BYTES;

/** Tags of the fields of an AnyValue: one for each kind of value. */
const STRING = 1 * 8 + BYTES;
const BOOLEAN = 2 * 8 + VARINT;
const INTEGER = 3 * 8 + VARINT;
const DOUBLE = 4 * 8 + FIXED_64;
const ARRAY = 5 * 8 + BYTES;
const OBJECT = 6 * 8 + BYTES;
const BINARY = 7 * 8 + BYTES;

/** Tag of the repeated field of an ArrayValue and of a KeyValueList. */
const ITEM = 1 * 8 + BYTES;

/** Bytes encoded at once: a multiple of three, so that the parts join, and few enough to be arguments. */
const BASE64_CHUNK = 3 * 4096;

/** Reads one attribute (a KeyValue) into a map. */
export function readAttribute(
  cursor: ProtobufCursor,
  limit: number,
  into: Map<string, JsonValue>,
  depth = 0,
): void {
  const end = cursor.wholeFieldEnd(limit);
  let key = '';
  let value: JsonValue = null;
  while (cursor.nextField(end)) {
    if (cursor.tag === KEY) key = cursor.text(end);
    else if (cursor.tag === VALUE) value = readAnyValue(cursor, end, depth);
    else cursor.skip(end);
  }
  into.set(key, value);
}

/** The value that an AnyValue stands for. */
export function readAnyValue(cursor: ProtobufCursor, limit: number, depth = 0): JsonValue {
  const end = cursor.wholeFieldEnd(limit);
  if (depth > MAX_DEPTH) {
    cursor.position = end;
    return TOO_DEEP;
  }
  let value: JsonValue = null;
  while (cursor.nextField(end)) {
    const { tag } = cursor;
    if (tag === STRING) value = cursor.text(end);
    else if (tag === BOOLEAN) value = cursor.varint() !== 0;
    else if (tag === INTEGER) value = cursor.int64();
    else if (tag === DOUBLE) value = jsonNumber(cursor.double());
    else if (tag === ARRAY) value = readArray(cursor, end, depth + 1);
    else if (tag === OBJECT) value = readObject(cursor, end, depth + 1);
    else if (tag === BINARY) value = base64(cursor.chunk(end));
    else cursor.skip(end);
  }
  return value;
}

function readArray(cursor: ProtobufCursor, limit: number, depth: number): readonly JsonValue[] {
  const end = cursor.wholeFieldEnd(limit);
  const values: JsonValue[] = [];
  while (cursor.nextField(end)) {
    if (cursor.tag === ITEM) values.push(readAnyValue(cursor, end, depth));
    else cursor.skip(end);
  }
  return values;
}

function readObject(cursor: ProtobufCursor, limit: number, depth: number): JsonObject {
  const end = cursor.wholeFieldEnd(limit);
  const members = new Map<string, JsonValue>();
  while (cursor.nextField(end)) {
    if (cursor.tag === ITEM) readAttribute(cursor, end, members, depth);
    else cursor.skip(end);
  }
  return Object.fromEntries(members);
}

/** JSON has no NaN and no infinities; OTLP JSON spells them as text, and so do we. */
function jsonNumber(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += BASE64_CHUNK) {
    text += btoa(String.fromCharCode(...bytes.subarray(start, start + BASE64_CHUNK)));
  }
  return text;
}
