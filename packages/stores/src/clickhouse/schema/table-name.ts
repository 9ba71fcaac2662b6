import { StoreError } from '@oriel/core';

/** The tables of a store. */
export const TABLE_NAMES = [
  'records',
  'payloads',
  'score_traces',
  'changes',
  'documents',
  'document_labels',
  'media',
  'migrations',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/**
 * A name that goes into the text of a statement, where no parameter can: only what needs no quoting is let through.
 *
 * @throws `bad-query`
 */
export function identifier(name: string, what: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(name)) return `\`${name}\``;
  throw new StoreError(
    'bad-query',
    `${JSON.stringify(name)} cannot be the ${what} of a ClickHouse store: it takes 1 to 64 letters, digits and underscores, and begins with no digit.`,
  );
}
