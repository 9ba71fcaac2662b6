'use client';

import type { CommentAuthor, CommentedThing } from '@oriel/core';
import { isRetryable } from '../queries/read-policy.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { CommentsView } from './comments-view.tsx';
import { usePresentation } from './presentation.ts';
import { useComments } from './use-comments.ts';

export interface CommentsProps extends PanelProps, CommentedThing {
  /** Who writes, as your product knows them. @defaultValue nobody: comments are only read */
  author?: CommentAuthor | null | undefined;
}

/**
 * What people said about a trace or an observation, and a form to add to it. Comments are kept as documents of the
 * provider's store.
 *
 * @example
 * <Comments traceId="order-4711" author={{ id: user.id, name: user.name }} />
 */
export function Comments({ traceId, observationId = null, author = null, ...panel }: CommentsProps) {
  const { comments: own } = usePresentation().messages;
  const thread = useComments({ traceId, observationId }, author);
  const { found } = thread;

  if (thread.comments) {
    return (
      <CommentsView
        {...panel}
        // What is being written is about this thing.
        key={JSON.stringify([traceId, observationId])}
        comments={thread.comments}
        author={author}
        onAdd={thread.add}
        onRemove={thread.remove}
      />
    );
  }
  if (found.error) {
    return (
      <Panel aria-label={own.title} {...panel} name="comments" state="error">
        <PanelMessage
          kind="error"
          title={own.failed}
          onRetry={isRetryable(found.error) ? () => void found.refetch() : undefined}
        >
          {found.error.message}
        </PanelMessage>
      </Panel>
    );
  }
  return (
    <Panel aria-label={own.title} {...panel} name="comments" state="loading">
      <SkeletonLines count={4} className="oriel-comments-skeleton" label={own.loading} />
    </Panel>
  );
}
