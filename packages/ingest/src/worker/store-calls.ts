import { StoreError } from '@oriel/core';
import type { Store } from '@oriel/core';
import { STORE_METHODS } from '@oriel/core/protocol';
import type { CallMessage } from './protocol.ts';

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
  const methods: readonly string[] = target === 'ingestion' ? [] : [...STORE_METHODS[target], 'close'];
  if (!part || !methods.includes(method)) {
    throw new StoreError('unsupported', `The store in the worker has no \`${target}.${method}\`.`);
  }
  const call = Reflect.get(part, method) as (...args: readonly unknown[]) => Promise<unknown>;
  return call.apply(part, [...args, { signal }]);
}
