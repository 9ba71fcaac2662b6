import type { JsonValue } from '../model/json.ts';
import { isJsonObject } from '../model/json.ts';
import type { TraceChange } from '../store/trace-store.ts';

/**
 * Changes as server-sent events. Each has an id to go on after:
 *
 *     event: ready      the connection is live; all that comes from here on is told
 *     event: change     a TraceChange
 *     event: reset      more happened than can be told: anything may have changed
 *     : …               nothing happened, and the connection is alive
 */
export type ChangeEvent = 'ready' | 'reset' | TraceChange;

/** An event as text, with its line breaks. The id must have none. */
export function printChangeEvent(id: string, event: ChangeEvent): string {
  const name = typeof event === 'string' ? event : 'change';
  const data = typeof event === 'string' ? '{}' : JSON.stringify(event);
  return `event: ${name}\nid: ${id}\ndata: ${data}\n\n`;
}

/** Said when nothing else was for a while. */
export const STILL_ALIVE = ': nothing new\n\n';

/** The event that was received; `null` for one of a later version. */
export function readChangeEvent({
  event,
  data,
}: {
  readonly event?: string | undefined;
  readonly data: string;
}): ChangeEvent | null {
  if (event === 'ready' || event === 'reset') return event;
  return event === 'change' ? readChange(parse(data)) : null;
}

function readChange(json: JsonValue): TraceChange | 'reset' {
  if (isJsonObject(json)) {
    const { type, traceIds } = json;
    const isKnown = type === 'traces-written' || type === 'traces-deleted';
    if (isKnown && isTexts(traceIds)) return { type, traceIds };
  }
  // A change nobody can read is a change, too.
  return 'reset';
}

function isTexts(value: JsonValue | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function parse(data: string): JsonValue {
  try {
    return JSON.parse(data) as JsonValue;
  } catch {
    return null;
  }
}
