export { IngestError } from './ingest-error.ts';
export type { IngestErrorCode } from './ingest-error.ts';
export type { ParsedMedia } from './media/parsed-media.ts';
export { parsePayload } from './parse-payload.ts';
export type { ParseOptions, RawPayload } from './parse-payload.ts';
export type { ParsedPayload } from './parsed-payload.ts';
export type { RejectedItem } from './rejected-item.ts';
