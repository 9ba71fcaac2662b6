import { StoreError } from '../../store/store-error.ts';
import { MAX_ROWS } from './aggregate-query.ts';
import type { AggregateQuery } from './aggregate-query.ts';

/**
 * Checks how many rows an answer has, before any of them is computed.
 *
 * @throws `too-large` - more than {@link MAX_ROWS}.
 */
export function checkRowCount({ timeBucket }: AggregateQuery, count: number): void {
  if (count <= MAX_ROWS) return;
  throw new StoreError(
    'too-large',
    `The answer would have ${count} rows, one for each group and ${timeBucket?.unit ?? 'range'} of time with records, and may have ${MAX_ROWS}: more would fill the memory of whoever asks. Ask for longer time buckets, a shorter time (a filter), or fewer groups (\`limit\`).`,
  );
}
