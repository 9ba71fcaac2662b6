'use client';

import { useMemo } from 'react';
import type { Observation, ObservationId, TraceId } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import type { RecordTableOptions } from '../record-table/record-table-options.ts';
import { RecordTableView } from '../record-table/record-table-view.tsx';
import { observationColumns } from './observation-columns.tsx';

/** Which observation: its id is unique in its trace only. */
export interface ObservationKey {
  readonly traceId: TraceId;
  readonly id: ObservationId;
}

export interface ObservationTableViewProps extends RecordTableOptions {
  /** Observations in the order to show them; the same objects where nothing changed. */
  observations: readonly Observation[];
  /** Names of scores, each of which gets a column. @defaultValue none */
  scoreNames?: readonly string[] | undefined;
  /** The observation that is open elsewhere. @defaultValue none */
  selected?: ObservationKey | null | undefined;
  /** Called when a row is opened by a click or by Enter. */
  onSelect?: ((traceId: TraceId, observationId: ObservationId) => void) | undefined;
  /** Address of an observation's page. @defaultValue the provider's `navigation.observationHref`, else that of its trace */
  observationHref?: ((traceId: TraceId, observationId: ObservationId) => string) | undefined;
  /** Only some were asked for, so an empty table says to widen the filter. @defaultValue `false` */
  isFiltered?: boolean | undefined;
}

const NO_NAMES: readonly string[] = [];

/** `ObservationTable` for observations you already hold: no store, no loading state. */
export function ObservationTableView({
  observations,
  scoreNames = NO_NAMES,
  selected = null,
  onSelect,
  observationHref,
  isFiltered = false,
  ...options
}: ObservationTableViewProps) {
  const { messages, navigation } = usePresentation();
  const texts = messages.recordTable;
  const columns = useMemo(
    () => observationColumns({ messages, navigation, scoreNames }),
    [messages, navigation, scoreNames],
  );
  const own = observationHref ?? navigation.observationHref;
  const hrefOf = ({ traceId, id }: Observation) => own?.(traceId, id) ?? navigation.traceHref?.(traceId);
  return (
    <RecordTableView
      name="observation-table"
      label={texts.observations}
      rows={observations}
      columns={columns}
      openId={selected && JSON.stringify([selected.traceId, selected.id])}
      onOpen={({ traceId, id }) => onSelect?.(traceId, id)}
      rowHref={hrefOf}
      emptyTitle={isFiltered ? texts.noMatch : texts.noObservations}
      emptyHint={isFiltered ? messages.noMatchesHint : texts.noObservationsHint}
      options={options}
    />
  );
}
