import { expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '@oriel/core';
import { decodeJsonExport } from './decode-json.ts';

function exported(...spans: readonly JsonValue[]): JsonObject {
  return { resourceSpans: [{ scopeSpans: [{ spans }] }] };
}

const IDS = { traceId: 'AB'.repeat(16), spanId: 'CD'.repeat(8) };

function readSpan(span: JsonObject) {
  return decodeJsonExport(exported({ ...IDS, ...span })).groups[0]?.spans[0];
}

it.each<[how: string, traceId: JsonValue, spanId: JsonValue]>([
  ['hex', 'AB'.repeat(16), 'cd'.repeat(8)],
  ['base64', 'q6urq6urq6urq6urq6urqw==', 'zc3Nzc3Nzc0='],
  ['bytes', Array.from({ length: 16 }, () => 0xab), Array.from({ length: 8 }, () => 0xcd)],
])('writes ids in lower-case hex that came as %s', (_, traceId, spanId) => {
  expect(readSpan({ traceId, spanId })).toMatchObject({ traceId: 'ab'.repeat(16), spanId: 'cd'.repeat(8) });
});

it('keeps an id of another form, so that its children still find it', () => {
  expect(readSpan({ parentSpanId: 'parent-1' })?.parentSpanId).toBe('parent-1');
});

it.each(['', '0000000000000000', null])('takes the parent id %j for none', (parentSpanId) => {
  expect(readSpan({ parentSpanId })?.parentSpanId).toBeNull();
});

it('gives every kind of attribute its native value', () => {
  const values: [string, JsonObject, JsonValue][] = [
    ['text', { stringValue: 'a' }, 'a'],
    ['yes', { boolValue: true }, true],
    ['int', { intValue: 42 }, 42],
    ['digits', { intValue: '9007199254740991' }, 9007199254740991],
    ['huge', { intValue: '9223372036854775807' }, '9223372036854775807'],
    ['halves', { intValue: { low: -7, high: -1 } }, -7],
    ['double', { doubleValue: 0.5 }, 0.5],
    ['nan', { doubleValue: 'NaN' }, 'NaN'],
    ['list', { arrayValue: { values: [{ intValue: 1 }, { stringValue: 'b' }] } }, [1, 'b']],
    ['map', { kvlistValue: { values: [{ key: 'k', value: { intValue: 1 } }] } }, { k: 1 }],
    ['bytes', { bytesValue: 'SGk=' }, 'SGk='],
    ['unset', {}, null],
  ];
  const attributes = values.map(([key, value]) => ({ key, value }));

  expect([...(readSpan({ attributes })?.attributes ?? [])]).toEqual(
    values.map(([key, , native]) => [key, native]),
  );
});

it.each([2, 'STATUS_CODE_ERROR'])('knows the error status %j', (code) => {
  expect(readSpan({ status: { code } })?.hasErrorStatus).toBe(true);
});

it('keeps the good spans beside bad ones and says where those are', () => {
  const { groups, rejected } = decodeJsonExport(exported(IDS, { ...IDS, spanId: '' }, 'nonsense', IDS));

  expect(groups[0]?.spans).toHaveLength(2);
  expect(rejected.map(({ where }) => where)).toEqual([
    'resourceSpans[0].scopeSpans[0].spans[1]',
    'resourceSpans[0].scopeSpans[0].spans[2]',
  ]);
});

it.each([
  ['resourceSpans', { resourceSpans: 'x' }],
  ['resourceSpans[0].scopeSpans', { resourceSpans: [{ scopeSpans: {} }] }],
  ['resourceSpans[0].scopeSpans[0].spans', { resourceSpans: [{ scopeSpans: [{ spans: 3 }] }] }],
])('says that %s is no list', (where, body) => {
  expect(decodeJsonExport(body).rejected).toMatchObject([{ where }]);
});

it('takes a list for an id only when it holds bytes', () => {
  const bytes = Array.from({ length: 16 }, (_, index) => index);
  const span = (traceId: JsonValue) => ({ traceId, spanId: 'cd'.repeat(8) });
  const spans = [span(bytes), span([...bytes.slice(1), { toString: 1 }]), span([bytes])];
  const { groups, rejected } = decodeJsonExport({ resourceSpans: [{ scopeSpans: [{ spans }] }] });

  expect(groups[0]?.spans.map(({ traceId }) => traceId)).toEqual(['000102030405060708090a0b0c0d0e0f']);
  expect(rejected).toHaveLength(2);
});
