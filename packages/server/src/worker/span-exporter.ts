import type { Milliseconds } from '@oriel/core';
import type { Fetch } from './connect-collector.ts';
import { sendUntil } from './send-until.ts';

/** How spans become a body: `JsonTraceSerializer` of `@opentelemetry/otlp-transformer`. */
export interface SpanSerializer<Span> {
  serializeRequest(spans: Span[]): Uint8Array | undefined;
}

export interface CollectorSpanExporterOptions<Span> {
  /** Reaches the collector: `fetch` of a `CollectorConnection`. */
  readonly fetch: Fetch;
  /** That of the OpenTelemetry SDK in use, so that both understand each other. It has to make JSON. */
  readonly serializer: SpanSerializer<Span>;
  /** Where traces go. Default `https://oriel.invalid/v1/traces`; with a `basePath` of the collector, another path. */
  readonly url?: string | undefined;
  /** Sent besides `content-type`, such as `authorization`. Default: none. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** How long an export may take, with all tries. Default 10 000. */
  readonly timeoutMs?: Milliseconds | undefined;
  /** Hears of spans that the collector did not take, and why; the others of the export were kept. Default: nobody does. */
  readonly onRejected?: ((rejected: { readonly spans: number; readonly reason: string }) => void) | undefined;
}

/** What OpenTelemetry calls back with: 0 is success, 1 is failure. */
export interface SpanExportResult {
  readonly code: 0 | 1;
  readonly error?: Error;
}

/** A `SpanExporter` of OpenTelemetry. */
export interface CollectorSpanExporter<Span> {
  /**
   * Sends spans; `onResult` is called once. What fails for now is tried again until `timeoutMs` is over; a refusal for
   * good is a failure at once.
   */
  export(spans: Span[], onResult: (result: SpanExportResult) => void): void;
  /** Resolves when everything exported so far has its result. */
  forceFlush(): Promise<void>;
  /** As `forceFlush`, and fails every later export. Safe to call twice. */
  shutdown(): Promise<void>;
}

/**
 * Exports spans of OpenTelemetry to a collector, by any `fetch`: to one in a worker of the page, or to a collector in the
 * same process. For batch and simple span processors, and for `LangfuseSpanProcessor`.
 *
 * @example
 * const exporter = collectorSpanExporter({ fetch, serializer: JsonTraceSerializer });
 * const provider = new WebTracerProvider({ spanProcessors: [new LangfuseSpanProcessor({ exporter })] });
 */
export function collectorSpanExporter<Span>(
  options: CollectorSpanExporterOptions<Span>,
): CollectorSpanExporter<Span> {
  const { serializer, timeoutMs = 10_000, onRejected } = options;
  const url = options.url ?? 'https://oriel.invalid/v1/traces';
  const underway = new Set<Promise<void>>();
  let isShutDown = false;

  const send = async (spans: Span[]): Promise<SpanExportResult> => {
    try {
      const body = serializer.serializeRequest(spans);
      if (!body) throw new Error('The spans could not be serialized, so none of them was sent.');
      const headers = { ...options.headers, 'content-type': 'application/json' };
      const response = await sendUntil(Date.now() + timeoutMs, (signal) =>
        options.fetch(url, { method: 'POST', headers, body: new Uint8Array(body), signal }),
      );
      if (!response.ok) throw new Error(await refusalOf(response));
      const rejected = rejectedOf(await response.json());
      if (rejected) onRejected?.(rejected);
      return { code: 0 };
    } catch (error) {
      return { code: 1, error: error instanceof Error ? error : new Error(String(error)) };
    }
  };

  const flush = async (): Promise<void> => {
    await Promise.all(underway);
  };
  return {
    export(spans, onResult) {
      if (isShutDown) {
        const error = new Error('The exporter was shut down, so the spans were not sent. Make another one.');
        return onResult({ code: 1, error });
      }
      const sending = send(spans)
        .then(onResult)
        .finally(() => underway.delete(sending));
      underway.add(sending);
    },
    forceFlush: flush,
    shutdown() {
      isShutDown = true;
      return flush();
    },
  };
}

async function refusalOf(response: Response): Promise<string> {
  const text = await response.text();
  return `The collector answered ${response.status}, so the spans are not kept. ${text.slice(0, 500)}`;
}

/** What an `ExportTraceServiceResponse` says was left out; `null` when nothing was. */
function rejectedOf(answer: unknown): { spans: number; reason: string } | null {
  if (typeof answer !== 'object' || answer === null || !('partialSuccess' in answer)) return null;
  const { rejectedSpans, errorMessage } = answer.partialSuccess as Partial<Record<string, string | number>>;
  return { spans: Number(rejectedSpans ?? 0), reason: String(errorMessage ?? '') };
}
