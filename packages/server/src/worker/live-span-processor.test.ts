import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SpanStatusCode } from '@opentelemetry/api';
import { AlwaysOffSampler, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import { BASIC, testCollector } from '../testing/test-collector.ts';
import { liveSpanProcessor } from './live-span-processor.ts';
import type { LiveSpanProcessorOptions } from './live-span-processor.ts';
import { collectorSpanExporter } from './span-exporter.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A tracer whose spans reach a collector when they begin, and when they end. */
function setup({
  sampler,
  ...options
}: Partial<LiveSpanProcessorOptions<ReadableSpan>> & { sampler?: AlwaysOffSampler } = {}) {
  const { collector, store } = testCollector();
  const bodies: unknown[] = [];
  const exporter = collectorSpanExporter<ReadableSpan>({
    fetch: (input, init) => {
      bodies.push(init?.body);
      return collector(new Request(input, init));
    },
    serializer: JsonTraceSerializer,
    headers: { authorization: BASIC },
  });
  const live = liveSpanProcessor({ exporter, ...options });
  const spanProcessors = [live, new SimpleSpanProcessor(exporter)];
  const provider = new NodeTracerProvider({ spanProcessors, ...(sampler && { sampler }) });
  return { tracer: provider.getTracer('test'), provider, store, bodies };
}

it('shows what runs, and then how it ended', async () => {
  const { tracer, provider, store } = setup();
  const span = tracer.startSpan('agent');
  // As SDKs do: what a span is about is set on it right after.
  span.setAttribute('langfuse.observation.type', 'agent');
  const { traceId } = span.spanContext();
  vi.advanceTimersByTime(100);
  await provider.forceFlush();
  const running = await store.traces.readTrace(traceId);
  expect(running?.observations).toMatchObject([{ name: 'agent', type: 'AGENT', endTime: null }]);

  span.setStatus({ code: SpanStatusCode.ERROR, message: 'no money' });
  span.end();
  await provider.shutdown();
  const ended = await store.traces.readTrace(traceId);
  expect(ended?.observations).toMatchObject([{ name: 'agent', type: 'AGENT', level: 'ERROR' }]);
  expect(ended?.observations[0]?.endTime).toBeGreaterThan(0);
});

it('sends a span that is over soon once, when it ends', async () => {
  const { tracer, provider, bodies } = setup();
  tracer.startSpan('quick').end();
  vi.advanceTimersByTime(1000);
  await provider.shutdown();
  expect(bodies).toHaveLength(1);
});

it('sends nothing of spans that nobody exports', async () => {
  const unsampled = setup({ sampler: new AlwaysOffSampler() });
  unsampled.tracer.startSpan('unsampled');
  const unwanted = setup({ shouldExport: ({ name }) => name !== 'http' });
  unwanted.tracer.startSpan('http');
  vi.advanceTimersByTime(1000);
  await unsampled.provider.forceFlush();
  await unwanted.provider.forceFlush();
  expect([...unsampled.bodies, ...unwanted.bodies]).toEqual([]);
});
