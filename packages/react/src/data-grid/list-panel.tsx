'use client';

import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { InfiniteData } from '@tanstack/react-query';
import type { Page } from '@oriel/core';
import { isRetryable } from '../queries/read-policy.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { SkeletonLines } from '../states/skeleton-lines.tsx';

/** What a list hook answers, as far as a table needs it. */
export interface LoadedList<Row> {
  readonly data: InfiniteData<Page<Row>> | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly fetchNextPage: () => unknown;
}

/** The props of a grid that a list gives. */
export interface ListRows<Row> {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly hasFailed: boolean;
  readonly onLoadMore: () => void;
}

interface ListPanelProps<Row> {
  /** Folder name of the panel. */
  name: string;
  /** Attributes of the panel's outermost element, with its label. */
  panel: PanelProps;
  list: LoadedList<Row>;
  /** Keep the function stable. */
  rowId: (row: Row) => string;
  /** Said while it loads. */
  loading: string;
  /** Said when it cannot be read. */
  failed: string;
  children: (rows: ListRows<Row>) => ReactNode;
}

/** Loads a list for a table and speaks for it as long as there is none to show; an empty one is the table's to explain. */
export function ListPanel<Row>({ name, panel, list, rowId, loading, failed, children }: ListPanelProps<Row>) {
  const rows = useListRows(list, rowId);
  if (rows) return children(rows);
  if (list.error) {
    return (
      <Panel {...panel} name={name} state="error">
        <PanelMessage
          kind="error"
          title={failed}
          onRetry={isRetryable(list.error) ? () => void list.refetch() : undefined}
        >
          {list.error.message}
        </PanelMessage>
      </Panel>
    );
  }
  return (
    <Panel {...panel} name={name} state="loading">
      <SkeletonLines count={14} className="oriel-data-grid-skeleton" label={loading} />
    </Panel>
  );
}

/** The rows of a list, each once: one that moved from one page to another while they were read stands where it came first. */
function useListRows<Row>(list: LoadedList<Row>, rowId: (row: Row) => string): ListRows<Row> | null {
  const { data } = list;
  const rows = useMemo(() => {
    const byId = new Map<string, Row>();
    for (const { items } of data?.pages ?? []) {
      for (const row of items) if (!byId.has(rowId(row))) byId.set(rowId(row), row);
    }
    return [...byId.values()];
  }, [data, rowId]);
  if (!data) return null;
  return {
    rows,
    hasMore: list.hasNextPage,
    isLoadingMore: list.isFetchingNextPage,
    hasFailed: list.isFetchNextPageError,
    onLoadMore: () => void list.fetchNextPage(),
  };
}
