'use client';

import { useState } from 'react';
import type { Comment } from '@oriel/core';
import { useMarkdown } from '../payload/use-markdown.ts';
import { usePresentation } from './presentation.ts';

interface CommentItemProps {
  comment: Comment;
  /** Only of one's own. */
  onRemove: (() => void) | undefined;
}

/** One comment: who, when, what. */
export function CommentItem({ comment, onRemove }: CommentItemProps) {
  const { messages, format } = usePresentation();
  const own = messages.comments;
  const drawMarkdown = useMarkdown(true);
  const [isAsking, setIsAsking] = useState(false);
  const { author, text, createdAt } = comment;
  const name = author.name ?? author.id;
  return (
    <li className="oriel-comments-item">
      <div className="oriel-comments-head">
        <bdi className="oriel-comments-author">{name}</bdi>
        <time
          className="oriel-quiet"
          dateTime={new Date(createdAt).toISOString()}
          title={format.exactTime(createdAt)}
        >
          {format.shortTime(createdAt)}
        </time>
        {onRemove && (
          <button
            type="button"
            className="oriel-text-button oriel-comments-remove"
            aria-label={`${isAsking ? own.reallyRemove : own.remove} ${own.by(name, format.shortTime(createdAt))}`}
            onClick={() => (isAsking ? onRemove() : setIsAsking(true))}
            onBlur={() => setIsAsking(false)}
          >
            {isAsking ? own.reallyRemove : own.remove}
          </button>
        )}
      </div>
      <div className="oriel-comments-text">{drawMarkdown ? drawMarkdown(text) : text}</div>
    </li>
  );
}
