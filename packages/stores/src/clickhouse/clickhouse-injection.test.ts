import type { Filter, PageQuery } from '@oriel/core';
import { expect, it } from 'vitest';
import { openClickHouseStore } from './open-clickhouse-store.ts';
import { Parameters } from './sql/parameters.ts';
import { viewQuery } from './sql/view-query.ts';
import { TABLE_NAMES } from './schema/table-name.ts';
import type { Tables } from './schema/tables.ts';
import { inProcessClient } from './testing/in-process.ts';

const ATTACKS = [
  "' OR 1 = 1 --",
  "'; DROP TABLE records; --",
  "\\'; DROP TABLE records; --",
  '"; DROP TABLE records; --',
  '`records`',
  '{p1:String}',
  "x' UNION ALL SELECT name FROM system.tables --",
  "')) OR sleep(1) --",
  '*/ OR 1 /*',
  '\u0000',
];

const tables = Object.fromEntries(TABLE_NAMES.map((name) => [name, name])) as Tables;

function sqlOf(filter: Filter): { sql: string; parameters: Parameters } {
  const parameters = new Parameters();
  return { sql: viewQuery({ view: 'traces', tables, parameters, query: { filter } }).from(), parameters };
}

it.each(ATTACKS)('lets no value, key or name of a query into its text: %j', (attack) => {
  const filters: Filter[] = [
    { field: 'name', op: '=', value: attack },
    { field: 'name', op: 'any-of', value: [attack, 'x'] },
    { field: 'tags', op: 'all-of', value: [attack] },
    { field: 'name', op: 'contains', value: attack },
    { field: 'name', op: '<', value: attack },
    { field: `metadata.${attack}`, op: '=', value: attack },
    { field: `scores.${attack}`, op: '=', value: attack },
    { field: `usage.${attack}`, op: 'is-not-null' },
    { search: attack, in: ['names', 'ids', 'payloads', 'metadata'] },
  ];
  for (const filter of filters) {
    // The text is the same whatever is asked for.
    const plain = JSON.parse(
      JSON.stringify(filter).replaceAll(JSON.stringify(attack).slice(1, -1), 'plain'),
    ) as Filter;
    expect(sqlOf(filter).sql).toBe(sqlOf(plain).sql);
    expect(sqlOf(filter).parameters.values).not.toEqual(sqlOf(plain).parameters.values);
  }
});

const client = inProcessClient();

it('answers attacks as questions about nothing, and refuses fields that there are not', async () => {
  const { traces } = await openClickHouseStore({ client, database: 'attacked' });
  await traces.write([{ kind: 'trace', id: 't', at: 1, name: 'kept' }]);
  for (const attack of ATTACKS.slice(0, 4)) {
    const queries: PageQuery[] = [
      { filter: { field: 'name', op: '=', value: attack } },
      { filter: { field: `metadata.${attack}`, op: '=', value: attack } },
      { filter: { search: attack } },
    ];
    for (const query of queries) expect((await traces.listTraces(query)).items).toEqual([]);
    const refused: PageQuery[] = [
      { filter: { field: attack, op: '=', value: 1 } },
      { order: { field: attack, direction: 'asc' } },
      { order: { field: 'name', direction: attack as 'asc' }, cursor: attack },
    ];
    for (const query of refused) {
      await expect(traces.listTraces(query)).rejects.toMatchObject({
        code: expect.stringMatching(/^bad-/) as string,
      });
    }
    expect(await traces.readTrace(attack)).toBeNull();
    await traces.deleteTraces([attack]);
  }
  expect((await traces.listTraces()).items).toMatchObject([{ id: 't', name: 'kept' }]);
});

it.each(ATTACKS)('takes %j for no name of a database or a cluster', async (attack) => {
  for (const place of [{ database: attack }, { cluster: attack }]) {
    await expect(openClickHouseStore({ client, ...place })).rejects.toMatchObject({ code: 'bad-query' });
  }
});
