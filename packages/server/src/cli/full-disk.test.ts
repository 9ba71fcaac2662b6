import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { httpStore } from '@oriel/stores/http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { STARTED_BASIC, STARTED_KEYS, sendSpan, startCommand } from '../testing/started-command.ts';

/** Blocks of 512 bytes that any file of the command may have: the system then refuses as a full disk does. */
const BLOCKS = 200;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oriel-full-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it('answers 503 with Retry-After while there is no room, and an exporter that comes again is kept when there is', async () => {
  const server = await startCommand([folder, '--no-page'], `ulimit -S -f ${BLOCKS};`);
  const traceId = () => randomBytes(16).toString('hex');
  const confirmed: string[] = [];
  let status = 200;
  while (status === 200 && confirmed.length < 1000) {
    const id = traceId();
    status = await sendSpan(server.url, id, 'x'.repeat(5000));
    if (status === 200) confirmed.push(id);
  }
  expect(status).toBe(503);
  expect(confirmed.length).toBeGreaterThan(0);

  const health = await fetch(`${server.url}/api/public/health`);
  expect(health.status).toBe(503);
  expect(Number(health.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await health.text()).not.toContain(folder);

  const exporter = new OTLPTraceExporter({
    url: `${server.url}/v1/traces`,
    headers: { authorization: STARTED_BASIC },
  });
  const provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter)] });
  const span = provider.getTracer('test').startSpan('sent to a full disk');
  span.end();
  const flushed = provider.forceFlush();
  // Long enough for the first try to be refused, and shorter than what it is told to wait.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  execFileSync('prlimit', [`--pid=${server.pid}`, '--fsize=unlimited:']);
  await flushed;
  await provider.shutdown();

  const { traces } = await httpStore({ url: server.url, keys: STARTED_KEYS });
  expect(await traces.readTrace(span.spanContext().traceId)).not.toBeNull();
  for (const id of confirmed) expect(await traces.readTrace(id), id).not.toBeNull();
  expect((await fetch(`${server.url}/api/public/health`)).status).toBe(200);
  expect(server.events).toContain('failed');
  await traces.close();
  expect(await server.end('SIGTERM')).toBe(0);
});
