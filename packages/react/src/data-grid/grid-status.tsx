'use client';

import { usePresentation } from './presentation.ts';

interface GridStatusProps {
  /** Places of the rows in sight, from 0. */
  first: number;
  last: number;
  loadedCount: number;
  /** Rows that match, loaded or not; `null` while nobody knows. */
  totalCount: number | null;
  newCount: number;
  hasMore: boolean;
  isLoadingMore: boolean;
  hasFailed: boolean;
  onRelease: () => void;
  onLoadMore: (() => void) | undefined;
}

/** Where in the list the reader is, and what waits for them. */
export function GridStatus({
  first,
  last,
  loadedCount,
  totalCount,
  newCount,
  hasMore,
  isLoadingMore,
  hasFailed,
  onRelease,
  onLoadMore,
}: GridStatusProps) {
  const { messages, format } = usePresentation();
  const texts = messages.dataGrid;
  const whole = totalCount ?? (hasMore ? null : loadedCount);
  return (
    <div className="oriel-data-grid-status">
      {newCount > 0 && (
        <button type="button" className="oriel-text-button oriel-data-grid-new" onClick={onRelease}>
          {texts.newRows(newCount, format.count(newCount))}
        </button>
      )}
      {hasFailed ? (
        <span role="alert" className="oriel-data-grid-failed">
          {texts.moreFailed}
          {onLoadMore && (
            <button type="button" className="oriel-text-button" onClick={onLoadMore}>
              {messages.retry}
            </button>
          )}
        </span>
      ) : (
        isLoadingMore && <span className="oriel-quiet">{messages.loadingMore}</span>
      )}
      {last >= 0 && (
        <bdi className="oriel-data-grid-position">
          {texts.position(
            format.count(first + 1),
            format.count(last + 1),
            whole === null ? null : format.count(Math.max(whole, last + 1)),
          )}
        </bdi>
      )}
    </div>
  );
}
