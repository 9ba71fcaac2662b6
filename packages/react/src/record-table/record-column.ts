import type { TableRecord } from '@oriel/core';
import type { DataGridColumn } from '../data-grid/data-grid-column.ts';
import type { ExtraPart } from './row-extras.ts';

/** A column of a table of traces or observations. */
export interface RecordColumn<Row extends TableRecord> extends DataGridColumn<Row> {
  /** What has to be read for it beyond the rows. Default: nothing. */
  readonly needs?: ExtraPart | undefined;
}
