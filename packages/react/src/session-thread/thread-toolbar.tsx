'use client';

import type { KeyboardEvent } from 'react';
import { NextIcon, PreviousIcon, SearchIcon } from '../icons/control-icons.tsx';
import { usePresentation } from './presentation.ts';
import { ClearIcon, FollowIcon, TurnsIcon } from './turn-icons.tsx';
import type { SessionSearch } from './use-session-search.ts';

interface ThreadToolbarProps {
  search: string;
  onSearchChange: (search: string) => void;
  result: SessionSearch;
  /** Place of the turn looked at among the matches, from 0; -1 for none of them. */
  matchPlace: number;
  onGoToMatch: (step: 1 | -1) => void;
  onRetrySearch: () => void;
  isFollowing: boolean;
  onFollowChange: (follow: boolean) => void;
  isRailShown: boolean;
  onRailToggle: () => void;
}

/** Search, and how the conversation is shown. */
export function ThreadToolbar(props: ThreadToolbarProps) {
  const { search, onSearchChange, result, onGoToMatch, isFollowing, isRailShown } = props;
  const { messages } = usePresentation();
  const own = messages.sessionThread;

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') onGoToMatch(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape' && search !== '') onSearchChange('');
    else return;
    event.preventDefault();
  }

  return (
    <div className="oriel-session-thread-toolbar">
      <button
        type="button"
        className="oriel-icon-button"
        title={own.showTurns}
        aria-label={own.showTurns}
        aria-pressed={isRailShown}
        onClick={props.onRailToggle}
      >
        <TurnsIcon />
      </button>
      <div className="oriel-session-thread-search">
        <SearchIcon />
        <input
          type="search"
          value={search}
          placeholder={own.search}
          aria-label={own.search}
          onChange={(event) => onSearchChange(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {result.matches && <SearchState {...props} matches={result.matches} />}
      </div>
      <button
        type="button"
        className="oriel-icon-button"
        title={own.follow}
        aria-label={own.follow}
        aria-pressed={isFollowing}
        onClick={() => props.onFollowChange(!isFollowing)}
      >
        <FollowIcon />
      </button>
    </div>
  );
}

function SearchState({
  matches,
  result,
  matchPlace,
  onGoToMatch,
  onRetrySearch,
  onSearchChange,
}: ThreadToolbarProps & { matches: readonly number[] }) {
  const { messages, format } = usePresentation();
  const own = messages.sessionThread;
  const isNone = matches.length === 0;
  return (
    <>
      <output className="oriel-session-thread-found">
        {isNone
          ? result.state === 'searching'
            ? own.searching
            : own.noMatch
          : own.matches(matchPlace === -1 ? '–' : format.count(matchPlace + 1), format.count(matches.length))}
      </output>
      {result.state === 'failed' && (
        <button
          type="button"
          className="oriel-text-button"
          title={`${own.searchFailed}: ${result.message ?? ''}`}
          onClick={onRetrySearch}
        >
          {messages.retry}
        </button>
      )}
      <button
        type="button"
        className="oriel-icon-button"
        aria-label={own.previousMatch}
        title={own.previousMatch}
        disabled={isNone}
        onClick={() => onGoToMatch(-1)}
      >
        <PreviousIcon />
      </button>
      <button
        type="button"
        className="oriel-icon-button"
        aria-label={own.nextMatch}
        title={own.nextMatch}
        disabled={isNone}
        onClick={() => onGoToMatch(1)}
      >
        <NextIcon />
      </button>
      <button
        type="button"
        className="oriel-icon-button"
        aria-label={own.clearSearch}
        title={own.clearSearch}
        onClick={() => onSearchChange('')}
      >
        <ClearIcon />
      </button>
    </>
  );
}
