import { BUCKET_FIELD } from '../query/fields/view-fields.ts';
import type { Filter } from '../query/filter.ts';
import type { View } from '../query/view-record.ts';
import { allOf } from './narrow-query.ts';
import type { TimeBounds } from './time-range.ts';

/** The records of a view that began within bounds; `undefined` where these leave nothing out. */
export function timeFilter(view: View, { from, to }: TimeBounds): Filter | undefined {
  const field = BUCKET_FIELD[view];
  return allOf([
    from === null ? undefined : { field, op: '>=', value: from },
    to === null ? undefined : { field, op: '<', value: to },
  ]);
}
