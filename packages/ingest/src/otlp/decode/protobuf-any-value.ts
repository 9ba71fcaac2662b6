import type { JsonObject, JsonValue } from '@oriel/core';
import { MAX_DEPTH } from '../../json/json-depth.ts';
import { BYTES, FIXED_64, ProtobufFault, VARINT } from './protobuf-cursor.ts';
import type { ProtobufCursor } from './protobuf-cursor.ts';

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
    if (cursor.is(1, BYTES)) key = cursor.name(end);
    else if (cursor.is(2, BYTES)) value = readAnyValue(cursor, end, depth);
    else cursor.skip(end);
  }
  into.set(key, value);
}

/** The value that an AnyValue stands for. */
function readAnyValue(cursor: ProtobufCursor, limit: number, depth: number): JsonValue {
  if (depth > MAX_DEPTH) throw new ProtobufFault('deep');
  const end = cursor.wholeFieldEnd(limit);
  let value: JsonValue = null;
  while (cursor.nextField(end)) {
    if (cursor.is(1, BYTES)) value = cursor.text(end);
    else if (cursor.is(2, VARINT)) value = cursor.varint() !== 0;
    else if (cursor.is(3, VARINT)) value = cursor.int64();
    else if (cursor.is(4, FIXED_64)) value = jsonNumber(cursor.double());
    else if (cursor.is(5, BYTES)) value = readArray(cursor, end, depth + 1);
    else if (cursor.is(6, BYTES)) value = readObject(cursor, end, depth + 1);
    else if (cursor.is(7, BYTES)) value = base64(cursor.chunk(end));
    else cursor.skip(end);
  }
  return value;
}

function readArray(cursor: ProtobufCursor, limit: number, depth: number): readonly JsonValue[] {
  const end = cursor.wholeFieldEnd(limit);
  const values: JsonValue[] = [];
  while (cursor.nextField(end)) {
    if (cursor.is(1, BYTES)) values.push(readAnyValue(cursor, end, depth));
    else cursor.skip(end);
  }
  return values;
}

function readObject(cursor: ProtobufCursor, limit: number, depth: number): JsonObject {
  const end = cursor.wholeFieldEnd(limit);
  const members = new Map<string, JsonValue>();
  while (cursor.nextField(end)) {
    if (cursor.is(1, BYTES)) readAttribute(cursor, end, members, depth);
    else cursor.skip(end);
  }
  return Object.fromEntries(members);
}

/** JSON has no NaN and no infinities; OTLP JSON spells them as text, and so do we. */
function jsonNumber(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
