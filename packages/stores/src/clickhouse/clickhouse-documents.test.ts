import { describeDocumentStore, describeMediaStore } from '@oriel/core/conformance';
import { expect, it } from 'vitest';
import { openClickHouseStore } from './open-clickhouse-store.ts';
import { inProcessClient } from './testing/in-process.ts';

const client = inProcessClient();
let count = 0;
const open = () => openClickHouseStore({ client, database: `documents_${(count += 1)}` });

describeDocumentStore('openClickHouseStore', { create: async () => (await open()).documents });
describeMediaStore('openClickHouseStore', { create: async () => (await open()).media });

it('lets one of several processes have the next version of a document, and the others the ones after', async () => {
  const database = 'documents_of_many';
  const stores = await Promise.all([1, 2, 3].map(() => openClickHouseStore({ client, database })));
  const written = await Promise.all(
    stores.map(({ documents }, writer) => documents.write({ kind: 'prompt', name: 'p', body: writer })),
  );
  expect(written.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
});
