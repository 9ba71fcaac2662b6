import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../model/json.ts';
import { StoreError } from '../store/store-error.ts';
import { encodeCallBody } from './call-body.ts';
import { readCall } from './read-call.ts';
import { STORE_METHODS } from './store-methods.ts';
import type { StorePart } from './store-methods.ts';

/** The arguments as the far side reads what the near side sent. */
function sent(part: StorePart, method: string, ...args: unknown[]): readonly unknown[] {
  return readCall(part, method, encodeCallBody(part, method, args));
}

function refusal(part: StorePart, method: string, body: string): StoreError {
  try {
    readCall(part, method, body);
  } catch (error) {
    if (StoreError.is(error)) return error;
    throw error;
  }
  throw new Error(`${part}.${method} took ${body}`);
}

const FILTER = { and: [{ field: 'userId', op: '=', value: 'ada' }, { search: 'ä\u0000\ud800' }] };

describe('a call over a wire', () => {
  it.each<[StorePart, string, unknown[]]>([
    [
      'traces',
      'write',
      [[{ kind: 'trace', id: 't', at: 1.5, name: '\ud800"\n😀', metadata: { a: [1, null] } }]],
    ],
    ['traces', 'resolveTraceId', ['order/42', { traces: FILTER }]],
    ['traces', 'readTrace', ['t']],
    ['traces', 'readPayloads', [{ traceId: 't', observationIds: ['a', 'b'] }]],
    [
      'traces',
      'listTraces',
      [{ filter: FILTER, order: { field: 'name', direction: 'asc' }, limit: 3, cursor: 'c' }],
    ],
    ['traces', 'listScores', [{}]],
    [
      'traces',
      'aggregate',
      [{ view: 'traces', measures: [{ aggregate: 'count' }], dimensions: ['metadata.a'] }],
    ],
    ['traces', 'facets', [{ view: 'users', fields: ['id'], limit: 2 }]],
    ['traces', 'deleteTraces', [['a', 'b']]],
    [
      'documents',
      'write',
      [{ kind: 'prompt', name: 'a/b', body: null, labels: ['x'], expectedVersion: 0, createdAt: 1.5 }],
    ],
    ['documents', 'read', [{ kind: 'prompt', name: 'a', label: 'production' }]],
    ['documents', 'list', [{ kind: 'dataset', limit: 2, cursor: 'a' }]],
    ['documents', 'setLabel', [{ kind: 'prompt', name: 'a', version: 2, label: 'x' }]],
    ['media', 'read', ['3_1gIbsr1bCvZ2KQgJ7DpT']],
  ])('%s.%s has the arguments it was made with', (part, method, args) => {
    expect(sent(part, method, ...args)).toEqual(args);
  });

  it('leaves out what is undefined', () => {
    expect(sent('traces', 'listTraces', { filter: undefined, limit: 2 })).toEqual([{ limit: 2 }]);
    expect(sent('traces', 'listTraces', undefined)).toEqual([{}]);
  });

  it('is not made with what JSON would quietly change', () => {
    const odd: unknown[] = [Number.NaN, Infinity, 1n, () => 1, new Date(), new Uint8Array(2), new Map()];
    for (const input of odd) {
      const write = () => encodeCallBody('traces', 'write', [[{ kind: 'trace', id: 't', at: 1, input }]]);
      expect(write).toThrow(expect.objectContaining({ code: 'bad-patch' }) as Error);
    }
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(() => encodeCallBody('documents', 'write', [circle])).toThrow(
      expect.objectContaining({ code: 'bad-query' }) as Error,
    );
  });
});

describe('what comes over a wire', () => {
  const methods = (['traces', 'documents', 'media'] as const).flatMap((part) =>
    STORE_METHODS[part]
      .filter((name) => part !== 'media' || name === 'read')
      .map((name) => [part, name] as const),
  );

  it.each(methods)('is refused by %s.%s when it is no object of known members', (part, method) => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    const bodies = [
      '',
      'null',
      '[]',
      '5',
      '"x"',
      '{',
      '{"nobody":1}',
      '{"__proto__":{"limit":1}}',
      '{"constructor":1}',
    ];
    for (const body of [...bodies, deep, `{"filter":${deep}}`, `{"patches":${deep}}`]) {
      const { code, message } = refusal(part, method, body);
      expect(['bad-query', 'bad-patch']).toContain(code);
      expect(message).toMatch(/not (made|written)|Nothing was/);
    }
  });

  it.each<[StorePart, string, JsonValue]>([
    ['traces', 'write', { patches: [null] }],
    ['traces', 'write', { patches: [{ kind: 'constructor', id: 'a', at: 1 }] }],
    ['traces', 'write', { patches: [{ kind: 'trace', id: 5, at: 1 }] }],
    ['traces', 'write', { patches: [{ kind: 'trace', id: 'a', at: null }] }],
    ['traces', 'write', { patches: [{ kind: 'trace', id: 'a', at: 1, tags: 'x' }] }],
    ['traces', 'write', { patches: [], more: 1 }],
    ['traces', 'resolveTraceId', { id: ['a'] }],
    ['traces', 'resolveTraceId', { id: 'a', traces: { field: 'constructor', op: '=', value: 1 } }],
    ['traces', 'readTrace', { traceId: null }],
    ['traces', 'readPayloads', { traceId: 'a', observationIds: 'b' }],
    ['traces', 'listTraces', { filter: { field: '__proto__', op: '=', value: 1 } }],
    ['traces', 'listTraces', { filter: { and: { length: 1 } } }],
    ['traces', 'listTraces', { filter: null }],
    ['traces', 'listTraces', { order: { field: 'name', direction: 'up' } }],
    ['traces', 'listTraces', { order: 'name' }],
    ['traces', 'listTraces', { limit: '5' }],
    ['traces', 'listTraces', { limit: 1.5 }],
    ['traces', 'listTraces', { cursor: { a: 1 } }],
    ['traces', 'aggregate', { view: '__proto__', measures: [{ aggregate: 'count' }] }],
    ['traces', 'aggregate', { view: 'traces', measures: [{ aggregate: 'toString', field: 'id' }] }],
    ['traces', 'facets', { view: 'traces', fields: ['constructor'] }],
    ['traces', 'deleteTraces', { traceIds: 'a' }],
    ['documents', 'write', { kind: 'prompt', name: 'a' }],
    ['documents', 'write', { kind: '__proto__', name: 'a', body: 1 }],
    ['documents', 'write', { kind: 'prompt', name: 'a', body: 1, createdAt: '1' }],
    ['documents', 'read', { kind: 'prompt', name: 'a', version: '1' }],
    ['documents', 'list', { kind: 'prompt', limit: -1 }],
    ['media', 'read', { id: 1 }],
  ])('is refused when %s.%s is asked with %j', (part, method, body) => {
    const { code } = refusal(part, method, JSON.stringify(body));
    expect(code).toBe(method === 'write' && part === 'traces' ? 'bad-patch' : 'bad-query');
  });

  it('cannot reach what a store has besides its methods', () => {
    for (const method of ['close', 'subscribe', 'constructor', '__proto__', 'capabilities']) {
      expect(refusal('traces', method, '{}').code).toBe('unsupported');
    }
  });

  it('keeps a member that is named as a prototype what it is: a member', () => {
    const text = '{"patches":[{"kind":"trace","id":"t","at":1,"metadata":{"__proto__":{"isAdmin":true}}}]}';
    const [patches] = readCall('traces', 'write', text);
    expect(JSON.stringify({ patches })).toBe(text);
    expect({}).not.toHaveProperty('isAdmin');
  });
});
