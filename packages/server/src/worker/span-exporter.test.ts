import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import { BatchSpanProcessor, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { BASIC, testCollector } from '../testing/test-collector.ts';
import type { Fetch } from './connect-collector.ts';
import { collectorSpanExporter } from './span-exporter.ts';
import type { SpanExportResult } from './span-exporter.ts';

const serializer = { serializeRequest: (texts: string[]) => new TextEncoder().encode(texts.join()) };

beforeEach(() => {
  vi.useFakeTimers({ now: 1_760_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** An exporter to something that gives one answer after another; the last one again and again. */
function exporterTo(...answers: (() => Promise<Response>)[]) {
  const sentAt: number[] = [];
  const fetch: Fetch = () => {
    sentAt.push(Date.now());
    const answer = answers[Math.min(sentAt.length, answers.length) - 1];
    return answer ? answer() : Promise.reject(new Error('nothing to answer'));
  };
  const rejected: unknown[] = [];
  const onRejected = (items: unknown) => rejected.push(items);
  const exporter = collectorSpanExporter({ fetch, serializer, onRejected });
  const send = () => new Promise<SpanExportResult>((resolve) => exporter.export(['span'], resolve));
  return { exporter, send, sentAt, rejected };
}

const ok = () => Promise.resolve(Response.json({}));
const refused = (status: number, headers?: Record<string, string>) => () =>
  Promise.resolve(new Response('because', { status, ...(headers && { headers }) }));

it('tries again what fails for now, and not before it is asked to', async () => {
  const { send, sentAt } = exporterTo(
    refused(503, { 'retry-after': '2' }),
    () => Promise.reject(new TypeError('Failed to fetch')),
    ok,
  );
  const start = Date.now();
  const sending = send();
  await vi.runAllTimersAsync();
  expect(await sending).toEqual({ code: 0 });
  expect(sentAt).toHaveLength(3);
  expect((sentAt[1] ?? 0) - start).toBe(2000);
});

it('fails at once what is refused for good, and says why', async () => {
  const { send, sentAt } = exporterTo(refused(401));
  const { code, error } = await send();
  expect(code).toBe(1);
  expect(error?.message).toMatch(/401.*because/);
  expect(sentAt).toHaveLength(1);
});

it('gives up when its time is over, whatever keeps it', async () => {
  const start = Date.now();
  const { send, sentAt } = exporterTo(refused(503));
  const busy = send();
  await vi.runAllTimersAsync();
  expect(await busy).toMatchObject({ code: 1 });
  expect(sentAt.length).toBeGreaterThan(2);
  expect(Date.now() - start).toBeLessThanOrEqual(10_000);
});

it('counts an export as kept of which single spans were not, and tells of these', async () => {
  const partial = { partialSuccess: { rejectedSpans: '2', errorMessage: 'no ids' } };
  const { send, rejected } = exporterTo(() => Promise.resolve(Response.json(partial)));
  expect(await send()).toEqual({ code: 0 });
  expect(rejected).toEqual([{ spans: 2, reason: 'no ids' }]);
});

it('flushes what is under way, and takes nothing after its shutdown', async () => {
  const { exporter, send, sentAt } = exporterTo(refused(503, { 'retry-after': '1' }), ok);
  const results: number[] = [];
  const first = send().then(({ code }) => results.push(code));
  const flushed = exporter.forceFlush().then(() => results.push(100));
  const over = exporter.shutdown().then(() => results.push(200));
  await vi.runAllTimersAsync();
  await Promise.all([first, flushed, over]);
  expect(results).toEqual([0, 100, 200]);

  expect((await send()).code).toBe(1);
  expect(sentAt).toHaveLength(2);
  await exporter.shutdown();
});

it.each([SimpleSpanProcessor, BatchSpanProcessor])('delivers what %o hands it', async (Processor) => {
  vi.useRealTimers();
  const { collector, store } = testCollector();
  const exporter = collectorSpanExporter({
    fetch: (input, init) => collector(new Request(input, init)),
    serializer: JsonTraceSerializer,
    headers: { authorization: BASIC },
  });
  const provider = new NodeTracerProvider({ spanProcessors: [new Processor(exporter)] });
  const span = provider.getTracer('test').startSpan('checkout', { attributes: { 'user.id': 'ada' } });
  span.end();
  await provider.shutdown();
  const trace = await store.traces.readTrace(span.spanContext().traceId);
  expect(trace?.observations).toMatchObject([{ id: span.spanContext().spanId, name: 'checkout' }]);
});
