import { StoreError } from '@oriel/core';
import type { DocumentStore, MediaStore, Store, TraceStore } from '@oriel/core';
import type { CallMessage } from './protocol.ts';

/** What a page may call: a list, so that no message reaches anything else the store object happens to have. */
const METHODS = {
  traces: [
    'write',
    'resolveTraceId',
    'readTrace',
    'readPayloads',
    'listTraces',
    'listObservations',
    'listSessions',
    'listUsers',
    'listScores',
    'aggregate',
    'facets',
    'deleteTraces',
    'close',
  ] satisfies (keyof TraceStore)[],
  documents: [
    'write',
    'read',
    'list',
    'listVersions',
    'setLabel',
    'delete',
    'close',
  ] satisfies (keyof DocumentStore)[],
  media: ['write', 'read', 'close'] satisfies (keyof MediaStore)[],
} as const;

/**
 * Makes the store call that a message asks for.
 *
 * @throws StoreError - the store's own, or `unsupported` for a part or a method it does not have.
 */
export async function callStore(
  store: Store,
  { target, method, args }: CallMessage,
  signal: AbortSignal,
): Promise<unknown> {
  const part = target === 'ingestion' ? undefined : store[target];
  const methods: readonly string[] = target === 'ingestion' ? [] : METHODS[target];
  if (!part || !methods.includes(method)) {
    throw new StoreError('unsupported', `The store in the worker has no \`${target}.${method}\`.`);
  }
  const call = Reflect.get(part, method) as (...args: readonly unknown[]) => Promise<unknown>;
  return call.apply(part, [...args, { signal }]);
}
