import type { Filter, RecordQuery, View } from '@oriel/core';
import type { Tables } from '../schema/tables.ts';
import { compileFilter } from './compile-filter.ts';
import { sessionsSource, usersSource } from './joined-sources.ts';
import type { Parameters } from './parameters.ts';
import { observationsSource, scoresSource } from './record-sources.ts';
import { TRACE_COLUMNS, tracesSource } from './traces-source.ts';
import { viewScope } from './view-scope.ts';
import type { ViewScope } from './view-scope.ts';

/** The records of a view that meet a query, ready to be selected from. */
export interface ViewQuery extends Pick<ViewScope, 'field' | 'columns'> {
  /** `FROM … WHERE …`: call it after everything was named. The view's ids are `id` and, where it has one, `traceId`. */
  from(): string;
}

interface ViewQueryOptions {
  readonly view: View;
  readonly tables: Tables;
  readonly parameters: Parameters;
  readonly query: RecordQuery;
}

export function viewQuery({ view, tables, parameters, query }: ViewQueryOptions): ViewQuery {
  const { filter, traces } = query;
  if (view === 'traces' && traces !== undefined) {
    const both = filter === undefined ? traces : { and: [traces, filter] };
    return viewQuery({ view, tables, parameters, query: { filter: both } });
  }
  const { source, where, scoresWhere } = narrowed(view, tables, parameters, traces);
  const scope = viewScope(view, { tables, parameters, scoresWhere });
  scope.columns(view === 'observations' || view === 'scores' ? ['id', 'traceId'] : ['id']);
  const condition = filter ? compileFilter(filter, scope, parameters) : '1';
  return {
    field: scope.field,
    columns: scope.columns,
    from: () => `FROM ${scope.from(source, where)}\nWHERE ${condition}`,
  };
}

/** The traces that meet a filter, with some of their columns, as a query. */
function someTraces(
  tables: Tables,
  parameters: Parameters,
  filter: Filter,
  columns: readonly string[],
): string {
  const query = viewQuery({ view: 'traces', tables, parameters, query: { filter } });
  query.columns(columns);
  return `(SELECT ${columns.join(', ')} ${query.from()})`;
}

interface Narrowed {
  /** The source of the view, with the columns that some SQL speaks of. */
  readonly source: (spokenOf: string) => string;
  readonly where: string;
  readonly scoresWhere: string | undefined;
}

/** A view as if the store held only some of the traces. */
function narrowed(view: View, tables: Tables, parameters: Parameters, filter: Filter | undefined): Narrowed {
  const ids = () => (filter === undefined ? undefined : someTraces(tables, parameters, filter, ['id']));
  const traces = (spokenOf: string): string => {
    if (filter === undefined) return tracesSource(tables, { for: spokenOf });
    const words = new Set(spokenOf.match(/\w+/g));
    const columns = TRACE_COLUMNS.filter((column) => column === 'id' || words.has(column));
    return someTraces(tables, parameters, filter, columns);
  };
  const everything = { where: '1', scoresWhere: undefined };
  const ofTraces = () => ({ ...everything, where: filter === undefined ? '1' : `v.traceId IN ${ids()}` });
  switch (view) {
    case 'traces':
      return { ...everything, source: traces };
    case 'observations':
      return { ...ofTraces(), source: (spokenOf: string) => observationsSource(tables, { for: spokenOf }) };
    case 'scores':
      return { ...ofTraces(), source: (spokenOf: string) => scoresSource(tables, { for: spokenOf }) };
    case 'users':
      return { ...everything, source: (spokenOf: string) => usersSource(traces, spokenOf) };
    case 'sessions':
    default: {
      const scoresWhere = filter === undefined ? undefined : `traceId IN ${ids()}`;
      return { ...everything, source: (spokenOf: string) => sessionsSource(traces, spokenOf), scoresWhere };
    }
  }
}
