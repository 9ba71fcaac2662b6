import { describeTraceStore } from '@oriel/core/conformance';
import { openClickHouseStore } from './open-clickhouse-store.ts';
import { generatedShare } from './testing/generated-share.ts';
import { inProcessClient } from './testing/in-process.ts';

const client = inProcessClient();
let count = 0;
let database = '';

describeTraceStore('openClickHouseStore', {
  async create(settings) {
    database = `store_${(count += 1)}`;
    return (await openClickHouseStore({ client, database, ...settings })).traces;
  },
  reopen: async (settings) => (await openClickHouseStore({ client, database, ...settings })).traces,
  share: generatedShare,
});
