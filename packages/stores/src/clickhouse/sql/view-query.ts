import type { RecordQuery, View } from '@oriel/core';
import type { Tables } from '../schema/tables.ts';
import { compileFilter } from './compile-filter.ts';
import { sessionsSource, usersSource } from './joined-sources.ts';
import type { Parameters } from './parameters.ts';
import { observationsSource, scoresSource } from './record-sources.ts';
import { tracesSource } from './traces-source.ts';
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
  const within = traces && traceIds(tables, parameters, traces);
  const { source, where, scoresWhere } = narrowed(view, tables, within);
  const scope = viewScope(view, { tables, parameters, scoresWhere });
  scope.columns(view === 'observations' || view === 'scores' ? ['id', 'traceId'] : ['id']);
  const condition = filter ? compileFilter(filter, scope, parameters) : '1';
  return {
    field: scope.field,
    columns: scope.columns,
    from: () => `FROM ${scope.from(source, where)}\nWHERE ${condition}`,
  };
}

/** The ids of the traces that meet a filter, as a query. */
function traceIds(tables: Tables, parameters: Parameters, filter: RecordQuery['filter']): string {
  const query = viewQuery({ view: 'traces', tables, parameters, query: { filter } });
  return `(SELECT id ${query.from()})`;
}

/** A view as if the store held only some of the traces. */
function narrowed(view: View, tables: Tables, within: string | undefined) {
  const everything = { where: '1', scoresWhere: undefined };
  const ofTraces = within === undefined ? '1' : `v.traceId IN ${within}`;
  const traces = (spokenOf: string): string => {
    const all = tracesSource(tables, { for: spokenOf });
    return within === undefined ? all : `(SELECT * FROM ${all} WHERE id IN ${within})`;
  };
  switch (view) {
    case 'traces':
      return { ...everything, source: traces };
    case 'observations':
      return {
        ...everything,
        source: (spokenOf: string) => observationsSource(tables, { for: spokenOf }),
        where: ofTraces,
      };
    case 'scores':
      return {
        ...everything,
        source: (spokenOf: string) => scoresSource(tables, { for: spokenOf }),
        where: ofTraces,
      };
    case 'users':
      return { ...everything, source: (spokenOf: string) => usersSource(traces, spokenOf) };
    case 'sessions':
      return {
        ...everything,
        source: (spokenOf: string) => sessionsSource(traces, spokenOf),
        scoresWhere: within === undefined ? undefined : `traceId IN ${within}`,
      };
  }
}
