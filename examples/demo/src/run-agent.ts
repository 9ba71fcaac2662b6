import { CallbackHandler } from '@langfuse/langchain';
import { LangfuseSpanProcessor } from '@langfuse/otel';
import { setLangfuseTracerProvider } from '@langfuse/tracing';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import { WebTracerProvider } from '@opentelemetry/sdk-trace-web';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-web';
import { runShopAgent } from '@oriel/example-agent';
import { collectorSpanExporter, liveSpanProcessor } from '@oriel/server/worker';
import type { Fetch } from '@oriel/server/worker';

export interface RunAgentOptions {
  /** Reaches the collector of the page's worker. */
  readonly fetch: Fetch;
  readonly question: string;
  readonly signal: AbortSignal;
  /** Hears of the trace as soon as there is one; the store hears of it a moment later. */
  readonly onTrace: (traceId: string) => void;
}

/** Runs the example agent in the page, traced by Langfuse's own handler. Resolves to its answer when all of it is stored. */
export async function runAgent({ fetch, question, signal, onTrace }: RunAgentOptions): Promise<string> {
  const exporter = collectorSpanExporter({ fetch, serializer: JsonTraceSerializer });
  const provider = new WebTracerProvider({
    spanProcessors: [
      tellRoots(onTrace),
      liveSpanProcessor({ exporter }),
      // Each span as it ends: somebody is watching.
      new LangfuseSpanProcessor({ exporter, exportMode: 'immediate', mediaUploadEnabled: false }),
    ],
  });
  // The first one stays registered; what it brings for all of them is the context that `propagateAttributes` needs.
  provider.register();
  setLangfuseTracerProvider(provider);
  try {
    const handler = new CallbackHandler({ userId: 'you', sessionId: 'lamp-shop', tags: ['in-page'] });
    return await runShopAgent({ question, callbacks: [handler], signal });
  } finally {
    await provider.shutdown();
    setLangfuseTracerProvider(null);
  }
}

/** A span processor that tells the trace of every root. */
function tellRoots(onTrace: (traceId: string) => void) {
  return {
    onStart(span: ReadableSpan) {
      if (!span.parentSpanContext) onTrace(span.spanContext().traceId);
    },
    onEnd: () => undefined,
    forceFlush: () => Promise.resolve(),
    shutdown: () => Promise.resolve(),
  };
}
