import { beforeEach, describe, expect, it } from 'vitest';
import { ROUTES } from './routes.ts';
import { testCollector } from './testing/test-collector.ts';
import type { TestCollector } from './testing/test-collector.ts';

/** What no honest client sends. */
const ODD = [
  '__proto__',
  'constructor',
  "' OR 1=1; DROP TABLE traces; --",
  '../../../etc/passwd',
  '%00',
  '\u0000',
  '-1',
  '1e999',
  'NaN',
  '[]',
  '{}',
  'null',
  '[{"type":"string","column":"__proto__","operator":"=","value":"x"}]',
  '[{"type":"string","column":"name","operator":"constructor","value":"x"}]',
  '[{"type":"stringOptions","column":"name","operator":"toString","value":["x"]}]',
  '[{"type":"stringObject","column":"metadata","operator":"=","key":"__proto__.polluted","value":"x"}]',
  '[null]',
  '[[]]',
  '{"view":"constructor","metrics":[{"measure":"count","aggregation":"count"}]}',
  '{"view":"traces","metrics":[{"measure":"constructor","aggregation":"sum"}]}',
  '{"view":"traces","metrics":[{"measure":"count","aggregation":"count"}],"dimensions":[{"field":"toString"}]}',
  '{"view":"traces","metrics":[{"measure":"latency","aggregation":"__proto__"}]}',
  '{"view":"traces","metrics":[null],"timeDimension":{"granularity":"constructor"}}',
  'x'.repeat(10_000),
];

const PARAMETERS = (
  'page limit cursor fields filter query orderBy name userId tags environment fromTimestamp fromStartTime version ' +
  'label value operator isRootObservation traceId parentObservationId expandMetadata scoreIds valueMin datasetName'
).split(' ');

const ALONE = ['page', 'cursor', 'fields', 'filter', 'query', 'orderBy', 'fromTimestamp', 'value'];

const reads = ROUTES.filter(({ method, path }) => method === 'GET' && path.startsWith('/api/public/'));

let test: TestCollector;

beforeEach(async () => {
  test = testCollector();
  const at = { timestamp: '2026-01-31T12:00:00Z' };
  await test.ask('POST', '/api/public/ingestion', {
    batch: [{ id: 'e', type: 'trace-create', ...at, body: { id: 't', name: 'n', metadata: { k: 1 } } }],
  });
});

describe.each(reads.map(({ path }) => path))('GET %s', (path) => {
  it('answers odd questions calmly, and changes nothing by them', async () => {
    const fill = (part: string) => path.replace(/:(\w+)(?:\{[^}]*\})?/g, part);
    for (const odd of ODD) {
      const value = encodeURIComponent(odd);
      const urls = [
        fill(value.slice(0, 500).replace(/%.?$/, '')),
        `${fill('t')}?${PARAMETERS.map((name) => `${name}=${value}`).join('&')}`,
        // What is checked first would hide the others.
        ...ALONE.map((name) => `${fill('t')}?${name}=${value}`),
      ];
      for (const url of urls) expect((await test.send('GET', url)).status, url).toBeLessThan(500);
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(test.events).toEqual([]);
    expect(await test.store.traces.readTrace('t')).toMatchObject({ trace: { name: 'n' } });
  });
});

it.each([
  '/api/public/ingestion',
  '/api/public/scores',
  '/api/public/media',
  '/api/public/v2/prompts',
  '/api/public/v2/datasets',
  '/api/public/dataset-items',
  '/api/public/dataset-run-items',
  '/v1/traces',
  '/v1/logs',
])('takes odd bodies calmly at %s', async (path) => {
  const bodies = [
    ...ODD,
    '{"__proto__":{"polluted":1},"name":"__proto__","prompt":"x","labels":["__proto__"],"datasetName":"__proto__"}',
    '{"constructor":{"prototype":{"polluted":1}}}',
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    '{"batch":[{"id":"__proto__","type":"__proto__","timestamp":"x","body":{"__proto__":1}}]}',
    '{"id":"i","name":"constructor","traceId":"__proto__","value":1,"metadata":{"__proto__":{"polluted":1}}}',
  ];
  for (const body of bodies)
    expect((await test.send('POST', path, body)).status, body.slice(0, 200)).toBeLessThan(500);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(test.events.filter(({ type }) => type === 'failed')).toEqual([]);
});
