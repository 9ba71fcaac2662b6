import { StoreError } from '@oriel/core';

/** Codes of ClickHouse by which it says that there is no room. */
const FULL: readonly string[] = ['243', '1007'];

/** What went wrong between the store and ClickHouse, in the words of the contract. */
export function storeFailure(cause: unknown, what: string): StoreError {
  if (StoreError.is(cause)) return cause;
  const { code, message } = describe(cause);
  if (FULL.includes(code)) {
    return new StoreError(
      'storage-full',
      `ClickHouse has no room left, so it could not ${what}. Free some disk, or shorten the retention. (${message})`,
      { cause },
    );
  }
  return new StoreError(
    'unavailable',
    `ClickHouse could not ${what} now. If the same call fails again later, look at the cause: ${message}`,
    { cause },
  );
}

function describe(cause: unknown): { code: string; message: string } {
  if (!(cause instanceof Error)) return { code: '', message: String(cause) };
  const { code } = cause as { code?: unknown };
  const text = typeof code === 'string' ? code : '';
  return { code: text, message: cause.message || text || cause.name };
}
