'use client';

import type { TraceId } from '@oriel/core';
import { usePresentation } from '../provider/presentation-context.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { TraceListCells } from './trace-list-cells.tsx';
import { TraceListHeader } from './trace-list-header.tsx';
import { useTraceRows } from './use-trace-rows.ts';
import type { UseTraceRowsOptions } from './use-trace-rows.ts';

export interface TraceListViewProps extends PanelProps, UseTraceRowsOptions {
  /** Address of a trace's page. @defaultValue the provider's `navigation.traceHref` */
  traceHref?: ((traceId: TraceId) => string) | undefined;
  /** Only some traces were asked for, so an empty list says to widen the filter. @defaultValue false */
  isFiltered?: boolean | undefined;
  /** Offers more traces. @defaultValue there are no more */
  onLoadMore?: (() => void) | undefined;
  /** More traces are on their way. @defaultValue false */
  isLoadingMore?: boolean | undefined;
}

/** `TraceList` for traces you already hold: no store, no loading state. */
export function TraceListView({
  traces,
  selectedId,
  onSelect,
  traceHref,
  isFiltered = false,
  onLoadMore,
  isLoadingMore = false,
  ...panel
}: TraceListViewProps) {
  const { messages, navigation } = usePresentation();
  const list = useTraceRows({ traces, selectedId, onSelect });
  const hrefOf = traceHref ?? navigation.traceHref;

  if (list.rows.length === 0) {
    return (
      <Panel aria-label={messages.traceList} {...panel} name="trace-list" state="empty">
        <PanelMessage kind="empty" title={isFiltered ? messages.noMatches : messages.noTraces}>
          {isFiltered ? messages.noMatchesHint : messages.noTracesHint}
        </PanelMessage>
      </Panel>
    );
  }
  return (
    <Panel aria-label={messages.traceList} {...panel} name="trace-list" state="ready">
      <div className="oriel-trace-list-scroller">
        <table {...list.gridProps} className="oriel-trace-list-table" aria-label={messages.traceList}>
          <TraceListHeader />
          <tbody>
            {list.rows.map((row) => (
              <tr
                {...list.rowProps(row.trace.id)}
                key={row.trace.id}
                className="oriel-trace-list-row"
                data-level={row.trace.level}
                data-selected={row.trace.id === selectedId ? '' : undefined}
              >
                <TraceListCells row={row} href={hrefOf?.(row.trace.id)} />
              </tr>
            ))}
          </tbody>
        </table>
        {onLoadMore && (
          <div className="oriel-trace-list-more">
            <button type="button" className="oriel-button" disabled={isLoadingMore} onClick={onLoadMore}>
              {isLoadingMore ? messages.loadingMore : messages.loadMore}
            </button>
          </div>
        )}
      </div>
    </Panel>
  );
}
