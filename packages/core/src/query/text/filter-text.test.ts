import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFilter } from '../check-filter.ts';
import type { Filter } from '../filter.ts';
import type { View } from '../view-record.ts';
import { parseFilterText } from './parse-filter-text.ts';
import { printFilterText } from './print-filter-text.ts';

/** The filter of a text that has to be right. */
function parse(text: string, view: View = 'observations'): Filter {
  const { filter, errors } = parseFilterText(text, view);
  expect(errors).toEqual([]);
  return filter as Filter;
}

function errorsOf(text: string) {
  return parseFilterText(text, 'observations').errors.map(({ position, length, suggestion }) => ({
    at: text.slice(position, position + length),
    position,
    suggestion,
  }));
}

const DAY = Date.UTC(2026, 5, 1);

describe('a filter text', () => {
  it.each<[string, Filter]>([
    ['', { and: [] }],
    ['level:ERROR', { field: 'level', op: '=', value: 'ERROR' }],
    ['name:=chat', { field: 'name', op: '=', value: 'chat' }],
    ['env:prod', { field: 'environment', op: '=', value: 'prod' }],
    ['-env:dev', { field: 'environment', op: '!=', value: 'dev' }],
    ['NOT env:dev', { field: 'environment', op: '!=', value: 'dev' }],
    ['level:(ERROR OR WARNING)', { field: 'level', op: 'any-of', value: ['ERROR', 'WARNING'] }],
    ['-level:(ERROR OR WARNING)', { field: 'level', op: 'none-of', value: ['ERROR', 'WARNING'] }],
    ['tags:(a AND "b c")', { field: 'tags', op: 'all-of', value: ['a', 'b c'] }],
    ['latency:>2', { field: 'latency', op: '>', value: 2000 }],
    ['latency:<=150ms', { field: 'latency', op: '<=', value: 150 }],
    ['timeToFirstToken:>=1.5m', { field: 'timeToFirstToken', op: '>=', value: 90_000 }],
    ['cost:<0.01', { field: 'totalCost', op: '<', value: 0.01 }],
    ['startTime:>2026-06-01', { field: 'startTime', op: '>', value: DAY }],
    ['startTime:<2026-06-01T08:30+02:00', { field: 'startTime', op: '<', value: DAY + 6.5 * 3_600_000 }],
    [
      'startTime:2026-06',
      {
        and: [
          { field: 'startTime', op: '>=', value: DAY },
          { field: 'startTime', op: '<', value: Date.UTC(2026, 6, 1) },
        ],
      },
    ],
    ['name:*chat*', { field: 'name', op: 'contains', value: 'chat' }],
    ['-name:*chat*', { field: 'name', op: 'not-contains', value: 'chat' }],
    ['name:chat*', { field: 'name', op: 'starts-with', value: 'chat' }],
    ['name:*"a chat"', { field: 'name', op: 'ends-with', value: 'a chat' }],
    ['name:"*"', { field: 'name', op: '=', value: '*' }],
    ['name:*', { field: 'name', op: 'is-not-null' }],
    [
      'name:(chat* OR plan)',
      {
        or: [
          { field: 'name', op: 'starts-with', value: 'chat' },
          { field: 'name', op: '=', value: 'plan' },
        ],
      },
    ],
    ['has:endTime', { field: 'endTime', op: 'is-not-null' }],
    ['-has:endTime', { field: 'endTime', op: 'is-null' }],
    ['metadata.region:eu', { field: 'metadata.region', op: '=', value: 'eu' }],
    ['metadata.count:5', { field: 'metadata.count', op: '=', value: 5 }],
    ['metadata.count:"5"', { field: 'metadata.count', op: '=', value: '5' }],
    ['metadata.isPaid:true', { field: 'metadata.isPaid', op: '=', value: true }],
    ['scores."Rouge Score":>=1', { field: 'scores.Rouge Score', op: '>=', value: 1 }],
    ['usage.input_cached_tokens:>0', { field: 'usage.input_cached_tokens', op: '>', value: 0 }],
    ['input:*refund*', { field: 'input', op: 'contains', value: 'refund' }],
    ['isRootObservation:true', { field: 'isRootObservation', op: '=', value: true }],
    ['rate   limit', { search: 'rate limit' }],
    ['"rate  limit"', { search: 'rate  limit' }],
    ['"say \\"hi\\""', { search: 'say "hi"' }],
    ['names:chat', { search: 'chat', in: ['names'] }],
    ['ids+metadata:"a b"', { search: 'a b', in: ['ids', 'metadata'] }],
    ['id:a:b', { field: 'id', op: '=', value: 'a:b' }],
  ])('says with %s what is meant', (text, filter) => {
    expect(parse(text)).toEqual(filter);
    expect(() => checkFilter('observations', filter)).not.toThrow();
  });

  it('joins conditions with AND, said or not, which binds closer than OR', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((value) => ({ field: 'name', op: '=', value }) as const);
    expect(parse('name:a name:b')).toEqual({ and: [a, b] });
    expect(parse('name:a AND name:b')).toEqual({ and: [a, b] });
    expect(parse('name:a OR name:b name:c')).toEqual({ or: [a, { and: [b, c] }] });
    expect(parse('(name:a OR name:b) name:c')).toEqual({ and: [{ or: [a, b] }, c] });
    expect(parse('-(name:a OR name:b)')).toEqual({ not: { or: [a, b] } });
    expect(parse('slow -cheap error code')).toEqual({
      and: [{ search: 'slow' }, { not: { search: 'cheap error code' } }],
    });
  });

  it.each([
    ['nmae:x', { at: 'nmae', position: 0, suggestion: 'name' }],
    ['level:ERROR  Latency:>2', { at: 'Latency', position: 13, suggestion: 'latency' }],
    ['has:endtime', { at: 'endtime', position: 4, suggestion: 'endTime' }],
    ['latency:>fast', { at: 'fast', position: 9, suggestion: null }],
    ['startTime:>2026-02-31', { at: '2026-02-31', position: 11, suggestion: null }],
    ['isInterrupted:maybe', { at: 'maybe', position: 14, suggestion: null }],
    ['isInterrupted:>true', { at: '>true', position: 14, suggestion: 'true' }],
    ['name: chat', { at: '', position: 5, suggestion: null }],
    ['names:', { at: '', position: 6, suggestion: null }],
    ['has:', { at: '', position: 4, suggestion: null }],
    ['level:(ERROR WARNING)', { at: '', position: 13, suggestion: 'OR ' }],
    ['level:(ERROR or WARNING)', { at: 'or', position: 13, suggestion: 'OR' }],
    ['level:(a OR b AND c)', { at: 'AND', position: 14, suggestion: 'OR' }],
    ['level:(ERROR', { at: '(ERROR', position: 6, suggestion: '(ERROR)' }],
    ['level:a or level:b', { at: 'or', position: 8, suggestion: 'OR' }],
    ['!level:a', { at: '!', position: 0, suggestion: '-' }],
    ['level:a OR', { at: 'OR', position: 8, suggestion: '"OR"' }],
    ['OR level:a', { at: 'OR', position: 0, suggestion: '"OR"' }],
    ['(level:a', { at: '(level:a', position: 0, suggestion: '(level:a)' }],
    ['level:a) b', { at: ')', position: 7, suggestion: '' }],
    ['"open', { at: '"open', position: 0, suggestion: '"open"' }],
    ['"name":x', { at: '"name"', position: 0, suggestion: 'name' }],
    ['level:a -', { at: '-', position: 8, suggestion: '' }],
    ['http://x', { at: 'http', position: 0, suggestion: null }],
  ])('points at what is wrong with %s', (text, error) => {
    expect(errorsOf(text)).toEqual([error]);
  });

  it('points at every mistake at once, in order', () => {
    expect(errorsOf('nmae:x latency:slow OR (typ:TOOL')).toEqual([
      { at: 'nmae', position: 0, suggestion: 'name' },
      { at: 'slow', position: 15, suggestion: null },
      { at: '(typ:TOOL', position: 23, suggestion: '(typ:TOOL)' },
      { at: 'typ', position: 24, suggestion: 'type' },
    ]);
  });

  it('points at both parentheses of a list inside a list', () => {
    expect(errorsOf('level:((a) OR b)')).toEqual([
      { at: '(', position: 7, suggestion: '' },
      { at: ')', position: 15, suggestion: '' },
    ]);
  });

  it.each(['(', '-', '!', '(((', 'id:(', ')', 'OR ', 'NOT '])(
    'ends however often somebody types %s',
    (piece) => {
      const { errors } = parseFilterText(piece.repeat(50_000), 'traces');
      expect(errors.length).toBeGreaterThan(0);
    },
  );

  it('is read in some way whatever it holds', () => {
    const pieces = fc.constantFrom(
      ...'()":*-!<>=.+\\'.split(''),
      'OR',
      'AND',
      'or',
      ' ',
      'level',
      'has',
      'x',
      '5',
      'ids',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        const { filter, errors } = parseFilterText(text, 'observations');
        expect(filter === null).toBe(errors.length > 0);
        for (const { position, length } of errors) {
          expect(position).toBeGreaterThanOrEqual(0);
          expect(position + length).toBeLessThanOrEqual(text.length);
        }
        if (filter === null) return;
        checkFilter('observations', filter);
        const printed = printFilterText(filter, 'observations') ?? 'not printed';
        expect(printFilterText(parse(printed), 'observations')).toBe(printed);
      }),
      { numRuns: 2000 },
    );
  });
});
