'use client';

import { useMemo } from 'react';
import type { Trace, TraceId } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import type { RecordTableOptions } from '../record-table/record-table-options.ts';
import { RecordTableView } from '../record-table/record-table-view.tsx';
import { traceColumns } from './trace-columns.tsx';

export interface TraceTableViewProps extends RecordTableOptions {
  /** Traces in the order to show them; the same objects where nothing changed. */
  traces: readonly Trace[];
  /** Names of scores, each of which gets a column. @defaultValue none */
  scoreNames?: readonly string[] | undefined;
  /** The trace that is open elsewhere. @defaultValue none */
  selectedId?: TraceId | null | undefined;
  /** Called when a row is opened by a click or by Enter. */
  onSelect?: ((traceId: TraceId) => void) | undefined;
  /** Address of a trace's page. @defaultValue the provider's `navigation.traceHref` */
  traceHref?: ((traceId: TraceId) => string) | undefined;
  /** Only some traces were asked for, so an empty table says to widen the filter. @defaultValue `false` */
  isFiltered?: boolean | undefined;
}

const NO_NAMES: readonly string[] = [];

/** `TraceTable` for traces you already hold: no store, no loading state. */
export function TraceTableView({
  traces,
  scoreNames = NO_NAMES,
  selectedId = null,
  onSelect,
  traceHref,
  isFiltered = false,
  ...options
}: TraceTableViewProps) {
  const { messages, navigation } = usePresentation();
  const columns = useMemo(
    () => traceColumns({ messages, navigation, scoreNames }),
    [messages, navigation, scoreNames],
  );
  const hrefOf = traceHref ?? navigation.traceHref;
  return (
    <RecordTableView
      name="trace-table"
      label={messages.recordTable.traces}
      rows={traces}
      columns={columns}
      openId={selectedId}
      onOpen={({ id }) => onSelect?.(id)}
      rowHref={hrefOf && (({ id }) => hrefOf(id))}
      emptyTitle={isFiltered ? messages.noMatches : messages.noTraces}
      emptyHint={isFiltered ? messages.noMatchesHint : messages.noTracesHint}
      options={options}
    />
  );
}
