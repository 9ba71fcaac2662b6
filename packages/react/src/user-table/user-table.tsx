'use client';

import { useContext } from 'react';
import type { RecordQuery, User } from '@oriel/core';
import { ListPanel } from '../data-grid/list-panel.tsx';
import type { ListRows } from '../data-grid/list-panel.tsx';
import { UNCHANGED } from '../data-grid/use-data-grid.ts';
import { usePanelQuery } from '../filters/use-panel-query.ts';
import { useAggregate } from '../hooks/use-aggregate.ts';
import { useUserList } from '../hooks/use-user-list.ts';
import { useInSight } from '../people/use-in-sight.ts';
import { useListKey } from '../people/use-list-key.ts';
import { useMergedUsers } from '../people/use-merged-users.ts';
import { useUserAnswers } from '../people/use-user-answers.ts';
import { ProfilesContext } from '../provider/profiles-context.ts';
import { useControlled } from '../state/use-controlled.ts';
import { Panel } from '../states/panel.tsx';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { splitUserOptions } from './split-user-options.ts';
import { UserTableView } from './user-table-view.tsx';
import type { UserTableViewProps } from './user-table-view.tsx';
import { usePresentation } from './presentation.ts';

export interface UserTableProps
  extends
    Omit<
      UserTableViewProps,
      | 'users'
      | 'answers'
      | 'isFiltered'
      | 'listKey'
      | 'totalCount'
      | 'hasMore'
      | 'isLoadingMore'
      | 'hasFailed'
      | 'onLoadMore'
      | 'onRowsInSight'
    >,
    RecordQuery {
  /** Users read at once, 1 to 1,000. @defaultValue 100 */
  pageSize?: number | undefined;
}

const PAGE = 100;
/** Bars of a trend. */
const STRETCHES = 30;
const userId = ({ id }: Pick<User, 'id'>) => id;

/**
 * Users as a table of any length, read page by page from the provider's store. Obeys the nearest `FilterProvider`: users
 * are made of the traces it lets through. With `aliases` at the provider, a user stands where the first of their ids
 * stands, with the sums of all of them.
 *
 * @example
 * <UserTable onSelect={setUserId} />
 */
export function UserTable({
  filter,
  traces,
  pageSize = PAGE,
  state,
  defaultState,
  onStateChange,
  ...view
}: UserTableProps) {
  const { messages } = usePresentation();
  const [arranged, setArranged] = useControlled(state, defaultState ?? UNCHANGED, onStateChange);
  const query = usePanelQuery('users', { filter, traces });
  const asked = { ...query, limit: pageSize, ...(arranged.sort && { order: arranged.sort }) };
  const list = useUserList(asked);
  const listKey = useListKey(asked, list.isPlaceholderData);
  return (
    <ListPanel
      name="user-table"
      panel={{ 'aria-label': messages.people.users, ...splitUserOptions(view) }}
      list={list}
      rowId={userId}
      loading={messages.people.loadingUsers}
      failed={messages.people.usersFailed}
    >
      {(rows) => (
        <LoadedUsers
          {...view}
          list={rows}
          query={query}
          listKey={listKey}
          state={arranged}
          onStateChange={setArranged}
        />
      )}
    </ListPanel>
  );
}

interface LoadedUsersProps extends Omit<UserTableViewProps, 'users'> {
  list: ListRows<User>;
  query: RecordQuery;
}

function LoadedUsers({ list: { rows, ...pages }, query, ...view }: LoadedUsersProps) {
  const { messages } = usePresentation();
  const { hasAliases } = useContext(ProfilesContext);
  const users = useMergedUsers(rows, query);
  const [inSight, onRowsInSight] = useInSight(userId);
  const answers = useUserAnswers(inSight, query, STRETCHES);
  // How many there are with their aliases folded in, no store can say.
  const count = useAggregate(
    hasAliases ? null : { view: 'users', measures: [{ aggregate: 'count' }], ...query },
  );
  const total = count.isPlaceholderData ? null : count.data?.rows[0]?.values[0];
  if (!users) {
    const panel = { 'aria-label': messages.people.users, ...panelOf(view) };
    return (
      <Panel {...panel} name="user-table" state="loading">
        <SkeletonLines count={14} className="oriel-data-grid-skeleton" label={messages.people.loadingUsers} />
      </Panel>
    );
  }
  return (
    <UserTableView
      {...view}
      {...pages}
      users={users}
      answers={answers}
      totalCount={typeof total === 'number' && !hasAliases ? total : null}
      onRowsInSight={onRowsInSight}
      isFiltered={query.filter !== undefined || query.traces !== undefined}
    />
  );
}

function panelOf({
  state: _state,
  onStateChange: _onStateChange,
  listKey: _listKey,
  ...view
}: Partial<UserTableViewProps>) {
  return splitUserOptions(view);
}
