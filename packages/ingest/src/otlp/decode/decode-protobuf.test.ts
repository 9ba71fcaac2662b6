import { expect, it } from 'vitest';
import { decodeProtobufExport } from './decode-protobuf.ts';

const TRACE_ID = Array.from({ length: 16 }, () => 0xab);
const SPAN_ID = Array.from({ length: 8 }, () => 0xcd);

/** A length-delimited field. */
function field(number: number, content: readonly number[]): number[] {
  return [...varint(number * 8 + 2), ...varint(content.length), ...content];
}

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...varint(Math.floor(value / 0x80))];
}

function text(value: string): number[] {
  return [...new TextEncoder().encode(value)];
}

function attribute(key: string, anyValue: readonly number[]): number[] {
  return field(9, [...field(1, text(key)), ...field(2, anyValue)]);
}

function span(...extra: readonly number[]): number[] {
  return [...field(1, TRACE_ID), ...field(2, SPAN_ID), ...field(5, text('work')), ...extra];
}

function exported(...spans: readonly (readonly number[])[]): Uint8Array {
  return Uint8Array.from(
    field(
      1,
      field(
        2,
        spans.flatMap((content) => field(2, content)),
      ),
    ),
  );
}

function onlySpan(bytes: Uint8Array) {
  const { groups, rejected, problem } = decodeProtobufExport(bytes);
  expect({ rejected, problem }).toEqual({ rejected: [], problem: null });
  return groups[0]?.spans[0];
}

it('reads a span with its ids in hex', () => {
  expect(onlySpan(exported(span()))).toMatchObject({
    traceId: 'ab'.repeat(16),
    spanId: 'cd'.repeat(8),
    parentSpanId: null,
    name: 'work',
  });
});

it('gives every kind of attribute its native value', () => {
  const minusSeven = [0xf9, ...Array.from({ length: 8 }, () => 0xff), 0x01];
  const biggest = [...Array.from({ length: 8 }, () => 0xff), 0x7f];
  const half = [0, 0, 0, 0, 0, 0, 0xe0, 0x3f];
  const nan = [0, 0, 0, 0, 0, 0, 0xf8, 0x7f];
  const attributes = onlySpan(
    exported(
      span(
        ...attribute('text', field(1, text('中文'))),
        ...attribute('yes', [0x10, 1]),
        ...attribute('negative', [0x18, ...minusSeven]),
        ...attribute('biggest', [0x18, ...biggest]),
        ...attribute('half', [0x21, ...half]),
        ...attribute('nan', [0x21, ...nan]),
        ...attribute('list', field(5, [...field(1, field(1, text('a'))), ...field(1, [0x18, 3])])),
        ...attribute('map', field(6, field(1, [...field(1, text('k')), ...field(2, [0x18, 1])]))),
        ...attribute('bytes', field(7, text('Hi'))),
        ...attribute('unset', []),
      ),
    ),
  )?.attributes;

  expect(Object.fromEntries(attributes ?? [])).toEqual({
    text: '中文',
    yes: true,
    negative: -7,
    biggest: '9223372036854775807',
    half: 0.5,
    nan: 'NaN',
    list: ['a', 3],
    map: { k: 1 },
    bytes: 'SGk=',
    unset: null,
  });
});

it('skips fields it does not know', () => {
  const unknown = [...field(99, text('later')), ...varint(100 * 8), 7, ...varint(101 * 8 + 5), 1, 2, 3, 4];

  expect(onlySpan(exported(span(...unknown)))?.name).toBe('work');
});

it('keeps the good spans beside one without ids', () => {
  const { groups, rejected, problem } = decodeProtobufExport(
    exported(span(), field(5, text('nobody')), span()),
  );

  expect(groups[0]?.spans).toHaveLength(2);
  expect(rejected).toEqual([
    { where: 'resourceSpans[0].scopeSpans[0].spans[1]', reason: expect.stringContaining('trace id') },
  ]);
  expect(problem).toBeNull();
});

it('keeps the good spans beside a damaged one', () => {
  const { groups, rejected } = decodeProtobufExport(exported(span(), [0xff, 0xff, 0xff], span()));

  expect(groups[0]?.spans).toHaveLength(2);
  expect(rejected).toHaveLength(1);
});

it('leaves out only the value that nests too deeply', () => {
  let deep: number[] = [0x18, 1];
  for (let level = 0; level < 600; level += 1) deep = field(5, field(1, deep));
  const attributes = onlySpan(
    exported(span(...attribute('deep', deep), ...attribute('flat', [0x18, 1]))),
  )?.attributes;

  expect(JSON.stringify(attributes?.get('deep'))).toBe(
    `${'['.repeat(501)}"[deeper than 500 levels, left out]"${']'.repeat(501)}`,
  );
  expect(attributes?.get('flat')).toBe(1);
});

it('keeps the groups beside a damaged one, and what of it stands before the damage', () => {
  const damaged = field(1, [...field(2, field(2, span())), 0xff, 0xff, 0xff]);
  const { groups, rejected, problem } = decodeProtobufExport(
    Uint8Array.from([...exported(span()), ...damaged, ...exported(span())]),
  );

  expect(groups.map(({ spans }) => spans.length)).toEqual([1, 1, 1]);
  expect(rejected).toEqual([{ where: 'resourceSpans[1]', reason: expect.stringContaining('group') }]);
  expect(problem).toBeNull();
});

it('keeps spans whose resource and scope are damaged', () => {
  const damaged = field(1, [
    ...field(1, [0xff, 0xff, 0xff]),
    ...field(2, [...field(1, [0xff, 0xff, 0xff]), ...field(2, span())]),
  ]);
  const { groups, rejected } = decodeProtobufExport(Uint8Array.from(damaged));

  expect(groups[0]?.spans).toHaveLength(1);
  expect(rejected.map(({ where }) => where)).toEqual([
    'resourceSpans[0].resource',
    'resourceSpans[0].scopeSpans[0].scope',
  ]);
});

it('keeps every whole span of a body that was cut off, wherever it was cut', () => {
  const whole = exported(span(), span(), span());
  const cuts = Array.from({ length: whole.length - 1 }, (_, index) => whole.subarray(0, index + 1));
  const exports = cuts.map(decodeProtobufExport);
  const counts = exports.map(({ groups }) => groups[0]?.spans.length ?? 0);

  expect(exports.filter(({ problem }) => !problem?.includes('ends inside'))).toEqual([]);
  expect(new Set(counts)).toEqual(new Set([0, 1, 2]));
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
});

it('never throws, whatever the bytes are', () => {
  const whole = exported(span(...attribute('a', field(1, text('b')))));
  for (let index = 0; index < whole.length; index += 1) {
    for (const byte of [0x00, 0x07, 0x7f, 0x80, 0xff]) {
      const damaged = Uint8Array.from(whole);
      damaged[index] = byte;
      expect(() => decodeProtobufExport(damaged)).not.toThrow();
    }
  }
});

it('keeps a byte order mark that begins a text', () => {
  const attributes = onlySpan(exported(span(...attribute('text', field(1, text('\uFEFFa'))))))?.attributes;

  expect(attributes?.get('text')).toBe('\uFEFFa');
});
