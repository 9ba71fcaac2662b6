import { afterEach, beforeEach, expect, it } from 'vitest';
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { BASIC } from '../testing/test-collector.ts';
import { servedCollector } from '../testing/served-collector.ts';
import type { ServedCollector } from '../testing/served-collector.ts';

let served: ServedCollector;

beforeEach(async () => {
  served = await servedCollector();
});

afterEach(() => served.server.close());

it.each([
  ['JSON', 'none', JsonExporter],
  ['JSON', 'gzip', JsonExporter],
  ['protobuf', 'none', ProtobufExporter],
  ['protobuf', 'gzip', ProtobufExporter],
] as const)('keeps what an exporter of %s sends, packed with %s', async (_, compression, Exporter) => {
  const exporter = new Exporter({
    url: `${served.server.url}/v1/traces`,
    headers: { authorization: BASIC },
    compression: compression as never,
  });
  const provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter)] });
  const tracer = provider.getTracer('test');
  const spans = Array.from({ length: 20 }, (_step, n) => {
    const span = tracer.startSpan('chat', {
      attributes: { 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': 'gpt-4o', step: n },
    });
    span.end();
    return span.spanContext();
  });
  await provider.shutdown();

  const { items } = await served.store.traces.listObservations({ limit: 100 });
  expect(items.map(({ id }) => id).toSorted()).toEqual(spans.map(({ spanId }) => spanId).toSorted());
  expect(items[0]).toMatchObject({ type: 'GENERATION', model: 'gpt-4o' });
  expect(served.events).toEqual([]);
});
