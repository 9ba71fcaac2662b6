'use client';

import { recordKey } from '@oriel/core';
import { ListPanel } from '../data-grid/list-panel.tsx';
import { UNCHANGED } from '../data-grid/use-data-grid.ts';
import { usePresentation } from './presentation.ts';
import { ExportMenu } from '../record-table/export-menu.tsx';
import type { LoadedOption, LoadedTableOptions } from '../record-table/loaded-options.ts';
import { LazyPulseStrip } from '../record-table/lazy-pulse-strip.tsx';
import { splitRecordOptions } from '../record-table/record-table-options.ts';
import { useRecordList } from '../record-table/use-record-list.ts';
import { useRecordSelection } from '../record-table/use-record-selection.ts';
import { useControlled } from '../state/use-controlled.ts';
import { ObservationTableView } from './observation-table-view.tsx';
import type { ObservationTableViewProps } from './observation-table-view.tsx';

export interface ObservationTableProps
  extends Omit<ObservationTableViewProps, 'observations' | LoadedOption>, LoadedTableOptions {}

/**
 * Observations of all traces as a table of any length: read page by page from the provider's store, ordered by it, and
 * kept fresh without moving what is being read. Obeys the nearest `FilterProvider`.
 *
 * @example
 * <ObservationTable filter={{ field: 'type', op: '=', value: 'GENERATION' }} />
 */
export function ObservationTable(props: ObservationTableProps) {
  const {
    filter,
    traces,
    pageSize,
    fileName = 'observations',
    openFile,
    hasPulse = true,
    onTimeRange,
    ...view
  } = props;
  const { messages } = usePresentation();
  const texts = messages.recordTable;
  const [arranged, setArranged] = useControlled(
    props.state,
    props.defaultState ?? UNCHANGED,
    props.onStateChange,
  );
  const found = useRecordList('observations', { filter, traces, pageSize }, arranged.sort);
  const marked = useRecordSelection('observations', found.query, found.totalCount, props);
  const { selected: _, onSelect: __, observationHref: ___, ...attributes } = view;
  return (
    <ListPanel
      name="observation-table"
      panel={{ 'aria-label': texts.observations, ...splitRecordOptions(attributes).panel }}
      list={found.list}
      rowId={recordKey}
      loading={texts.loadingObservations}
      failed={texts.observationsFailed}
    >
      {({ rows, ...list }) => (
        <ObservationTableView
          {...view}
          {...list}
          observations={rows}
          scoreNames={found.scoreNames}
          state={arranged}
          onStateChange={setArranged}
          selection={marked.selection}
          onSelectionChange={marked.setSelection}
          listKey={found.listKey}
          totalCount={found.totalCount}
          reader={found.reader}
          subscribe={found.subscribe}
          isStale={found.list.isPlaceholderData}
          isFiltered={found.isFiltered}
          actions={
            <>
              {view.actions}
              <ExportMenu
                view="observations"
                query={{ ...marked.query, order: arranged.sort }}
                count={marked.count}
                fileName={fileName}
                open={openFile}
              />
            </>
          }
        >
          {hasPulse && <LazyPulseStrip view="observations" query={found.query} onTimeRange={onTimeRange} />}
          {view.children}
        </ObservationTableView>
      )}
    </ListPanel>
  );
}
