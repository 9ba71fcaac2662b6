import { expect, it } from 'vitest';
import { decodeJsonLogs } from './decode-json-logs.ts';
import { decodeProtobufLogs, isProtobufLogExport } from './decode-protobuf-logs.ts';

/** A length-delimited field. */
function field(number: number, content: readonly number[]): number[] {
  return [number * 8 + 2, ...varint(content.length), ...content];
}

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...varint(Math.floor(value / 0x80))];
}

function text(value: string): number[] {
  return [...new TextEncoder().encode(value)];
}

/** Eight bytes that stand for milliseconds, as nanoseconds. */
function nanos(number: number, ms: number): number[] {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(ms) * 1_000_000n, true);
  return [number * 8 + 1, ...bytes];
}

const IDS = [...field(9, Array<number>(16).fill(0xab)), ...field(10, Array<number>(8).fill(0xcd))];
const ATTRIBUTE = field(6, [...field(1, text('k')), ...field(2, field(1, text('v')))]);
const RECORD = [
  ...nanos(1, 1000),
  ...field(5, field(1, text('said'))),
  ...ATTRIBUTE,
  ...IDS,
  ...nanos(11, 1001),
  ...field(12, text('gen_ai.choice')),
];

function exported(...records: readonly (readonly number[])[]): Uint8Array {
  const scope = records.flatMap((record) => field(2, record));
  return Uint8Array.from(field(1, [...field(1, []), ...field(2, scope)]));
}

it('reads the same of protobuf as of JSON', () => {
  const json = {
    timeUnixNano: '1000000000',
    observedTimeUnixNano: 1_001_000_000,
    body: { stringValue: 'said' },
    attributes: [{ key: 'k', value: { stringValue: 'v' } }],
    traceId: 'AB'.repeat(16),
    spanId: 'cd'.repeat(8),
    eventName: 'gen_ai.choice',
  };
  const { records } = decodeJsonLogs({ resourceLogs: [{ scopeLogs: [{ logRecords: [json] }] }] });

  expect(decodeProtobufLogs(exported(RECORD))).toEqual({ records, rejected: [], problem: null });
});

it('tells logs from spans by their first field', () => {
  const span = field(1, Array<number>(16).fill(0xab));

  expect(isProtobufLogExport(exported(RECORD))).toBe(true);
  expect(isProtobufLogExport(exported(ATTRIBUTE))).toBe(true);
  expect(isProtobufLogExport(exported(span))).toBe(false);
  expect(isProtobufLogExport(exported())).toBe(false);
  expect(isProtobufLogExport(Uint8Array.of(0x0a, 0x7f, 0xff))).toBe(false);
});

it('keeps the good records beside a bad one', () => {
  const bad = [...nanos(1, 1000), 6 * 8 + 2, 0x7f];
  const { records, rejected, problem } = decodeProtobufLogs(exported(RECORD, bad, RECORD));

  expect(records).toHaveLength(2);
  expect(rejected).toMatchObject([{ where: 'logRecords[1]' }]);
  expect(problem).toBeNull();
});

it('keeps the whole records of a body that was cut off, and says so', () => {
  const whole = exported(RECORD, RECORD);
  const { records, problem } = decodeProtobufLogs(whole.subarray(0, whole.length - 5));

  expect(records).toHaveLength(1);
  expect(problem).toContain('after 1 whole log records');
});

it('keeps the groups beside a damaged one, and what of it stands before the damage', () => {
  const inResource = field(1, [...field(2, field(2, RECORD)), 0xff, 0xff, 0xff]);
  const inScope = field(1, [
    ...field(2, [...field(2, RECORD), 0xff, 0xff, 0xff]),
    ...field(2, field(2, RECORD)),
  ]);
  const { records, rejected, problem } = decodeProtobufLogs(
    Uint8Array.from([...exported(RECORD), ...inResource, ...inScope, ...exported(RECORD)]),
  );

  expect(records).toHaveLength(5);
  expect(rejected).toEqual([
    { where: 'resourceLogs[1]', reason: expect.stringContaining('group') },
    { where: 'resourceLogs[2].scopeLogs[0]', reason: expect.stringContaining('group') },
  ]);
  expect(problem).toBeNull();
});
