export { connectCollector } from './connect-collector.ts';
export type { CollectorConnection, ConnectCollectorOptions, Fetch } from './connect-collector.ts';
export { divertFetch } from './divert-fetch.ts';
export type { DivertFetchOptions } from './divert-fetch.ts';
export { liveSpanProcessor } from './live-span-processor.ts';
export type { LiveSpan, LiveSpanProcessor, LiveSpanProcessorOptions } from './live-span-processor.ts';
export { serveCollector } from './serve-collector.ts';
export { collectorSpanExporter } from './span-exporter.ts';
export type {
  CollectorSpanExporter,
  CollectorSpanExporterOptions,
  SpanExportResult,
  SpanSerializer,
} from './span-exporter.ts';
