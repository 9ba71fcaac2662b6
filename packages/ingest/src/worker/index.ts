export { connectIngestion } from './connect-ingestion.ts';
export type { ConnectIngestionOptions, IngestionClient, IngestOptions } from './connect-ingestion.ts';
export type { IngestCounts, IngestProgress, IngestReport } from '../pipeline/ingest-report.ts';
export type { MessageEndpoint } from './message-endpoint.ts';
export { serveIngestion } from './serve-ingestion.ts';
export type { ServeIngestionOptions } from './serve-ingestion.ts';
