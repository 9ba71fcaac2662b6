import type { JsonValue } from './json.ts';

/** Levels of objects and lists that JSON from outside may have: above any payload that ingestion lets in, below what recursive code survives. */
const MAX_JSON_LEVELS = 600;

/** What no store could keep and give back of a value that came from outside; `null` when nothing. */
export function findJsonOddity(value: JsonValue, levels: number = MAX_JSON_LEVELS): string | null {
  if (typeof value === 'number' && !Number.isFinite(value)) return 'It holds a number that is too large.';
  if (typeof value !== 'object' || value === null) return null;
  if (levels === 0) return `It nests deeper than ${MAX_JSON_LEVELS} levels.`;
  for (const member of Object.values<JsonValue>(value)) {
    const oddity = findJsonOddity(member, levels - 1);
    if (oddity !== null) return oddity;
  }
  return null;
}
