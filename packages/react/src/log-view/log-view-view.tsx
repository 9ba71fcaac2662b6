'use client';

import { useEffect, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { earliestStart, runsAt } from '@oriel/core';
import type { Observation, ObservationId } from '@oriel/core';
import { PrintNote } from '../print/print-note.tsx';
import { usePresentation } from './presentation.ts';
import { useControlled } from '../state/use-controlled.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { usePlayheadMarks } from '../trace-focus/use-playhead-marks.ts';
import { LogActions } from './log-actions.tsx';
import { LogExport } from './log-export.tsx';
import { LogRow } from './log-row.tsx';
import { LogSearchNote } from './log-search-note.tsx';
import { LogToolbar } from './log-toolbar.tsx';
import { EVERYTHING, useLogView } from './use-log-view.ts';
import type { UseLogViewOptions } from './use-log-view.ts';
import { useLogWindow } from './use-log-window.ts';
import type { PayloadLoader } from './payload-loader.ts';
import { usePayloads } from './use-payloads.ts';

export interface LogViewViewProps extends PanelProps, Omit<UseLogViewOptions, 'pageRows'> {
  /** New observations are scrolled to as they come. Scrolling up by hand ends it. @defaultValue kept by the log */
  follow?: boolean | undefined;
  /** Whether the log follows at first, when it keeps that. @defaultValue false */
  defaultFollow?: boolean | undefined;
  /** Called when following begins or ends. */
  onFollowChange?: ((follow: boolean) => void) | undefined;
  /** Name of the downloaded file. @defaultValue `trace.jsonl` */
  fileName?: string | undefined;
  /** Adds badges after the name. Keep it stable. */
  renderBadges?: ((observation: Observation) => ReactNode) | undefined;
}

/** `LogView` for observations you already hold: no store, no loading state. */
export function LogViewView({
  observations,
  readPayloads,
  searchPayloads,
  filter,
  defaultFilter,
  onFilterChange,
  expandedIds,
  defaultExpandedIds,
  onExpandedIdsChange,
  selectedId,
  defaultSelectedId,
  onSelect,
  follow,
  defaultFollow = false,
  onFollowChange,
  fileName = 'trace.jsonl',
  renderBadges,
  ...panel
}: LogViewViewProps) {
  const { messages, format } = usePresentation();
  const pageRows = useRef<() => number>(() => 1);
  const log = useLogView({
    observations,
    readPayloads,
    searchPayloads,
    filter,
    defaultFilter,
    onFilterChange,
    expandedIds,
    defaultExpandedIds,
    onExpandedIdsChange,
    selectedId,
    defaultSelectedId,
    onSelect,
    pageRows: () => pageRows.current(),
  });
  const { rows, activeIndex } = log;
  const [isFollowing, setFollowing] = useControlled(follow, defaultFollow, onFollowChange);
  const {
    scrollRef,
    probeRef,
    virtualizer,
    items,
    printed,
    wanted,
    idsInSight,
    pageRows: measurePageRows,
  } = useLogWindow({
    observations,
    rows,
    expandedIds: log.expandedIds,
    keptIndex: activeIndex,
    isAnchored: !isFollowing,
  });
  useEffect(() => {
    pageRows.current = measurePageRows;
  });
  const payloads = usePayloads(readPayloads, wanted);
  usePlayheadMarks({
    readList: () => scrollRef.current,
    attribute: 'data-index',
    runsAt: (index, time) => {
      const observation = log.observationAt(index);
      return observation !== undefined && runsAt(observation, time);
    },
  });

  const totalSize = virtualizer.getTotalSize();
  useEffect(() => {
    // Again whenever it grows: by new rows, and by what was not yet measured.
    if (isFollowing && totalSize > 0) virtualizer.scrollToOffset(totalSize, { align: 'end' });
  }, [isFollowing, totalSize, virtualizer]);
  const stopFollowing = () => isFollowing && setFollowing(false);

  const shownId = useRef(log.selectedId);
  useEffect(() => {
    // Only a new selection moves the list: data that arrives later must not take the reader away.
    if (activeIndex === -1 || shownId.current === log.selectedId) return;
    shownId.current = log.selectedId;
    virtualizer.scrollToIndex(activeIndex, { align: 'auto' });
  }, [activeIndex, log.selectedId, virtualizer]);

  const origin = useMemo(() => earliestStart(observations), [observations]);
  const isEmpty = observations.length === 0;
  const openInSight = () => {
    log.setExpandedIds(new Set<ObservationId>([...log.expandedIds, ...idsInSight()]));
  };
  const unread =
    printed && payloads ? items.filter(({ index }) => isUnread(log.observationAt(index), payloads)) : [];
  const shown = () => Array.from(rows, (row) => observations[row]).filter((one) => one !== undefined);

  return (
    <Panel aria-label={messages.logView.log} {...panel} name="log-view" state={isEmpty ? 'empty' : 'ready'}>
      <LogToolbar filter={log.filter} onFilterChange={log.setFilter} />
      <LogSearchNote
        shown={rows.length}
        total={observations.length}
        search={log.search}
        onRetry={log.retrySearch}
      >
        <LogActions
          isFollowing={isFollowing}
          onFollowChange={setFollowing}
          onExpandAll={readPayloads && rows.length > 0 ? openInSight : undefined}
          onCollapseAll={log.expandedIds.size > 0 ? () => log.setExpandedIds(new Set()) : undefined}
        >
          <LogExport shown={shown} read={readPayloads} fileName={fileName} />
        </LogActions>
      </LogSearchNote>
      <div ref={probeRef} className="oriel-rows-probe" aria-hidden="true" />
      {isEmpty ? (
        <PanelMessage kind="empty" title={messages.noObservations}>
          {messages.noObservationsHint}
        </PanelMessage>
      ) : rows.length === 0 && log.search.state !== 'searching' ? (
        <div className="oriel-log-view-none">
          <PanelMessage kind="empty" title={messages.logView.noMatches}>
            {messages.logView.noMatchesHint}
          </PanelMessage>
          <button type="button" className="oriel-button" onClick={() => log.setFilter(EVERYTHING)}>
            {messages.logView.clearFilter}
          </button>
        </div>
      ) : (
        <div
          {...log.gridProps}
          ref={scrollRef}
          className="oriel-rows oriel-log-view-rows"
          aria-label={messages.logView.log}
          onWheel={(event) => event.deltaY < 0 && stopFollowing()}
          onTouchMove={stopFollowing}
          // The scrollbar belongs to the element itself.
          onPointerDown={(event) => event.target === event.currentTarget && stopFollowing()}
        >
          <div role="presentation" className="oriel-rows-extent" style={{ blockSize: totalSize }}>
            {items.map(({ index, start, slot }) => {
              const observation = log.observationAt(index);
              if (!observation) return null;
              const isExpanded = log.isExpanded(index);
              return (
                <LogRow
                  key={slot}
                  observation={observation}
                  index={index}
                  top={start}
                  domId={log.rowId(index)}
                  origin={origin}
                  isSelected={index === activeIndex}
                  isExpanded={isExpanded}
                  canExpand={readPayloads !== undefined}
                  loaded={payloads?.get(observation.id)}
                  needle={log.filter.text.trim()}
                  onRetry={payloads ? payloads.retry : doNothing}
                  measure={virtualizer.measureElement}
                  renderBadges={renderBadges}
                />
              );
            })}
          </div>
        </div>
      )}
      <PrintNote
        rows={printed}
        missing={
          unread.length > 0
            ? messages.logView.printedUnread(unread.length, format.count(unread.length))
            : null
        }
      />
    </Panel>
  );
}

function isUnread(observation: Observation | undefined, payloads: PayloadLoader): boolean {
  return observation !== undefined && payloads.get(observation.id) === undefined;
}

function doNothing(): void {}
