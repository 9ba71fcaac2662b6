import type { JsonValue } from '@oriel/core';
import type { RejectedItem } from '../../rejected-item.ts';
import { eventNameOf } from '../otlp-logs.ts';
import type { OtlpLogExport, OtlpLogRecord } from '../otlp-logs.ts';
import { readAnyValue, readAttribute } from './protobuf-any-value.ts';
import { BYTES, FIXED_64, ProtobufCursor, ProtobufFault, faultOf } from './protobuf-cursor.ts';

/** Log records with what could be read of a body that is damaged or cut off. */
export interface ProtobufLogExport extends OtlpLogExport {
  /** Why the body could not be read to its end, or `null`. */
  readonly problem: string | null;
}

/** Tags that lead to the records: resource groups, in them scope groups, in them records. */
const PATH_TO_RECORDS = [1 * 8 + BYTES, 2 * 8 + BYTES, 2 * 8 + BYTES] as const;

/** Tag of the first field of a span, its trace id. */
const TRACE_ID_OF_SPAN = 1 * 8 + BYTES;

/** Tags of the fields of a LogRecord. */
const TIME = 1 * 8 + FIXED_64;
const BODY = 5 * 8 + BYTES;
const ATTRIBUTE = 6 * 8 + BYTES;
const TRACE_ID = 9 * 8 + BYTES;
const SPAN_ID = 10 * 8 + BYTES;
const OBSERVED_TIME = 11 * 8 + FIXED_64;
const EVENT_NAME = 12 * 8 + BYTES;

/**
 * True for log records: exports of spans are built alike, down to the first field of an item, which is a span's trace id
 * and a record's time.
 */
export function isProtobufLogExport(bytes: Uint8Array): boolean {
  const cursor = new ProtobufCursor(bytes);
  try {
    let end = bytes.length;
    for (const tag of PATH_TO_RECORDS) {
      if (!moveTo(cursor, tag, end)) return false;
      end = Math.min(cursor.fieldEnd(end), bytes.length);
    }
    return cursor.nextField(end) && cursor.tag !== TRACE_ID_OF_SPAN;
  } catch (fault) {
    if (!(fault instanceof ProtobufFault)) throw fault;
    return false;
  }
}

function moveTo(cursor: ProtobufCursor, tag: number, end: number): boolean {
  while (cursor.nextField(end)) {
    if (cursor.tag === tag) return true;
    cursor.skip(end);
  }
  return false;
}

const GROUP_FAULT =
  'From here on the bytes of the group are no protobuf message, so the rest of it was left out. ' +
  'Send it as the OTLP exporter made it.';

/** Names of what {@link PATH_TO_RECORDS} leads through. */
const GROUP_NAMES = ['resourceLogs', 'scopeLogs'] as const;

/**
 * Reads log records of OTLP protobuf as far as they go: what is wrong inside a group or a record that is framed as a
 * whole stays inside.
 */
export function decodeProtobufLogs(bytes: Uint8Array): ProtobufLogExport {
  const decoder = new LogDecoder(bytes);
  const problem = decoder.run();
  return { records: decoder.records, rejected: decoder.rejected, problem };
}

class LogDecoder {
  readonly records: OtlpLogRecord[] = [];
  readonly rejected: RejectedItem[] = [];
  readonly #cursor: ProtobufCursor;
  readonly #end: number;
  #recordCount = 0;

  constructor(bytes: Uint8Array) {
    this.#cursor = new ProtobufCursor(bytes);
    this.#end = bytes.length;
  }

  run(): string | null {
    const fault = faultOf(() => this.#readItems(this.#end, 0, ''));
    if (fault === null) return null;
    return (
      `The body breaks off or is damaged after ${this.records.length} whole log records, so the rest of it is lost. ` +
      'Send the body again, whole.'
    );
  }

  #readItems(end: number, depth: number, where: string): void {
    const cursor = this.#cursor;
    const name = GROUP_NAMES[depth];
    for (let index = 0; cursor.nextField(end);) {
      if (cursor.tag !== PATH_TO_RECORDS[depth]) cursor.skip(end);
      else if (name === undefined) this.#readFramedRecord(cursor.wholeFieldEnd(end));
      else this.#readGroup(cursor.fieldEnd(end), depth, `${where}${name}[${index++}]`);
    }
  }

  /** A group that is cut off ends the body. */
  #readGroup(declaredEnd: number, depth: number, where: string): void {
    const end = Math.min(declaredEnd, this.#end);
    const fault = faultOf(() => this.#readItems(end, depth + 1, `${where}.`));
    if (declaredEnd > this.#end) throw fault ?? new ProtobufFault('cut');
    if (fault !== null) this.rejected.push({ where, reason: GROUP_FAULT });
    this.#cursor.position = declaredEnd;
  }

  #readFramedRecord(end: number): void {
    const index = this.#recordCount++;
    const fault = faultOf(() => this.records.push(readRecord(this.#cursor, end)));
    if (fault !== null) {
      this.rejected.push({
        where: `logRecords[${index}]`,
        reason: 'The log record could not be read, so it was left out. Send it as the OTLP exporter made it.',
      });
    }
    this.#cursor.position = end;
  }
}

function readRecord(cursor: ProtobufCursor, end: number): OtlpLogRecord {
  let traceId: string | null = null;
  let spanId: string | null = null;
  let time: number | null = null;
  let observedTime: number | null = null;
  let eventName = '';
  let body: JsonValue = null;
  const attributes = new Map<string, JsonValue>();
  while (cursor.nextField(end)) {
    const { tag } = cursor;
    if (tag === ATTRIBUTE) readAttribute(cursor, end, attributes);
    else if (tag === TIME) time = cursor.time();
    else if (tag === BODY) body = readAnyValue(cursor, end);
    else if (tag === TRACE_ID) traceId = cursor.traceId(end);
    else if (tag === SPAN_ID) spanId = cursor.spanId(end);
    else if (tag === OBSERVED_TIME) observedTime = cursor.time();
    else if (tag === EVENT_NAME) eventName = cursor.text(end);
    else cursor.skip(end);
  }
  return {
    traceId,
    spanId,
    time,
    observedTime,
    eventName: eventNameOf(eventName, attributes),
    body,
    attributes,
  };
}
