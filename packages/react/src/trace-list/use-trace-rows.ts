'use client';

import { useMemo, useState } from 'react';
import type { HTMLAttributes, KeyboardEvent, MouseEvent } from 'react';
import { traceListRows } from '@oriel/core';
import type { Trace, TraceId } from '@oriel/core';

export interface UseTraceRowsOptions {
  /** Traces in the order to show them. */
  traces: readonly Trace[];
  /** The trace that is open elsewhere. @defaultValue none */
  selectedId?: TraceId | null | undefined;
  /** Called when a row is opened by pointer or by Enter. */
  onSelect?: ((traceId: TraceId) => void) | undefined;
}

const PAGE_ROWS = 10;

/**
 * Behaviour of a list of traces without its markup: one tab stop for the whole list, arrow keys from row to row,
 * Enter to open. A link inside of a row is followed when the row is opened.
 *
 * @example
 * const list = useTraceRows({ traces, onSelect });
 * <div {...list.gridProps}>
 *   {list.rows.map((row) => <div key={row.trace.id} {...list.rowProps(row.trace.id)}>…</div>)}
 * </div>
 */
export function useTraceRows({ traces, selectedId = null, onSelect }: UseTraceRowsOptions) {
  const rows = useMemo(() => traceListRows(traces), [traces]);
  const [focusedId, setFocusedId] = useState<TraceId | null>(null);
  // The tab stop must exist: the row somebody was at, else the selected one, else the first.
  const tabStop = [focusedId, selectedId].find(
    (id) => id !== null && rows.some(({ trace }) => trace.id === id),
  );
  const tabStopId = tabStop ?? rows[0]?.trace.id ?? null;

  function open(element: HTMLElement) {
    const traceId = element.dataset['traceId'];
    if (traceId !== undefined) onSelect?.(traceId);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const row = (event.target as Element).closest<HTMLElement>('[data-trace-id]');
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      // The link's own click handling decides between the browser and the host's router.
      const link = row.querySelector('a');
      if (link) link.click();
      else open(row);
      return;
    }
    const elements = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-trace-id]')];
    const next = elements[nextPlace(event.key, elements.indexOf(row), elements.length)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  function onClick(event: MouseEvent<HTMLElement>) {
    const target = event.target as Element;
    const row = target.closest<HTMLElement>('[data-trace-id]');
    if (!row) return;
    const link = row.querySelector('a');
    if (link && !target.closest('a') && !hasSelectedText()) {
      link.click();
      return;
    }
    open(row);
  }

  const gridProps = { role: 'grid', onKeyDown, onClick } satisfies HTMLAttributes<HTMLElement>;

  function rowProps(traceId: TraceId) {
    return {
      'data-trace-id': traceId,
      tabIndex: traceId === tabStopId ? 0 : -1,
      'aria-selected': traceId === selectedId,
      onFocus: () => setFocusedId(traceId),
    } satisfies HTMLAttributes<HTMLElement> & { 'data-trace-id': string };
  }

  return { rows, gridProps, rowProps };
}

/** Where a key leads from a place in a list; -1 for keys that lead nowhere. */
function nextPlace(key: string, place: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, place + 1);
    case 'ArrowUp':
      return Math.max(0, place - 1);
    case 'PageDown':
      return Math.min(count - 1, place + PAGE_ROWS);
    case 'PageUp':
      return Math.max(0, place - PAGE_ROWS);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}

/** Somebody who drags over an id wants to copy it, not to leave. */
function hasSelectedText(): boolean {
  return getSelection()?.isCollapsed === false;
}
