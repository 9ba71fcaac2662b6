'use client';

import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { MergedUser, UserId } from '@oriel/core';
import type { DataGridSelection, DataGridState } from '../data-grid/data-grid-column.ts';
import { DataGrid } from '../data-grid/data-grid.tsx';
import { GroupAnswersContext } from '../people/group-answers.ts';
import type { GroupAnswers } from '../people/group-answers.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { userColumns } from './user-columns.tsx';
import { usePresentation } from './presentation.ts';

export interface UserTableViewProps extends PanelProps {
  /** What `mergeUsers` made of users, in the order to show them; the same objects where nothing changed. */
  users: readonly MergedUser[];
  /** Trends, scores and counted sessions by user, as far as they are known. @defaultValue none */
  answers?: GroupAnswers | undefined;
  /** The user that is open elsewhere. @defaultValue none */
  selectedId?: UserId | null | undefined;
  /** Called when a row is opened by a click or by Enter. */
  onSelect?: ((userId: UserId) => void) | undefined;
  /** Address of a user's page. @defaultValue the provider's `navigation.userHref` */
  userHref?: ((userId: UserId) => string) | undefined;
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
  /** Only some users were asked for, so an empty table says to widen the filter. @defaultValue false */
  isFiltered?: boolean | undefined;
  /** What the list is of: rows of another list do not wait to be shown. @defaultValue `''` */
  listKey?: string | undefined;
  totalCount?: number | null | undefined;
  hasMore?: boolean | undefined;
  isLoadingMore?: boolean | undefined;
  hasFailed?: boolean | undefined;
  onLoadMore?: (() => void) | undefined;
  /** Called with the rows in sight, when scrolling rests. Keep it stable. */
  onRowsInSight?: ((users: readonly MergedUser[]) => void) | undefined;
  /** What stands at the start of the bar above the table. */
  toolbar?: ReactNode;
  /** What can be done with the selected rows. */
  selectionActions?: ReactNode;
}

const NO_ANSWERS: GroupAnswers = {};
const userId = ({ id }: MergedUser) => id;

/** `UserTable` for users you already hold: no store, no loading state. */
export function UserTableView({
  users,
  answers = NO_ANSWERS,
  selectedId,
  onSelect,
  userHref,
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
}: UserTableViewProps) {
  const { messages, navigation } = usePresentation();
  const texts = messages.people;
  const columns = useMemo(() => userColumns(messages), [messages]);
  const hrefOf = userHref ?? navigation.userHref;
  const attributes = { 'aria-label': texts.users, ...panel };
  if (users.length === 0) {
    return (
      <Panel {...attributes} name="user-table" state="empty">
        {toolbar}
        <PanelMessage kind="empty" title={isFiltered ? texts.noUserMatches : texts.noUsers}>
          {isFiltered ? texts.noUserMatchesHint : texts.noUsersHint}
        </PanelMessage>
      </Panel>
    );
  }
  return (
    <Panel {...attributes} name="user-table" state="ready">
      <GroupAnswersContext.Provider value={answers}>
        <DataGrid
          label={texts.users}
          columns={columns}
          rows={users}
          rowId={userId}
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
