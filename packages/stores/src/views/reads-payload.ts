import { DEFAULT_SEARCH_PARTS } from '@oriel/core';
import type { Search, View } from '@oriel/core';

const PAYLOAD_FIELDS: readonly string[] = ['metadataKeys', 'toolNames', 'convention', 'input', 'output'];

/** Whether a field is in the payload, which columns do not hold. Sessions, users and scores have none. */
export function readsPayload(view: View, field: string): boolean {
  if (view !== 'traces' && view !== 'observations') return false;
  return field.startsWith('metadata.') || PAYLOAD_FIELDS.includes(field);
}

/** Whether a search looks into payloads. */
export function searchesPayload(view: View, { in: parts = DEFAULT_SEARCH_PARTS }: Search): boolean {
  const isIn = parts.includes('payloads') || parts.includes('metadata');
  return isIn && (view === 'traces' || view === 'observations');
}
