import { InMemorySpanExporter, SimpleSpanProcessor, WebTracerProvider } from '@opentelemetry/sdk-trace-web';
import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace-web';
import { setLangfuseTracerProvider } from '@langfuse/tracing';
import type { Store, TraceStructure } from '@oriel/core';
import { connectIngestion } from '@oriel/ingest/worker';
import { connectCollector } from '../worker/connect-collector.ts';
import type { Fetch } from '../worker/connect-collector.ts';

/** A page with a collector in its worker. */
export interface InPage {
  /** The worker's store, over IndexedDB. */
  readonly store: Store;
  readonly fetch: Fetch;
  close(): void;
}

export async function openInPage(): Promise<InPage> {
  const url = new URL('./collector.worker.ts', import.meta.url);
  const worker = new Worker(url, { type: 'module', name: `in-page-${crypto.randomUUID()}` });
  const [client, collector] = await Promise.all([connectIngestion(worker), connectCollector(worker)]);
  return {
    store: client.store,
    fetch: collector.fetch,
    close() {
      client.close();
      collector.close();
      worker.terminate();
    },
  };
}

/** Tracing of a page as an application sets it up. What ended is remembered, to compare with what arrived. */
export interface PageTracing {
  readonly provider: WebTracerProvider;
  /** The spans that ended, as the application made them. */
  readonly sent: () => ReadableSpan[];
  /** Ends it, with everything exported. */
  end(): Promise<void>;
}

export function traceInPage(...spanProcessors: SpanProcessor[]): PageTracing {
  const memory = new InMemorySpanExporter();
  const provider = new WebTracerProvider({
    spanProcessors: [...spanProcessors, new SimpleSpanProcessor(memory)],
  });
  provider.register();
  setLangfuseTracerProvider(provider);
  return {
    provider,
    sent: () => memory.getFinishedSpans(),
    async end() {
      await provider.shutdown();
      setLangfuseTracerProvider(null);
    },
  };
}

/** A span as both sides know it. */
interface SpanFacts {
  readonly id: string;
  readonly parent: string | null;
  readonly name: string;
  readonly start: number;
  readonly end: number | null;
}

export function factsSent(spans: readonly ReadableSpan[]): SpanFacts[] {
  return sorted(
    spans.map((span) => ({
      id: span.spanContext().spanId,
      parent: span.parentSpanContext?.spanId ?? null,
      name: span.name,
      start: millisecondsOf(span.startTime),
      end: millisecondsOf(span.endTime),
    })),
  );
}

export function factsStored(trace: TraceStructure | null): SpanFacts[] {
  const observations = trace?.observations ?? [];
  return sorted(
    observations.map(({ id, parentId, name, startTime, endTime }) => ({
      id,
      parent: parentId,
      name: name ?? '',
      start: startTime,
      end: endTime,
    })),
  );
}

function sorted(facts: SpanFacts[]): SpanFacts[] {
  return facts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function millisecondsOf([seconds, nanos]: readonly [number, number]): number {
  return seconds * 1000 + nanos / 1_000_000;
}
