'use client';

import { useId, useMemo, useState } from 'react';
import type { HTMLAttributes, KeyboardEvent } from 'react';
import type { SessionTurn, TraceId } from '@oriel/core';
import { useControlled } from '../state/use-controlled.ts';
import type { SessionSource } from './session-source.ts';
import { useSessionSearch } from './use-session-search.ts';

export interface UseSessionThreadOptions {
  /** What `sessionTurns` made of the session's traces. Keep the array. */
  turns: readonly SessionTurn[];
  /** Where payloads are read and searched. Keep it stable. */
  source: SessionSource;
  /** The trace of the turn that is looked at. @defaultValue kept here */
  selectedId?: TraceId | null | undefined;
  /** @defaultValue none */
  defaultSelectedId?: TraceId | null | undefined;
  /** Called when somebody goes to a turn. */
  onSelect?: ((traceId: TraceId) => void) | undefined;
  /** What is searched for. @defaultValue kept here */
  search?: string | undefined;
  /** @defaultValue nothing */
  defaultSearch?: string | undefined;
  onSearchChange?: ((search: string) => void) | undefined;
  /** Moves the focus to the turn that is looked at once it is there, for a page that was opened to look at it. @defaultValue `false` */
  focusOnLoad?: boolean | undefined;
}

/**
 * Behaviour of a conversation without its markup: the turn that is looked at, what a search found, and the keys of the
 * WAI-ARIA feed pattern, in which Page Up and Page Down go from turn to turn.
 *
 * @example
 * const thread = useSessionThread({ turns, source });
 * <div {...thread.feedProps}>
 *   {turns.map((turn) => <article key={turn.trace.id} {...thread.turnProps(turn)}>…</article>)}
 * </div>
 */
export function useSessionThread({
  turns,
  source,
  selectedId: controlledId,
  defaultSelectedId = null,
  onSelect,
  search: controlledSearch,
  defaultSearch = '',
  onSearchChange,
  focusOnLoad = false,
}: UseSessionThreadOptions) {
  const baseId = useId();
  const [selectedId, setSelectedId] = useControlled<TraceId | null>(
    controlledId,
    defaultSelectedId,
    (traceId) => traceId !== null && onSelect?.(traceId),
  );
  const [search, setSearch] = useControlled(controlledSearch, defaultSearch, onSearchChange);
  const [attempt, setAttempt] = useState(0);
  const result = useSessionSearch(source, turns, search, attempt);
  const selectedIndex = useMemo(
    () => (selectedId === null ? -1 : turns.findIndex(({ trace }) => trace.id === selectedId)),
    [turns, selectedId],
  );
  /** Goes to a turn and takes the focus along; set by whoever draws the feed. */
  const [wantedFocus, setWantedFocus] = useState(focusOnLoad ? selectedId : null);

  function select(index: number, takesFocus = false) {
    const turn = turns[Math.min(turns.length - 1, Math.max(0, index))];
    if (!turn) return;
    setSelectedId(turn.trace.id);
    if (takesFocus) setWantedFocus(turn.trace.id);
  }

  /** The next match in a direction, round and round. */
  function goToMatch(step: 1 | -1) {
    const { matches } = result;
    if (!matches || matches.length === 0) return;
    const next =
      step === 1
        ? (matches.find((index) => index > selectedIndex) ?? matches[0])
        : (matches.findLast((index) => index < selectedIndex || selectedIndex === -1) ?? matches.at(-1));
    if (next !== undefined) select(next);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const article = (event.target as Element).closest<HTMLElement>('[data-turn]');
    if (!article || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const index = Number(article.dataset['turn']);
    // In what stands inside of a turn these keys have a meaning of their own.
    const isInside = event.target !== article;
    switch (event.key) {
      case 'PageDown':
        select(index + 1, true);
        break;
      case 'PageUp':
        select(index - 1, true);
        break;
      case 'Home':
        if (isInside) return;
        select(0, true);
        break;
      case 'End':
        if (isInside) return;
        select(turns.length - 1, true);
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  const feedProps = { role: 'feed', onKeyDown } satisfies HTMLAttributes<HTMLElement>;

  /**
   * Attributes of one turn.
   *
   * @param inSight - place of a turn that is in sight: the tab stop as long as nobody has gone to one. Default: the first.
   */
  function turnProps({ index }: SessionTurn, inSight = 0) {
    const tabStop = selectedIndex === -1 ? inSight : selectedIndex;
    return {
      'data-turn': index,
      tabIndex: index === tabStop ? 0 : -1,
      'aria-posinset': index + 1,
      'aria-setsize': turns.length,
      'aria-labelledby': `${baseId}${index}`,
    } satisfies HTMLAttributes<HTMLElement> & { 'data-turn': number };
  }

  return {
    selectedId,
    selectedIndex,
    select,
    /** The turn that waits to be focused once it is mounted; `null` when none does. */
    wantedFocus,
    onFocused: () => setWantedFocus(null),
    search,
    setSearch,
    result,
    retrySearch: () => setAttempt(attempt + 1),
    goToMatch,
    feedProps,
    turnProps,
    /** Id of the heading that names a turn. */
    headingId: (index: number) => `${baseId}${index}`,
  };
}
