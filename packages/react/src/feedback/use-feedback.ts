'use client';

import { useState } from 'react';
import { judgementPatch } from '@oriel/core';
import type { JudgedThing, ScorePatch } from '@oriel/core';

/** Thumbs are a BOOLEAN score, stars a NUMERIC one of 1 to 5. */
export type FeedbackKind = 'thumbs' | 'stars';

export const MOST_STARS = 5;

export interface UseFeedbackOptions extends JudgedThing {
  /** Name of the score. @defaultValue `user-feedback` */
  name?: string | undefined;
  /** @defaultValue `thumbs` */
  kind?: FeedbackKind | undefined;
  /** Whoever gives it: they can change their mind later. @defaultValue somebody */
  author?: string | undefined;
  /** Environment of the score. @defaultValue the store's default */
  environment?: string | undefined;
  /** Takes the score to where it is kept. A rejection is shown, and can be tried again. */
  onSend: (patch: ScorePatch) => Promise<void>;
  /** Milliseconds since the epoch. @defaultValue `Date.now` */
  now?: (() => number) | undefined;
}

export type FeedbackState = 'open' | 'sending' | 'sent' | 'failed';

/**
 * Behaviour of a feedback widget without its markup. A rating is sent as soon as it is given, a comment with the
 * rating when it is sent: both are one score.
 *
 * @example
 * const feedback = useFeedback({ traceId, onSend: (patch) => post('/feedback', patch) });
 * <button onClick={() => feedback.rate(1)} aria-pressed={feedback.value === 1}>👍</button>
 */
export function useFeedback({
  name = 'user-feedback',
  kind = 'thumbs',
  author,
  environment,
  onSend,
  now = Date.now,
  ...thing
}: UseFeedbackOptions) {
  const [value, setValue] = useState<number | null>(null);
  const [comment, setComment] = useState('');
  const [state, setState] = useState<FeedbackState>('open');
  const [error, setError] = useState<unknown>(null);

  async function send(rating: number, text: string) {
    setState('sending');
    const patch = judgementPatch(
      {
        ...thing,
        name,
        value: rating,
        dataType: kind === 'thumbs' ? 'BOOLEAN' : 'NUMERIC',
        source: 'API',
        comment: text.trim() === '' ? null : text.trim(),
        author,
        environment,
      },
      now(),
    );
    try {
      await onSend(patch);
      setState('sent');
    } catch (reason) {
      setError(reason);
      setState('failed');
    }
  }

  return {
    /** 0 or 1 for thumbs, 1 to 5 for stars; `null` before it is given. */
    value,
    comment,
    state,
    /** Why sending failed; `null` unless `state` is `failed`. */
    error: state === 'failed' ? error : null,
    setComment,
    /** Gives or changes the rating. */
    rate: (rating: number) => {
      setValue(rating);
      void send(rating, comment);
    },
    /** Sends the comment, with the rating given before; nothing without one. */
    sendComment: () => {
      if (value !== null) void send(value, comment);
    },
  };
}
