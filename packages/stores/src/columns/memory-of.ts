import type { Bytes } from '@oriel/core';

/** The bytes of all parts of a table that account for themselves. */
export function memoryOf(parts: object): Bytes {
  let bytes = 0;
  for (const part of Object.values(parts) as unknown[])
    if (accountsForItself(part)) bytes += part.memoryUsage;
  return bytes;
}

function accountsForItself(part: unknown): part is { readonly memoryUsage: Bytes } {
  return typeof part === 'object' && part !== null && 'memoryUsage' in part;
}
