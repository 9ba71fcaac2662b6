'use client';

import { recordKey } from '@oriel/core';
import { ListPanel } from '../data-grid/list-panel.tsx';
import { UNCHANGED } from '../data-grid/use-data-grid.ts';
import { usePresentation } from './presentation.ts';
import { splitRecordOptions } from '../record-table/record-table-options.ts';
import { useRecordList } from '../record-table/use-record-list.ts';
import type { RecordListOptions } from '../record-table/use-record-list.ts';
import { useControlled } from '../state/use-controlled.ts';
import { ObservationTableView } from './observation-table-view.tsx';
import type { ObservationTableViewProps } from './observation-table-view.tsx';

export interface ObservationTableProps
  extends
    Omit<
      ObservationTableViewProps,
      | 'observations'
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
 * Observations of all traces as a table of any length: read page by page from the provider's store, ordered by it, and
 * kept fresh without moving what is being read. Obeys the nearest `FilterProvider`.
 *
 * @example
 * <ObservationTable filter={{ field: 'type', op: '=', value: 'GENERATION' }} />
 */
export function ObservationTable(props: ObservationTableProps) {
  const { filter, traces, pageSize, state, defaultState, onStateChange, ...view } = props;
  const { messages } = usePresentation();
  const texts = messages.recordTable;
  const [arranged, setArranged] = useControlled(state, defaultState ?? UNCHANGED, onStateChange);
  const found = useRecordList('observations', { filter, traces, pageSize }, arranged.sort);
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
