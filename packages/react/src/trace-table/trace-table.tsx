'use client';

import { recordKey } from '@oriel/core';
import { ListPanel } from '../data-grid/list-panel.tsx';
import { UNCHANGED } from '../data-grid/use-data-grid.ts';
import { usePresentation } from './presentation.ts';
import { splitRecordOptions } from '../record-table/record-table-options.ts';
import { useRecordList } from '../record-table/use-record-list.ts';
import type { RecordListOptions } from '../record-table/use-record-list.ts';
import { useControlled } from '../state/use-controlled.ts';
import { TraceTableView } from './trace-table-view.tsx';
import type { TraceTableViewProps } from './trace-table-view.tsx';

export interface TraceTableProps
  extends
    Omit<
      TraceTableViewProps,
      | 'traces'
      | 'scoreNames'
      | 'isFiltered'
      | 'totalCount'
      | 'hasMore'
      | 'isLoadingMore'
      | 'hasFailed'
      | 'onLoadMore'
      | 'listKey'
      | 'reader'
      | 'subscribe'
      | 'isStale'
    >,
    RecordListOptions {}

/**
 * Traces as a table of any length: read page by page from the provider's store, ordered by it, and kept fresh without
 * moving what is being read. Obeys the nearest `FilterProvider`.
 *
 * @example
 * <TraceTable filter={{ field: 'userId', op: '=', value: 'ada' }} onSelect={setTraceId} />
 */
export function TraceTable({
  filter,
  traces,
  pageSize,
  state,
  defaultState,
  onStateChange,
  ...view
}: TraceTableProps) {
  const { messages } = usePresentation();
  const [arranged, setArranged] = useControlled(state, defaultState ?? UNCHANGED, onStateChange);
  const found = useRecordList('traces', { filter, traces, pageSize }, arranged.sort);
  const { selectedId: _, onSelect: __, traceHref: ___, ...attributes } = view;
  return (
    <ListPanel
      name="trace-table"
      panel={{ 'aria-label': messages.recordTable.traces, ...splitRecordOptions(attributes).panel }}
      list={found.list}
      rowId={recordKey}
      loading={messages.loadingTraces}
      failed={messages.tracesFailed}
    >
      {({ rows, ...list }) => (
        <TraceTableView
          {...view}
          {...list}
          traces={rows}
          scoreNames={found.scoreNames}
          state={arranged}
          onStateChange={setArranged}
          listKey={found.listKey}
          totalCount={found.totalCount}
          reader={found.reader}
          subscribe={found.subscribe}
          isStale={found.list.isPlaceholderData}
          isFiltered={found.isFiltered}
        />
      )}
    </ListPanel>
  );
}
