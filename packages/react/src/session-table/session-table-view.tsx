'use client';

import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Session, SessionId } from '@oriel/core';
import type { DataGridSelection, DataGridState } from '../data-grid/data-grid-column.ts';
import { DataGrid } from '../data-grid/data-grid.tsx';
import { GroupAnswersContext } from '../people/group-answers.ts';
import type { GroupAnswers } from '../people/group-answers.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { sessionColumns } from './session-columns.tsx';
import { usePresentation } from './presentation.ts';

export interface SessionTableViewProps extends PanelProps {
  /** Sessions in the order to show them; the same objects where nothing changed. */
  sessions: readonly Session[];
  /** Errors, tags and scores by session, as far as they are known. @defaultValue none */
  answers?: GroupAnswers | undefined;
  /** The session that is open elsewhere. @defaultValue none */
  selectedId?: SessionId | null | undefined;
  /** Called when a row is opened by a click or by Enter. */
  onSelect?: ((sessionId: SessionId) => void) | undefined;
  /** Address of a session's page. @defaultValue the provider's `navigation.sessionHref` */
  sessionHref?: ((sessionId: SessionId) => string) | undefined;
  /** Columns, order and density, as plain JSON. @defaultValue kept by the table */
  state?: DataGridState | undefined;
  defaultState?: DataGridState | undefined;
  onStateChange?: ((state: DataGridState) => void) | undefined;
  /** Rows can be selected. @defaultValue false */
  selectable?: boolean | undefined;
  /** Selected rows, as plain JSON. @defaultValue kept by the table */
  selection?: DataGridSelection | undefined;
  defaultSelection?: DataGridSelection | undefined;
  onSelectionChange?: ((selection: DataGridSelection) => void) | undefined;
  /** Only some sessions were asked for, so an empty table says to widen the filter. @defaultValue false */
  isFiltered?: boolean | undefined;
  /** What the list is of: rows of another list do not wait to be shown. @defaultValue `''` */
  listKey?: string | undefined;
  totalCount?: number | null | undefined;
  hasMore?: boolean | undefined;
  isLoadingMore?: boolean | undefined;
  hasFailed?: boolean | undefined;
  onLoadMore?: (() => void) | undefined;
  /** Called with the rows in sight, when scrolling rests. Keep it stable. */
  onRowsInSight?: ((sessions: readonly Session[]) => void) | undefined;
  /** What stands at the start of the bar above the table. */
  toolbar?: ReactNode;
  /** What can be done with the selected rows. */
  selectionActions?: ReactNode;
}

const NO_ANSWERS: GroupAnswers = {};
const sessionId = ({ id }: Session) => id;

/** `SessionTable` for sessions you already hold: no store, no loading state. */
export function SessionTableView({
  sessions,
  answers = NO_ANSWERS,
  selectedId,
  onSelect,
  sessionHref,
  state,
  defaultState,
  onStateChange,
  selectable,
  selection,
  defaultSelection,
  onSelectionChange,
  isFiltered = false,
  listKey,
  totalCount,
  hasMore,
  isLoadingMore,
  hasFailed,
  onLoadMore,
  onRowsInSight,
  toolbar,
  selectionActions,
  ...panel
}: SessionTableViewProps) {
  const { messages, navigation } = usePresentation();
  const texts = messages.people;
  const columns = useMemo(() => sessionColumns(messages), [messages]);
  const hrefOf = sessionHref ?? navigation.sessionHref;
  const attributes = { 'aria-label': texts.sessions, ...panel };
  if (sessions.length === 0) {
    return (
      <Panel {...attributes} name="session-table" state="empty">
        {toolbar}
        <PanelMessage kind="empty" title={isFiltered ? texts.noSessionMatches : texts.noSessions}>
          {isFiltered ? texts.noSessionMatchesHint : texts.noSessionsHint}
        </PanelMessage>
      </Panel>
    );
  }
  return (
    <Panel {...attributes} name="session-table" state="ready">
      <GroupAnswersContext.Provider value={answers}>
        <DataGrid
          label={texts.sessions}
          columns={columns}
          rows={sessions}
          rowId={sessionId}
          listKey={listKey}
          state={state}
          defaultState={defaultState}
          onStateChange={onStateChange}
          selectable={selectable}
          selection={selection}
          defaultSelection={defaultSelection}
          onSelectionChange={onSelectionChange}
          openId={selectedId}
          onOpen={({ id }) => onSelect?.(id)}
          rowHref={hrefOf && (({ id }) => hrefOf(id))}
          totalCount={totalCount}
          hasMore={hasMore}
          isLoadingMore={isLoadingMore}
          hasFailed={hasFailed}
          onLoadMore={onLoadMore}
          onRowsInSight={onRowsInSight}
          toolbar={toolbar}
          selectionActions={selectionActions}
        />
      </GroupAnswersContext.Provider>
    </Panel>
  );
}
