import { expect, it } from 'vitest';
import { drawTrace } from '../../testing/draw-trace.ts';
import { traceStructure } from '../../testing/trace-structure.ts';
import { metadataRows } from './node-detail-metadata.ts';
import { nodeDetail } from './node-detail.ts';
import { nodeNotices } from './node-detail-notices.ts';

it('lists metadata scalar by scalar, by the names that lead to them', () => {
  const { rows } = metadataRows({ a: { b: [1, { c: 'x' }] }, empty: {}, none: null, yes: true });

  expect(rows.map(({ name, text, kind }) => [name, text, kind])).toEqual([
    ['a.b[0]', '1', 'number'],
    ['a.b[1].c', 'x', 'string'],
    ['empty', '{}', 'empty'],
    ['none', 'null', 'null'],
    ['yes', 'true', 'boolean'],
  ]);
});

it('finds metadata by name and by value, in any case', () => {
  const metadata = { region: 'EU', deep: { Tenant: 'acme' } };

  expect(metadataRows(metadata, 'tenant').rows.map(({ text }) => text)).toEqual(['acme']);
  expect(metadataRows(metadata, 'eu').rows.map(({ name }) => name)).toEqual(['region']);
});

it('stops a table that would be none, and says so', () => {
  const { rows, isCut } = metadataRows({ list: Array.from({ length: 5000 }, (_, place) => place) });

  expect(rows).toHaveLength(2000);
  expect(isCut).toBe(true);
});

function detailOf(drawing: string, sampleRate?: number) {
  const patches = drawTrace(drawing, { traceId: 't', startTime: 1000 });
  const structure = traceStructure(
    sampleRate === undefined ? patches : [...patches, { kind: 'trace', id: 't', at: 1, sampleRate }],
  );
  const detail = nodeDetail(structure, structure.observations[0]?.id ?? null);
  if (!detail) throw new Error('The drawing has no observation.');
  return detail;
}

const said = (value: string) => ({ input: value, output: null, metadata: {} });

it('says what a reader should know before believing what is shown', () => {
  const detail = detailOf('llm |=>', 0.1);

  expect(
    nodeNotices(detail, true, said('Write to <email>, <truncated due to size exceeding limit>')),
  ).toEqual([
    { kind: 'running' },
    { kind: 'truncated' },
    { kind: 'masked' },
    { kind: 'sampled', share: 0.1 },
  ]);
});

it('says nothing where there is nothing to say', () => {
  expect(nodeNotices(detailOf('llm |=='), false, said('an <em> and a <b> of ***'))).toEqual([]);
});

it('finds a mark deep in a payload, and at the end of a long text', () => {
  const detail = detailOf('llm |==');
  const input = { list: [{ text: `${'x'.repeat(100_000)}[REDACTED]` }] };

  expect(nodeNotices(detail, false, { input, output: null, metadata: {} })).toEqual([{ kind: 'masked' }]);
});
