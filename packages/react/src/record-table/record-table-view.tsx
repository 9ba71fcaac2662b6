'use client';

import { useCallback, useEffect, useMemo } from 'react';
import { recordKey } from '@oriel/core';
import type { TableRecord } from '@oriel/core';
import { DataGrid } from '../data-grid/data-grid.tsx';
import { UNCHANGED } from '../data-grid/use-data-grid.ts';
import { useControlled } from '../state/use-controlled.ts';
import { Panel } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import type { RecordColumn } from './record-column.ts';
import { splitRecordOptions } from './record-table-options.ts';
import type { RecordTableOptions } from './record-table-options.ts';
import { RowExtrasContext } from './row-extras-context.ts';
import { createRowExtras } from './row-extras.ts';

interface RecordTableViewProps<Row extends TableRecord> {
  name: string;
  label: string;
  rows: readonly Row[];
  columns: readonly RecordColumn<Row>[];
  openId: string | null;
  onOpen: (row: Row) => void;
  rowHref: ((row: Row) => string | undefined) | undefined;
  emptyTitle: string;
  emptyHint: string;
  options: RecordTableOptions;
}

const rowLevel = ({ level }: TableRecord) => level;

/** Rows of traces or observations, with what is read for the rows in sight alone. */
export function RecordTableView<Row extends TableRecord>(props: RecordTableViewProps<Row>) {
  const { name, label, rows, columns, openId, onOpen, rowHref, emptyTitle, emptyHint, options } = props;
  const { grid, panel, reader, subscribe, isStale = false, children } = splitRecordOptions(options);
  const [arranged, setArranged] = useControlled(
    grid.state,
    grid.defaultState ?? UNCHANGED,
    grid.onStateChange,
  );
  const loader = useMemo(() => (reader ? createRowExtras(reader) : null), [reader]);
  useEffect(() => {
    if (!loader) return undefined;
    const unsubscribe = subscribe?.(loader.touch);
    return () => {
      unsubscribe?.();
      loader.stop();
    };
  }, [loader, subscribe]);

  const { shown } = arranged;
  const parts = useMemo(() => {
    const isShown = ({ id, isShown: byItself = true }: RecordColumn<Row>) => shown?.[id] ?? byItself;
    return [...new Set(columns.flatMap((column) => (column.needs && isShown(column) ? [column.needs] : [])))];
  }, [columns, shown]);
  const onRowsInSight = useCallback(
    (inSight: readonly Row[]) => loader?.want(inSight, parts),
    [loader, parts],
  );

  if (rows.length === 0 && !isStale) {
    return (
      <Panel aria-label={label} {...panel} name={name} state="empty">
        {children}
        <PanelMessage kind="empty" title={emptyTitle}>
          {emptyHint}
        </PanelMessage>
      </Panel>
    );
  }
  return (
    <Panel aria-label={label} {...panel} name={name} state="ready" data-stale={isStale ? '' : undefined}>
      {children}
      <RowExtrasContext.Provider value={loader}>
        <DataGrid
          {...grid}
          label={label}
          columns={columns}
          rows={rows}
          rowId={recordKey}
          state={arranged}
          onStateChange={setArranged}
          openId={openId}
          onOpen={onOpen}
          rowHref={rowHref}
          rowLevel={rowLevel}
          onRowsInSight={loader && parts.length > 0 ? onRowsInSight : undefined}
        />
      </RowExtrasContext.Provider>
    </Panel>
  );
}
