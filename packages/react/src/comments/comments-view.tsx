'use client';

import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { MAX_COMMENT_LENGTH } from '@oriel/core';
import type { Comment, CommentAuthor } from '@oriel/core';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { CommentItem } from './comment-item.tsx';
import { usePresentation } from './presentation.ts';

export interface CommentsViewProps extends PanelProps {
  /** As they were made. */
  comments: readonly Comment[];
  /** Who reads and writes: their own comments can be deleted. @defaultValue nobody in particular */
  author?: CommentAuthor | null | undefined;
  /** Adds a comment; a promise that fails keeps the text for another try. @defaultValue there is no form */
  onAdd?: ((text: string) => Promise<unknown>) | undefined;
  /** Deletes a comment. @defaultValue none can be deleted */
  onRemove?: ((commentId: string) => Promise<unknown>) | undefined;
}

type Sending = 'idle' | 'sending' | 'not-sent' | 'not-removed';

/** `Comments` for comments you already hold: no store, no loading state. */
export function CommentsView({ comments, author = null, onAdd, onRemove, ...panel }: CommentsViewProps) {
  const { messages, format } = usePresentation();
  const own = messages.comments;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [sending, setSending] = useState<Sending>('idle');
  const isTooLong = text.length > MAX_COMMENT_LENGTH;
  const canSend = text.trim() !== '' && !isTooLong && sending !== 'sending';

  function send() {
    if (!onAdd || !canSend) return;
    setSending('sending');
    onAdd(text.trim()).then(
      () => {
        setText('');
        setSending('idle');
        return undefined;
      },
      () => setSending('not-sent'),
    );
  }

  function remove(commentId: string) {
    setSending('idle');
    // What had the focus goes away with the comment.
    field.current?.focus();
    onRemove?.(commentId).catch(() => setSending('not-removed'));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  }

  return (
    <Panel
      aria-label={own.title}
      {...panel}
      name="comments"
      state={comments.length === 0 ? 'empty' : 'ready'}
    >
      {comments.length === 0 ? (
        <PanelMessage kind="empty" title={own.none}>
          {own.noneHint}
        </PanelMessage>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys have to reach it
        <ul className="oriel-comments-list" tabIndex={0} aria-label={own.title}>
          {comments.map((comment) => (
            <CommentItem
              key={comment.id}
              comment={comment}
              onRemove={onRemove && author?.id === comment.author.id ? () => remove(comment.id) : undefined}
            />
          ))}
        </ul>
      )}
      {onAdd && (
        <form
          className="oriel-comments-form"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <textarea
            ref={field}
            className="oriel-field oriel-comments-field"
            dir="auto"
            rows={3}
            aria-label={own.write}
            placeholder={own.write}
            aria-describedby={`${id}-hint`}
            aria-invalid={isTooLong}
            aria-keyshortcuts="Control+Enter"
            value={text}
            onChange={({ target }) => setText(target.value)}
            onKeyDown={onKeyDown}
          />
          <div className="oriel-comments-end">
            <button type="submit" className="oriel-button" disabled={!canSend}>
              {own.send}
            </button>
            <span id={`${id}-hint`} className="oriel-quiet">
              {isTooLong ? own.tooLong(format.count(MAX_COMMENT_LENGTH)) : own.hint}
            </span>
            <output className="oriel-quiet">{sending === 'sending' && own.sending}</output>
          </div>
        </form>
      )}
      {(sending === 'not-sent' || sending === 'not-removed') && (
        <p role="alert" className="oriel-comments-problem">
          {sending === 'not-sent' ? own.notSent : own.notRemoved}
        </p>
      )}
    </Panel>
  );
}
