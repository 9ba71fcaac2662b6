import type { Filter } from '@oriel/core';
import type { QueryReader } from '../http/query-reader.ts';
import type { Column } from './columns.ts';
import { FilterParts } from './filter-parts.ts';
import { readFilter } from './read-filter.ts';

/** What both versions of the list of observations can be asked for. */
export function observationFilter(
  query: QueryReader,
  columns: ReadonlyMap<string, Column>,
): Filter | undefined {
  const filter = query.json('filter');
  if (filter !== undefined) return readFilter(filter, columns);
  const parent = query.text('parentObservationId');
  return new FilterParts()
    .equals('name', query.text('name'))
    .equals('userId', query.text('userId'))
    .equals('sessionId', query.text('sessionId'))
    .equals('type', query.text('type'))
    .equals('traceId', query.text('traceId'))
    .equals('level', query.text('level'))
    .equals('version', query.text('version'))
    .equals('isRootObservation', query.flag('isRootObservation'))
    .equals('parentId', parent === '' ? undefined : parent)
    .add(parent === '' ? { field: 'parentId', op: 'is-null' } : undefined)
    .anyOf('environment', query.texts('environment'))
    .between('startTime', query.time('fromStartTime'), query.time('toStartTime'))
    .all();
}
