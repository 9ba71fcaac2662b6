import type { OnTimeRange } from './pulse-strip.tsx';
import type { OpenFile } from './save-parts.ts';
import type { RecordListOptions } from './use-record-list.ts';

/** What a table that loads itself knows better than its host. */
export type LoadedOption =
  | 'scoreNames'
  | 'isFiltered'
  | 'totalCount'
  | 'hasMore'
  | 'isLoadingMore'
  | 'hasFailed'
  | 'onLoadMore'
  | 'listKey'
  | 'reader'
  | 'subscribe'
  | 'isStale';

/** What such a table takes beside the options of its view. */
export interface LoadedTableOptions extends RecordListOptions {
  /** Name of exported files, without its ending. @defaultValue `traces`, `observations` */
  fileName?: string | undefined;
  /** Opens the files of exports. @defaultValue a file where the reader says; where browsers cannot, a download */
  openFile?: OpenFile | undefined;
  /** Whether activity over time stands above the table. @defaultValue `true` */
  hasPulse?: boolean | undefined;
  /** Called with a stretch of time picked there. @defaultValue narrows the nearest `FilterProvider` */
  onTimeRange?: OnTimeRange | undefined;
}
