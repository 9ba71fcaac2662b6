import type { ObservationId, TraceId } from './ids.ts';
import { sha256 } from './sha-256.ts';

/** The trace id that Langfuse SDKs derive from a caller's own id: 32 hex digits of its SHA-256 (reference 3.6). */
export function traceIdFromSeed(seed: string): TraceId {
  return hexOfSeed(seed).slice(0, 32);
}

/** The observation id that Langfuse SDKs derive from a caller's own id: 16 hex digits (reference 3.6). */
export function observationIdFromSeed(seed: string): ObservationId {
  return hexOfSeed(seed).slice(0, 16);
}

function hexOfSeed(seed: string): string {
  const digest = sha256(new TextEncoder().encode(seed));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
