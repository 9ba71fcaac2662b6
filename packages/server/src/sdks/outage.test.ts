import { LangfuseSpanProcessor } from '@langfuse/otel';
import { StoreError } from '@oriel/core';
import type { Store } from '@oriel/core';
import { memoryStore } from '@oriel/stores/memory';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { Langfuse } from 'langfuse';
import { describe, expect, it } from 'vitest';
import { BASIC, PUBLIC_KEY, SECRET_KEY } from '../testing/test-collector.ts';
import { servedCollector } from '../testing/served-collector.ts';

/** A store that cannot be reached until somebody repairs it, as a database whose machine is down. */
function brokenStore() {
  const { traces, ...rest } = memoryStore();
  let isBroken = true;
  let refused = 0;
  const store: Store = {
    ...rest,
    traces: {
      ...traces,
      write(patches, options) {
        if (!isBroken) return traces.write(patches, options);
        refused += 1;
        return Promise.reject(new StoreError('unavailable', 'connect ECONNREFUSED db.internal:8123'));
      },
    },
  };
  return {
    store,
    refused: () => refused,
    repair: () => {
      isBroken = false;
    },
  };
}

async function servedOutage() {
  const outage = brokenStore();
  return { ...outage, served: await servedCollector({ store: outage.store }) };
}

async function untilRefused(refused: () => number): Promise<void> {
  await expect.poll(refused, { timeout: 30_000 }).toBeGreaterThan(0);
}

describe('while the store cannot be reached', () => {
  it('a sender is told to come again, and nothing of where the store is', async () => {
    const { served } = await servedOutage();
    const answer = await fetch(`${served.server.url}/v1/traces`, {
      method: 'POST',
      headers: { authorization: BASIC, 'content-type': 'application/json' },
      body: '{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331","name":"a","startTimeUnixNano":"1"}]}]}]}',
    });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await answer.text()).not.toContain('db.internal');
    const health = await fetch(`${served.server.url}/api/public/health`);
    expect(health.status).toBe(503);
    await served.server.close();
  });

  it.each<[string, (url: string) => SpanProcessor]>([
    [
      "OpenTelemetry's exporter",
      (url) =>
        new BatchSpanProcessor(
          new OTLPTraceExporter({ url: `${url}/v1/traces`, headers: { authorization: BASIC } }),
        ),
    ],
    [
      'Langfuse 5',
      (baseUrl) => new LangfuseSpanProcessor({ publicKey: PUBLIC_KEY, secretKey: SECRET_KEY, baseUrl }),
    ],
  ])('%s keeps its spans and sends them again', async (_, processorFor) => {
    const { served, refused, repair } = await servedOutage();
    const provider = new NodeTracerProvider({ spanProcessors: [processorFor(served.server.url)] });
    const span = provider.getTracer('langfuse-sdk').startSpan('step');
    span.end();
    const flushed = provider.forceFlush();
    await untilRefused(refused);
    repair();
    await flushed;
    await provider.shutdown();
    expect(await served.store.traces.readTrace(span.spanContext().traceId)).not.toBeNull();
    await served.server.close();
  });

  it('Langfuse 3 keeps its events and sends them again', async () => {
    const { served, refused, repair } = await servedOutage();
    const langfuse = new Langfuse({
      publicKey: PUBLIC_KEY,
      secretKey: SECRET_KEY,
      baseUrl: served.server.url,
      fetchRetryDelay: 500,
    });
    langfuse.trace({ id: 'order-4711', name: 'checkout' });
    const flushed = langfuse.flushAsync();
    await untilRefused(refused);
    repair();
    await flushed;
    await langfuse.shutdownAsync();
    expect(await served.store.traces.readTrace('order-4711')).toMatchObject({ trace: { name: 'checkout' } });
    await served.server.close();
  });
});
