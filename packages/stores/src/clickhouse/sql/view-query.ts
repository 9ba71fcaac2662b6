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
export interface ViewQuery extends Pick<ViewScope, 'field'> {
  /** `FROM … WHERE …`: call it after all fields were named. */
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
  const conditions = [where, ...(filter ? [compileFilter(filter, scope, parameters)] : [])];
  return {
    field: (name) => scope.field(name),
    from: () => `FROM ${scope.from(source)}\nWHERE ${conditions.join(' AND ')}`,
  };
}

/** The ids of the traces that meet a filter, as a query. */
function traceIds(tables: Tables, parameters: Parameters, filter: RecordQuery['filter']): string {
  const query = viewQuery({ view: 'traces', tables, parameters, query: { filter } });
  return `(SELECT v.id ${query.from()})`;
}

/** A view as if the store held only some of the traces. */
function narrowed(view: View, tables: Tables, within: string | undefined) {
  const all = { where: '1', scoresWhere: undefined };
  const ofTraces = within === undefined ? '1' : `v.traceId IN ${within}`;
  const traces = () =>
    within === undefined
      ? tracesSource(tables)
      : `(SELECT * FROM ${tracesSource(tables)} WHERE id IN ${within})`;
  switch (view) {
    case 'traces':
      return { ...all, source: tracesSource(tables), where: within === undefined ? '1' : `v.id IN ${within}` };
    case 'observations':
      return { ...all, source: observationsSource(tables), where: ofTraces };
    case 'scores':
      return { ...all, source: scoresSource(tables), where: ofTraces };
    case 'users':
      return { ...all, source: usersSource(traces()) };
    case 'sessions':
      return {
        ...all,
        source: sessionsSource(traces()),
        scoresWhere: within === undefined ? undefined : `traceId IN ${within}`,
      };
  }
}
