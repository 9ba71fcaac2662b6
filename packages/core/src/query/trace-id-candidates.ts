import type { TraceId } from '../model/ids.ts';
import { traceIdFromSeed } from '../model/seed-ids.ts';

const UUID = /^([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})$/i;

/**
 * The trace ids somebody may mean by an id of their own, likeliest first: the id itself, the id that SDKs derive
 * from it as a seed, the other spellings of a UUID.
 */
export function traceIdCandidates(anyId: string): readonly TraceId[] {
  const candidates = [anyId, traceIdFromSeed(anyId)];
  const parts = UUID.exec(anyId.trim())?.slice(1);
  if (parts) candidates.push(parts.join('').toLowerCase(), parts.join('-').toLowerCase());
  return [...new Set(candidates)];
}
