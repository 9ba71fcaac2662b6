import { StoreError } from '@oriel/core';

/** What was asked may succeed later. */
function unavailable(cause: unknown): StoreError {
  if (StoreError.is(cause)) return cause;
  const why = cause instanceof Error ? cause.message : String(cause);
  return new StoreError('unavailable', `The store's log failed: ${why}. Nothing was changed.`, { cause });
}

/** What a log answers, its errors as the contract's. */
export async function ask<Answer>(question: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await question();
  } catch (cause) {
    throw unavailable(cause);
  }
}
