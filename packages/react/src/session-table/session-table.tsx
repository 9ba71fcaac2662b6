'use client';

import type { RecordQuery, Session } from '@oriel/core';
import { ListPanel } from '../data-grid/list-panel.tsx';
import { UNCHANGED } from '../data-grid/use-data-grid.ts';
import { usePanelQuery } from '../filters/use-panel-query.ts';
import { useAggregate } from '../hooks/use-aggregate.ts';
import { useSessionList } from '../hooks/use-session-list.ts';
import { useInSight } from '../people/use-in-sight.ts';
import { useListKey } from '../people/use-list-key.ts';
import { useSessionAnswers } from '../people/use-session-answers.ts';
import { useControlled } from '../state/use-controlled.ts';
import { SessionTableView } from './session-table-view.tsx';
import type { SessionTableViewProps } from './session-table-view.tsx';
import { splitSessionOptions } from './split-session-options.ts';
import { usePresentation } from './presentation.ts';

export interface SessionTableProps
  extends
    Omit<
      SessionTableViewProps,
      | 'sessions'
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
  /** Sessions read at once, 1 to 1,000. @defaultValue 100 */
  pageSize?: number | undefined;
}

const PAGE = 100;
const sessionId = ({ id }: Session) => id;

/**
 * Sessions as a table of any length, read page by page from the provider's store. Obeys the nearest `FilterProvider`:
 * sessions are made of the traces it lets through.
 *
 * @example
 * <SessionTable traces={{ field: 'userId', op: '=', value: 'ada' }} onSelect={setSessionId} />
 */
export function SessionTable({
  filter,
  traces,
  pageSize = PAGE,
  state,
  defaultState,
  onStateChange,
  ...view
}: SessionTableProps) {
  const { messages } = usePresentation();
  const [arranged, setArranged] = useControlled(state, defaultState ?? UNCHANGED, onStateChange);
  const query = usePanelQuery('sessions', { filter, traces });
  const asked = { ...query, limit: pageSize, ...(arranged.sort && { order: arranged.sort }) };
  const list = useSessionList(asked);
  const listKey = useListKey(asked, list.isPlaceholderData);
  const count = useAggregate({ view: 'sessions', measures: [{ aggregate: 'count' }], ...query });
  const [inSight, onRowsInSight] = useInSight(sessionId);
  const answers = useSessionAnswers(inSight, query);
  const total = count.isPlaceholderData ? null : count.data?.rows[0]?.values[0];
  return (
    <ListPanel
      name="session-table"
      panel={{ 'aria-label': messages.people.sessions, ...splitSessionOptions(view) }}
      list={list}
      rowId={sessionId}
      loading={messages.people.loadingSessions}
      failed={messages.people.sessionsFailed}
    >
      {({ rows, ...pages }) => (
        <SessionTableView
          {...view}
          {...pages}
          sessions={rows}
          answers={answers}
          state={arranged}
          onStateChange={setArranged}
          listKey={listKey}
          totalCount={typeof total === 'number' ? total : null}
          onRowsInSight={onRowsInSight}
          isFiltered={query.filter !== undefined || query.traces !== undefined}
        />
      )}
    </ListPanel>
  );
}
