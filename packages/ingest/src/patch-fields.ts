import type { JsonValue, Patch } from '@oriel/core';

/**
 * Fields without text of a client's: ids, which join records and so must stay what they are, enumerations, times
 * and counts. Everything else, also what later versions add, may hold anything.
 */
const WITHOUT_TEXT: ReadonlySet<string> = new Set([
  'kind',
  'at',
  'mode',
  'id',
  'traceId',
  'parentId',
  'observationId',
  'sessionId',
  'userId',
  'datasetRunId',
  'configId',
  'authorId',
  'isRecord',
  'timestamp',
  'startTime',
  'endTime',
  'completionStartTime',
  'environment',
  'type',
  'level',
  'dataType',
  'source',
  'public',
  'sampleRate',
  'isAppRoot',
  'isInterrupted',
]);

/** Messages by keys that ingestion itself made: the keys order them, so only the messages are text. */
const KEYED: ReadonlySet<string> = new Set(['inputMessages', 'outputMessages']);

/** Gives a field's value anew; the same value for no change. */
export type RewriteField = (value: JsonValue, field: string) => JsonValue;

/** The patch with the fields that may hold text rewritten; the same patch where none changes. */
export function rewriteFields<P extends Patch>(patch: P, rewrite: RewriteField): P {
  let changed: Record<string, JsonValue> | undefined;
  for (const field in patch) {
    const value = patch[field] as JsonValue | undefined;
    if (value === undefined || value === null || WITHOUT_TEXT.has(field)) continue;
    const next = KEYED.has(field) ? rewriteMembers(value, field, rewrite) : rewrite(value, field);
    if (next !== value) (changed ??= {})[field] = next;
  }
  return changed === undefined ? patch : { ...patch, ...changed };
}

function rewriteMembers(value: JsonValue, field: string, rewrite: RewriteField): JsonValue {
  const entries = Object.entries(value as Readonly<Record<string, JsonValue>>);
  const next = entries.map(([key, member]) => [key, rewrite(member, field)] as const);
  return next.some(([, member], index) => member !== entries[index]?.[1]) ? Object.fromEntries(next) : value;
}
