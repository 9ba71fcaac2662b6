const MAX_LENGTH = 40;

/**
 * The environment a record belongs to (reference 1.9): lower case, every leading `langfuse` with its `-` or `_`
 * taken off, cut to 40 characters; `default` where nothing usable is left. Never fails.
 */
export function normalizeEnvironment(value: unknown): string {
  if (typeof value !== 'string') return 'default';
  const name = value
    .toLowerCase()
    .replace(/^(?:langfuse[-_]?)+/, '')
    .slice(0, MAX_LENGTH);
  return /^[a-z0-9_-]+$/.test(name) ? name : 'default';
}
