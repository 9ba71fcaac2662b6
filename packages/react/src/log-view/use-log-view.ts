'use client';

import { useDeferredValue, useId, useMemo, useState } from 'react';
import type { HTMLAttributes, KeyboardEvent, MouseEvent } from 'react';
import { logRows } from '@oriel/core';
import type { LogFilter, Observation, ObservationId } from '@oriel/core';
import { useControlled } from '../state/use-controlled.ts';
import { useSelection } from '../trace-focus/use-selection.ts';
import type { SelectionOptions } from '../trace-focus/use-selection.ts';
import { logRowProps } from './log-row-props.ts';
import type { ReadPayloads } from './payload-loader.ts';
import { searchReadPayloads } from './search-read-payloads.ts';
import { usePayloadSearch } from './use-payload-search.ts';
import type { SearchLogPayloads } from './use-payload-search.ts';

export interface UseLogViewOptions extends SelectionOptions {
  /** Observations of one trace, in any order. */
  observations: readonly Observation[];
  /** Reads payloads of rows that are looked at. Keep it stable. @defaultValue the log shows no payloads */
  readPayloads?: ReadPayloads | undefined;
  /** Searches in payloads. Keep it stable. @defaultValue reads all of them, batch by batch */
  searchPayloads?: SearchLogPayloads | undefined;
  /** What is shown. @defaultValue kept by the log */
  filter?: LogFilter | undefined;
  /** First filter when the log keeps it. @defaultValue everything */
  defaultFilter?: LogFilter | undefined;
  /** Called when somebody searches or filters. */
  onFilterChange?: ((filter: LogFilter) => void) | undefined;
  /** Observations whose payloads are open. @defaultValue kept by the log */
  expandedIds?: ReadonlySet<ObservationId> | undefined;
  /** First open ones when the log keeps them. @defaultValue none */
  defaultExpandedIds?: ReadonlySet<ObservationId> | undefined;
  /** Called when payloads are opened or closed. */
  onExpandedIdsChange?: ((observationIds: ReadonlySet<ObservationId>) => void) | undefined;
  /** How many rows Page Up and Page Down move by. @defaultValue 10 */
  pageRows?: (() => number) | undefined;
}

/** A log that shows everything. */
export const EVERYTHING: LogFilter = { text: '', levels: [], types: [] };
const NOTHING: ReadonlySet<ObservationId> = new Set();

/**
 * Behaviour of a log without its markup: which observations are shown, what of a search was found, which row is
 * selected and which are open. The log is one tab stop that names its active row.
 *
 * @example
 * const log = useLogView({ observations, readPayloads });
 * <div {...log.gridProps}>
 *   {Array.from(log.rows, (_, index) => <div key={index} {...log.rowProps(index)}>…</div>)}
 * </div>
 */
export function useLogView({
  observations,
  readPayloads,
  searchPayloads,
  filter: controlledFilter,
  defaultFilter = EVERYTHING,
  onFilterChange,
  expandedIds: controlledExpandedIds,
  defaultExpandedIds = NOTHING,
  onExpandedIdsChange,
  pageRows,
  ...selection
}: UseLogViewOptions) {
  const baseId = useId();
  const [selectedId, select] = useSelection(selection);
  const [filter, setFilter] = useControlled(controlledFilter, defaultFilter, onFilterChange);
  const [expandedIds, setExpandedIds] = useControlled(
    controlledExpandedIds,
    defaultExpandedIds,
    onExpandedIdsChange,
  );

  const [attempt, setAttempt] = useState(0);
  const searchInPayloads = useMemo(() => {
    if (searchPayloads || !readPayloads) return searchPayloads;
    return searchReadPayloads(
      readPayloads,
      observations.map(({ id }) => id),
    );
  }, [searchPayloads, readPayloads, observations]);
  const search = usePayloadSearch(searchInPayloads, filter.text, attempt);

  // Typing stays quick: the rows follow when there is time.
  const shownFilter = useDeferredValue(filter);
  const rows = useMemo(
    () => logRows(observations, shownFilter, search.found),
    [observations, shownFilter, search.found],
  );
  const activeIndex = useMemo(
    () => (selectedId === null ? -1 : rows.findIndex((row) => observations[row]?.id === selectedId)),
    [rows, observations, selectedId],
  );
  const observationAt = (index: number) => observations[rows[index] ?? -1];

  function selectIndex(index: number) {
    const observation = observationAt(Math.min(rows.length - 1, Math.max(0, index)));
    if (observation) select(observation.id);
  }

  function setExpanded(index: number, open: boolean) {
    const id = observationAt(index)?.id;
    if (id === undefined || expandedIds.has(id) === open) return;
    const next = new Set(expandedIds);
    if (open) next.add(id);
    else next.delete(id);
    setExpandedIds(next);
  }

  function isExpanded(index: number): boolean {
    const id = observationAt(index)?.id;
    return id !== undefined && expandedIds.has(id);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const page = pageRows?.() ?? 10;
    switch (event.key) {
      case 'ArrowDown':
        selectIndex(activeIndex + 1);
        break;
      case 'ArrowUp':
        selectIndex(activeIndex - 1);
        break;
      case 'PageDown':
        selectIndex(activeIndex + page);
        break;
      case 'PageUp':
        selectIndex(activeIndex - page);
        break;
      case 'Home':
        selectIndex(0);
        break;
      case 'End':
        selectIndex(rows.length - 1);
        break;
      case 'ArrowRight':
      case 'ArrowLeft':
        setExpanded(activeIndex, (event.key === 'ArrowRight') !== isRightToLeft);
        break;
      case 'Enter':
      case ' ':
        if (activeIndex === -1) selectIndex(0);
        else setExpanded(activeIndex, !isExpanded(activeIndex));
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  function onClick(event: MouseEvent<HTMLElement>) {
    const target = event.target as Element;
    const head = target.closest<HTMLElement>('[data-index]');
    // Inside an open payload people select text and press buttons.
    if (!head || target.closest('a, button, [data-payload]')) return;
    const index = Number(head.dataset['index']);
    selectIndex(index);
    if (target.closest('[data-toggle]')) setExpanded(index, !isExpanded(index));
  }

  const rowId = (index: number) => `${baseId}${index}`;

  const gridProps = {
    role: 'treegrid',
    tabIndex: 0,
    'aria-rowcount': rows.length,
    'aria-activedescendant': activeIndex === -1 ? undefined : rowId(activeIndex),
    onKeyDown,
    onClick,
  } satisfies HTMLAttributes<HTMLElement>;

  /** Attributes of one row; `data-toggle` on an element inside makes it open and close the row. */
  function rowProps(index: number) {
    return logRowProps(index, {
      domId: rowId(index),
      isSelected: index === activeIndex,
      isExpanded: readPayloads ? isExpanded(index) : undefined,
    });
  }

  return {
    filter,
    setFilter,
    /** Indexes into `observations`, from top to bottom. */
    rows,
    observationAt,
    /** How far the search in payloads has got. */
    search,
    retrySearch: () => setAttempt(attempt + 1),
    selectedId,
    /** Place in `rows` of the selected observation; -1 when it is not among them. Keep it in the DOM. */
    activeIndex,
    expandedIds,
    setExpandedIds,
    isExpanded,
    gridProps,
    rowProps,
    rowId,
  };
}
