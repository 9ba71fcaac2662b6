import type { ObservationId } from '../../model/ids.ts';
import type { JsonValue } from '../../model/json.ts';
import type { Observation, Usage } from '../../model/observation.ts';
import { readChat } from '../chat/read-chat.ts';
import { ROWS_AT_ONCE } from '../pausable.ts';
import type { Pausable } from '../pausable.ts';
import { summarizeUsage } from '../usage/summarize-usage.ts';
import type { ContextSeries } from './context-growth.ts';
import type { InsightSource } from './insight-source.ts';

/** Calls of one conversation that could have read the beginning of their input from the provider's cache. */
export interface CacheMiss {
  readonly name: string | null;
  readonly observationIds: readonly ObservationId[];
  /** Estimated tokens that were paid for again. */
  readonly tokens: number;
}

/** Providers cache nothing shorter. */
const MIN_TOKENS = 1024;
/** Providers forget after about this long. */
const KEPT_MS = 5 * 60_000;

/**
 * Finds calls whose input begins as that of the call before them did, for as long as caches are made for, and whose
 * usage tells of nothing read from a cache. Candidates: a provider may have had its reasons.
 */
export function* findCacheMisses(
  { layout, payloads }: Pick<InsightSource, 'layout' | 'payloads'>,
  context: readonly ContextSeries[],
): Pausable<CacheMiss[]> {
  if (payloads.size === 0) return [];
  const observationOf = new Map<ObservationId, Observation>();
  for (const [index, observation] of layout.observations.entries()) {
    if (index % ROWS_AT_ONCE === 0) yield;
    if (payloads.has(observation.id)) observationOf.set(observation.id, observation);
  }
  const found: CacheMiss[] = [];
  for (const { name, turns } of context) {
    const observationIds: ObservationId[] = [];
    let tokens = 0;
    let before: { parts: readonly string[]; endTime: number } | null = null;
    for (const { observationId } of turns) {
      const observation = observationOf.get(observationId);
      const payload = payloads.get(observationId);
      if (!observation || !payload) continue;
      yield;
      const parts = partsOf(payload.input);
      const input = summarizeUsage(observation.usage).input;
      if (
        before &&
        input !== null &&
        observation.startTime - before.endTime <= KEPT_MS &&
        !readsCache(observation.usage)
      ) {
        const length = parts.reduce((sum, part) => sum + part.length, 0);
        const repeated = input * (commonPrefix(before.parts, parts) / Math.max(1, length));
        if (repeated >= MIN_TOKENS) {
          observationIds.push(observationId);
          tokens += repeated;
        }
      }
      before = { parts, endTime: observation.endTime ?? observation.startTime };
    }
    if (observationIds.length > 0) found.push({ name, observationIds, tokens: Math.round(tokens) });
  }
  return found;
}

/** An input as the texts that a cache compares: message by message. */
function partsOf(input: JsonValue): string[] {
  const chat = readChat(input);
  return chat ? chat.map((message) => JSON.stringify(message)) : [JSON.stringify(input)];
}

/** Characters that two inputs begin with in common. */
function commonPrefix(before: readonly string[], after: readonly string[]): number {
  let length = 0;
  for (const [index, text] of after.entries()) {
    const other = before[index];
    if (other === undefined) return length;
    if (other !== text) {
      let same = 0;
      while (same < text.length && text[same] === other[same]) same += 1;
      return length + same;
    }
    length += text.length;
  }
  return length;
}

function readsCache(usage: Usage): boolean {
  return Object.entries(usage).some(
    ([key, units]) => units > 0 && /cache/i.test(key) && !/creat|writ/i.test(key),
  );
}
