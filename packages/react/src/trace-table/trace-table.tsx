'use client';

import { recordKey } from '@oriel/core';
import { ListPanel } from '../data-grid/list-panel.tsx';
import { UNCHANGED } from '../data-grid/use-data-grid.ts';
import { usePresentation } from './presentation.ts';
import { LazyBulkActions, LazyBulkStatus } from '../record-table/lazy-bulk-actions.tsx';
import { ExportMenu } from '../record-table/export-menu.tsx';
import type { LoadedOption, LoadedTableOptions } from '../record-table/loaded-options.ts';
import { LazyPulseStrip } from '../record-table/lazy-pulse-strip.tsx';
import { splitRecordOptions } from '../record-table/record-table-options.ts';
import { useBulkAction } from '../record-table/use-bulk-action.ts';
import { useRecordList } from '../record-table/use-record-list.ts';
import { useRecordSelection } from '../record-table/use-record-selection.ts';
import { useControlled } from '../state/use-controlled.ts';
import { TraceTableView } from './trace-table-view.tsx';
import type { TraceTableViewProps } from './trace-table-view.tsx';

export interface TraceTableProps
  extends Omit<TraceTableViewProps, 'traces' | LoadedOption>, LoadedTableOptions {}

/**
 * Traces as a table of any length: read page by page from the provider's store, ordered by it, and kept fresh without
 * moving what is being read. Obeys the nearest `FilterProvider`. With `selectable`, many traces can be deleted or tagged.
 *
 * @example
 * <TraceTable filter={{ field: 'userId', op: '=', value: 'ada' }} onSelect={setTraceId} />
 */
export function TraceTable(props: TraceTableProps) {
  const {
    filter,
    traces,
    pageSize,
    fileName = 'traces',
    openFile,
    hasPulse = true,
    onTimeRange,
    ...view
  } = props;
  const { messages } = usePresentation();
  const [arranged, setArranged] = useControlled(
    props.state,
    props.defaultState ?? UNCHANGED,
    props.onStateChange,
  );
  const found = useRecordList('traces', { filter, traces, pageSize }, arranged.sort);
  const selected = useRecordSelection('traces', found.query, found.totalCount, props);
  const bulk = useBulkAction();
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
          selection={selected.selection}
          onSelectionChange={selected.setSelection}
          listKey={found.listKey}
          totalCount={found.totalCount}
          reader={found.reader}
          subscribe={found.subscribe}
          isStale={found.list.isPlaceholderData}
          isFiltered={found.isFiltered}
          toolbar={
            <>
              {view.toolbar}
              <LazyBulkStatus run={bulk} />
            </>
          }
          selectionActions={
            <>
              {view.selectionActions}
              <LazyBulkActions
                run={bulk}
                onAct={(action) => {
                  bulk.start(action, selected.query);
                  selected.clear();
                }}
              />
            </>
          }
          actions={
            <>
              {view.actions}
              <ExportMenu
                view="traces"
                query={{ ...selected.query, order: arranged.sort }}
                count={selected.count}
                fileName={fileName}
                open={openFile}
              />
            </>
          }
        >
          {hasPulse && <LazyPulseStrip view="traces" query={found.query} onTimeRange={onTimeRange} />}
          {view.children}
        </TraceTableView>
      )}
    </ListPanel>
  );
}
