import { traceIdFromSeed } from '@oriel/core';
import type { TraceId } from '@oriel/core';

/**
 * Whose decision is repeated. All of them look at the trace id alone, so everything that belongs to a trace shares
 * its fate, on any machine and in any order.
 *
 * - `langfuse-server`: the first 32 bits of the id's SHA-256, as a Langfuse server samples projects.
 * - `langfuse-js`: the string hash of the `langfuse` package, version 3 and before.
 * - `otel-js`: `TraceIdRatioBasedSampler` of OpenTelemetry's JavaScript SDK, which folds the id into 32 bits.
 * - `otel`: `TraceIdRatioBased` of the Python SDK and its kin, which read the id's lower 64 bits.
 */
export type SamplingRule = 'langfuse-server' | 'langfuse-js' | 'otel-js' | 'otel';

/** True when the rule keeps the trace at a rate over 0 and below 1 (reference 3.2). */
export type KeepTrace = (traceId: TraceId, rate: number) => boolean;

export const SAMPLING_RULES: Readonly<Record<SamplingRule, KeepTrace>> = {
  'langfuse-server': (traceId, rate) =>
    Number.parseInt(traceIdFromSeed(traceId).slice(0, 8), 16) / 0xff_ff_ff_ff < rate,

  'langfuse-js': (traceId, rate) => Math.abs(stringHash(traceId)) / 0x7f_ff_ff_ff < rate,

  'otel-js'(traceId, rate) {
    const hex = hexId(traceId);
    let folded = 0;
    for (let at = 0; at < hex.length; at += 8) folded ^= Number.parseInt(hex.slice(at, at + 8), 16);
    return folded >>> 0 < Math.floor(rate * 0xff_ff_ff_ff);
  },

  otel: (traceId, rate) => BigInt(`0x${hexId(traceId).slice(16)}`) < BigInt(Math.round(rate * 2 ** 64)),
};

/** Multiplies as doubles, not as 32-bit integers: that is what the SDK does, so the rounding is part of the hash. */
function stringHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) hash = (hash * 31 + text.charCodeAt(index)) >>> 0;
  for (let round = 0; round < 2; round += 1) hash = ((hash >>> 16) ^ hash) * 0x4_5d_9f_3b;
  return (hash >>> 16) ^ hash;
}

const HEX_ID = /^[\da-f]{32}$/;

/** OpenTelemetry knows 32 hex digits only. Other ids count as the id that SDKs would derive from them. */
function hexId(traceId: TraceId): string {
  const id = traceId.toLowerCase().replaceAll('-', '');
  return HEX_ID.test(id) ? id : traceIdFromSeed(traceId);
}
