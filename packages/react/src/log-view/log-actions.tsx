'use client';

import type { ReactNode } from 'react';
import { CollapseAllIcon, ExpandAllIcon } from '../icons/control-icons.tsx';
import { usePresentation } from './presentation.ts';
import { FollowIcon } from './log-icons.tsx';

interface LogActionsProps {
  isFollowing: boolean;
  onFollowChange: (isFollowing: boolean) => void;
  /** Left out where there are no payloads. */
  onExpandAll: (() => void) | undefined;
  onCollapseAll: (() => void) | undefined;
  /** What can be taken out. */
  children?: ReactNode;
}

/** What follows, opens and closes the log's rows. */
export function LogActions({
  isFollowing,
  onFollowChange,
  onExpandAll,
  onCollapseAll,
  children,
}: LogActionsProps) {
  const { messages } = usePresentation();
  const own = messages.logView;
  return (
    <span className="oriel-log-view-actions">
      <button
        type="button"
        className="oriel-icon-button"
        aria-label={own.follow}
        title={own.follow}
        aria-pressed={isFollowing}
        onClick={() => onFollowChange(!isFollowing)}
      >
        <FollowIcon />
      </button>
      <button
        type="button"
        className="oriel-icon-button"
        aria-label={own.expandWindow}
        title={own.expandWindow}
        disabled={!onExpandAll}
        onClick={onExpandAll}
      >
        <ExpandAllIcon />
      </button>
      <button
        type="button"
        className="oriel-icon-button"
        aria-label={messages.collapseAll}
        title={messages.collapseAll}
        disabled={!onCollapseAll}
        onClick={onCollapseAll}
      >
        <CollapseAllIcon />
      </button>
      {children}
    </span>
  );
}
