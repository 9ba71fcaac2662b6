/** Any non-empty string of at most {@link MAX_ID_LENGTH} characters, such as `order-agent/2025-03-07#42`. */
export type TraceId = string;
/** Unique within its trace only: OpenTelemetry ids have 64 bits, and copies occur. */
export type ObservationId = string;
export type ScoreId = string;
export type SessionId = string;
export type UserId = string;
/** First 22 characters of the URL-safe base64 SHA-256 of the bytes (reference 1.7). */
export type MediaId = string;

/** Longest id a client may send, in UTF-16 units (reference 1.1). */
export const MAX_ID_LENGTH = 800;
