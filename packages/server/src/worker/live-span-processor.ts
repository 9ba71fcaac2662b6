import type { Milliseconds } from '@oriel/core';
import type { CollectorSpanExporter } from './span-exporter.ts';

/** What has to be known of a span of OpenTelemetry's SDK. */
export interface LiveSpan {
  readonly ended: boolean;
  spanContext(): { readonly traceFlags: number };
}

export interface LiveSpanProcessorOptions<Span> {
  readonly exporter: CollectorSpanExporter<Span>;
  /** Which spans will be exported when they end; others would be shown as running for ever. Default: all that are sampled. */
  readonly shouldExport?: ((span: Span) => boolean) | undefined;
  /** How long spans that began are gathered before they are sent; those that end within it are not. Default 100. */
  readonly everyMs?: Milliseconds | undefined;
}

/** A `SpanProcessor` of OpenTelemetry. */
export interface LiveSpanProcessor<Span> {
  onStart(span: Span): void;
  onEnd(span: Span): void;
  forceFlush(): Promise<void>;
  shutdown(): Promise<void>;
}

const SAMPLED = 1;

/**
 * Sends spans when they begin, so that a trace is there, and grows, while it runs: OpenTelemetry sends a span when it has
 * ended, and so the root last of all. Stands beside the processor that sends them then; a collector folds both into one.
 *
 * Payloads are sent as the application set them, before any mask of an SDK's own processor: mask in the collector.
 *
 * @example
 * const spanProcessors = [liveSpanProcessor({ exporter }), new LangfuseSpanProcessor({ exporter, flushInterval: 0.1 })];
 */
export function liveSpanProcessor<Span extends LiveSpan>({
  exporter,
  shouldExport = () => true,
  everyMs = 100,
}: LiveSpanProcessorOptions<Span>): LiveSpanProcessor<Span> {
  let begun = new Set<Span>();
  let timer: ReturnType<typeof setTimeout> | null = null;

  const send = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const spans = [...begun].filter((span) => !span.ended && shouldExport(span));
    begun = new Set();
    // What is lost of these is not lost: the spans come again, whole, when they end.
    if (spans.length > 0) exporter.export(spans, () => undefined);
  };

  return {
    onStart(span) {
      if ((span.spanContext().traceFlags & SAMPLED) === 0) return;
      begun.add(span);
      timer ??= setTimeout(send, everyMs);
    },
    onEnd(span) {
      begun.delete(span);
    },
    forceFlush() {
      send();
      return exporter.forceFlush();
    },
    shutdown() {
      // What has not ended by now is not waited for; the processor beside this one shuts the exporter down.
      send();
      return exporter.forceFlush();
    },
  };
}
