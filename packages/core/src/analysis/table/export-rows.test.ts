import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filter } from '../../query/filter.ts';
import type { RecordQuery } from '../../query/page.ts';
import { referenceStore } from '../../store/reference-store.ts';
import { generateTraffic } from '../../testing/traffic/generate-traffic.ts';
import { exportRows } from './export-rows.ts';
import type { ExportRowsOptions } from './export-rows.ts';
import { readCsv } from './read-csv.ts';
import { recordKey, selectedQuery } from './record-key.ts';
import { walkRecords } from './walk-records.ts';

const store = referenceStore().traces;
const filled = (async () => {
  for (const patches of generateTraffic({ days: 1, tracesPerDay: 25 })) await store.write(patches);
})();

async function printed(options: ExportRowsOptions): Promise<string> {
  await filled;
  let text = '';
  for await (const part of exportRows(store, options)) text += part;
  return text;
}

/** Every record of the store, looked at one by one: what an export must hold. */
async function recount(view: 'traces' | 'observations', keep: (record: never) => boolean) {
  await filled;
  const keys: string[] = [];
  for await (const found of walkRecords(store, view, {}, { pageSize: 1000 })) {
    for (const record of found) if (keep(record as never)) keys.push(recordKey(record));
  }
  return keys.toSorted();
}

interface Facts {
  readonly name: string | null;
  readonly environment: string;
  readonly level: string;
}

const conditions: readonly (readonly [Filter | undefined, (record: Facts) => boolean])[] = [
  [undefined, () => true],
  [{ field: 'environment', op: '=', value: 'production' }, ({ environment }) => environment === 'production'],
  [{ field: 'level', op: 'any-of', value: ['ERROR', 'WARNING'] }, ({ level }) => /ERROR|WARNING/.test(level)],
  [{ field: 'name', op: 'contains', value: 'a' }, ({ name }) => name?.toLowerCase().includes('a') ?? false],
  [{ field: 'name', op: '=', value: 'no such name' }, () => false],
];

describe('an export', () => {
  it('holds the filtered records and no others, each once, in every format', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('traces' as const, 'observations' as const),
        fc.constantFrom(...conditions),
        fc.constantFrom('csv' as const, 'jsonl' as const, 'json' as const),
        fc.integer({ min: 1, max: 40 }),
        async (view, [filter, keep], format, pageSize) => {
          const text = await printed({ view, query: { filter }, format, pageSize });
          const keys = (
            format === 'csv'
              ? csvRecords(text).map(({ id = '', traceId }) => (traceId ? JSON.stringify([traceId, id]) : id))
              : records(text, format).map((record) => recordKey(record as never))
          ).toSorted();
          expect(keys).toEqual(await recount(view, keep as (record: never) => boolean));
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it('says in cells what the records say', async () => {
    const [lines, [first]] = [
      csvRecords(await printed({ view: 'traces', format: 'csv' })),
      (await page({})).items,
    ];
    const line = lines.find(({ id }) => id === first?.id);
    expect(line).toMatchObject({
      timestamp: new Date(first?.timestamp ?? 0).toISOString(),
      name: first?.name ?? '',
      observationCount: String(first?.observationCount),
      tags: first?.tags.join(', '),
    });
    expect(Object.keys(line ?? {})).toContain('scores.helpfulness');
  });

  it('gives observations what their traces know', async () => {
    const lines = csvRecords(
      await printed({ view: 'observations', format: 'csv', fields: ['id', 'traceName', 'userId', 'tags'] }),
    );
    expect(lines.some(({ traceName, userId }) => traceName && userId)).toBe(true);
  });

  it('holds inputs and outputs when told to', async () => {
    const query = { filter: { field: 'type', op: '=', value: 'GENERATION' } } as const;
    const all = records(
      await printed({ view: 'observations', query, format: 'jsonl', withPayloads: true }),
      'jsonl',
    );
    expect(all.length).toBeGreaterThan(5);
    for (const record of all) {
      const { traceId, id } = record as { traceId: string; id: string };
      const read = await store.readPayloads({ traceId, observationIds: [id] });
      expect(record).toMatchObject({
        input: read.observations[0]?.input,
        output: read.observations[0]?.output,
      });
    }
  });

  it('reads a page at a time and tells how far it is', async () => {
    await filled;
    const counts: number[] = [];
    const parts = exportRows(store, {
      view: 'traces',
      format: 'jsonl',
      pageSize: 10,
      onProgress: (count) => counts.push(count),
    });
    await parts.next();
    expect(counts).toEqual([]);
    await parts.next();
    expect(counts).toEqual([10]);
    await parts.return(undefined);
  });

  it('ends when it is cancelled', async () => {
    const stopping = new AbortController();
    const options = { view: 'traces', format: 'csv', pageSize: 1, signal: stopping.signal } as const;
    await expect(printed({ ...options, onProgress: () => stopping.abort() })).rejects.toMatchObject({
      code: 'aborted',
    });
  });
});

describe('a selection', () => {
  it('is some records or all but some, of what a query finds', async () => {
    const query: RecordQuery = { filter: { field: 'environment', op: '=', value: 'production' } };
    for (const view of ['traces', 'observations'] as const) {
      const all = await recount(view, ({ environment }: Facts) => environment === 'production');
      const some = all.filter((_, place) => place % 3 === 0);
      const rest = all.filter((_, place) => place % 3 !== 0);
      const keysOf = async (of: RecordQuery) =>
        records(await printed({ view, query: of, format: 'json' }), 'json')
          .map((record) => recordKey(record as never))
          .toSorted();
      expect(await keysOf(selectedQuery(view, query, { kind: 'some', ids: some }))).toEqual(some);
      expect(await keysOf(selectedQuery(view, query, { kind: 'all', exceptIds: some }))).toEqual(rest);
      expect(await keysOf(selectedQuery(view, query, { kind: 'all', exceptIds: [] }))).toEqual(all);
      expect(await keysOf(selectedQuery(view, query, { kind: 'some', ids: [] }))).toEqual([]);
    }
  });
});

async function page(query: RecordQuery) {
  await filled;
  return store.listTraces({ ...query, limit: 1 });
}

function records(text: string, format: 'jsonl' | 'json'): readonly unknown[] {
  if (format === 'json') return JSON.parse(text) as unknown[];
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
}

function csvRecords(text: string): Record<string, string>[] {
  const [head = [], ...lines] = readCsv(text);
  return lines.map((cells) => Object.fromEntries(head.map((name, place) => [name, cells[place] ?? ''])));
}
