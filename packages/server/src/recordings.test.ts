import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { printTrace } from '@oriel/core/testing';
import { listScenarios, readBack, readRecording } from '@oriel/ingest/recordings';
import { testCollector } from './testing/test-collector.ts';

const FIXTURES = fileURLToPath(new URL('../../ingest/fixtures/', import.meta.url));

const clients = (await readdir(FIXTURES)).filter((name) => !name.includes('.'));
const scenarios = await Promise.all(
  clients.map(async (client) =>
    (await listScenarios(join(FIXTURES, client))).map((name) => `${client}/${name}`),
  ),
);

/** What recorded clients send to a collector; uploads went to another server. */
const TRACE_DATA = /\/(?:ingestion|traces|logs|metrics)$/;

describe.each(scenarios.flat())('requests of %s', (scenario) => {
  it('are all taken, and leave what they always left', async () => {
    const { requests } = await readRecording(join(FIXTURES, scenario));
    const { send, store, events } = testCollector();
    for (const { body, contentType, contentEncoding, path } of requests) {
      if (!TRACE_DATA.test(path ?? '')) continue;
      const headers = {
        'content-type': contentType ?? '',
        ...(contentEncoding ? { 'content-encoding': contentEncoding } : undefined),
      };
      const response = await send('POST', path ?? '', body, headers);

      const isBatch = path?.endsWith('ingestion') === true;
      expect(response.status).toBe(isBatch ? 207 : 200);
      // An empty message of protobuf has no bytes.
      const whole = contentType?.includes('protobuf') ? '' : '{}';
      expect(await response.text()).toMatch(isBatch ? /"errors":\[\]\}$/ : new RegExp(`^${whole}$`));
    }

    const { traces } = await readBack(store.traces);
    const drawing = traces
      .map((trace) => printTrace(trace, { trace: trace.payload, observations: [...trace.payloads.values()] }))
      .join('\n');
    expect(drawing).toBe(await readFile(join(FIXTURES, `${scenario}.txt`), 'utf8'));
    expect(events).toEqual([]);
  });
});
