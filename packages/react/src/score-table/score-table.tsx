'use client';

import { useMemo } from 'react';
import { recordKey } from '@oriel/core';
import { ListPanel } from '../data-grid/list-panel.tsx';
import { UNCHANGED } from '../data-grid/use-data-grid.ts';
import { splitRecordOptions } from '../record-table/record-table-options.ts';
import { useControlled } from '../state/use-controlled.ts';
import { LowestPicker } from './lowest-picker.tsx';
import { usePresentation } from './presentation.ts';
import { ScoreTableView } from './score-table-view.tsx';
import type { ScoreTableViewProps } from './score-table-view.tsx';
import { useScoreRows } from './use-score-rows.ts';
import type { ScoreRowsOptions } from './use-score-rows.ts';

export interface ScoreTableProps
  extends
    Omit<
      ScoreTableViewProps,
      | 'scores'
      | 'showsOutputs'
      | 'readOutput'
      | 'isFiltered'
      | 'totalCount'
      | 'hasMore'
      | 'isLoadingMore'
      | 'hasFailed'
      | 'onLoadMore'
      | 'listKey'
      | 'subscribe'
      | 'isStale'
    >,
    ScoreRowsOptions {
  /** Only the judgements by this score, the worst first, with what was judged. `null`: all scores. @defaultValue held by the table */
  lowest?: string | null | undefined;
  /** @defaultValue `null` */
  defaultLowest?: string | null | undefined;
  onLowestChange?: ((name: string | null) => void) | undefined;
}

/**
 * Scores as a table of any length: read page by page from the provider's store, ordered by it, and kept fresh without
 * moving what is being read. Its reader may ask for the lowest-rated outputs. Obeys the nearest `FilterProvider`.
 *
 * @example
 * <ScoreTable filter={{ field: 'source', op: '=', value: 'EVAL' }} defaultLowest="helpfulness" />
 */
export function ScoreTable(props: ScoreTableProps) {
  const { filter, traces, pageSize, state, defaultState, onStateChange, ...rest } = props;
  const { lowest: chosen, defaultLowest = null, onLowestChange, toolbar, ...view } = rest;
  const { scoreTable: texts } = usePresentation().messages;
  const [arranged, setArranged] = useControlled(state, defaultState ?? UNCHANGED, onStateChange);
  const [lowest, setLowest] = useControlled(chosen, defaultLowest, onLowestChange);
  const found = useScoreRows({ filter, traces, pageSize }, lowest, arranged.sort);
  const { order } = found;
  // The heading says by what the lowest are ordered.
  const shown = useMemo(() => (order ? { ...arranged, sort: order } : arranged), [arranged, order]);
  const { selectedId: _, onSelect: __, scoreHref: ___, ...attributes } = view;
  return (
    <ListPanel
      name="score-table"
      panel={{ 'aria-label': texts.title, ...splitRecordOptions(attributes).panel }}
      list={found.list}
      rowId={recordKey}
      loading={texts.loading}
      failed={texts.failed}
    >
      {({ rows, ...list }) => (
        <ScoreTableView
          {...view}
          {...list}
          scores={rows}
          showsOutputs={lowest !== null}
          state={shown}
          onStateChange={setArranged}
          toolbar={
            <>
              {(found.names.length > 0 || lowest !== null) && (
                <LowestPicker names={found.names} lowest={lowest} onLowest={setLowest} />
              )}
              {toolbar}
            </>
          }
          listKey={found.listKey}
          totalCount={found.totalCount}
          readOutput={found.readOutput}
          subscribe={found.subscribe}
          isStale={found.list.isPlaceholderData}
          isFiltered={found.isFiltered}
        />
      )}
    </ListPanel>
  );
}
