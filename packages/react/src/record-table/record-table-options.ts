import type { ReactNode } from 'react';
import type { DataGridProps } from '../data-grid/data-grid.tsx';
import type { PanelProps } from '../states/panel.tsx';
import type { RowReader } from './row-extras.ts';

const GRID_OPTIONS = [
  'state',
  'defaultState',
  'onStateChange',
  'selectable',
  'selection',
  'defaultSelection',
  'onSelectionChange',
  'totalCount',
  'hasMore',
  'isLoadingMore',
  'hasFailed',
  'onLoadMore',
  'listKey',
  'toolbar',
  'actions',
  'selectionActions',
] as const;

type GridOptions = Pick<DataGridProps<never>, (typeof GRID_OPTIONS)[number]>;

interface ExtraOptions {
  /** Reads inputs, outputs and scores of the rows in sight; keep it stable. @defaultValue their columns stay empty */
  reader?: RowReader | undefined;
  /** Tells which traces changed, so that extras are read again. Keep it stable. @defaultValue nothing changes */
  subscribe?: ((listener: (traceIds: readonly string[]) => void) => () => void) | undefined;
  /** These are rows of an earlier question, until the answer to the present one is there. @defaultValue `false` */
  isStale?: boolean | undefined;
  /** What stands above the table. */
  children?: ReactNode;
}

/** What a host may say of a table of records it holds. */
export interface RecordTableOptions extends PanelProps, GridOptions, ExtraOptions {}

/** Tells the options of the table and of what it reads from the attributes of the outermost element. */
export function splitRecordOptions({ reader, subscribe, isStale, children, ...rest }: RecordTableOptions) {
  const grid: Partial<Record<string, unknown>> = {};
  const panel: Partial<Record<string, unknown>> = { ...rest };
  for (const name of GRID_OPTIONS) {
    grid[name] = rest[name];
    delete panel[name];
  }
  return { grid: grid as GridOptions, panel: panel as PanelProps, reader, subscribe, isStale, children };
}
