'use client';

import { useId } from 'react';
import { usePresentation } from './presentation.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { RatingButtons } from './rating-buttons.tsx';
import { useFeedback } from './use-feedback.ts';
import type { UseFeedbackOptions } from './use-feedback.ts';

export interface FeedbackViewProps extends PanelProps, UseFeedbackOptions {
  /** What is asked. @defaultValue the catalogue's question */
  question?: string | undefined;
  /** Offers to say why, once there is a rating. @defaultValue `true` */
  hasComment?: boolean | undefined;
}

/** `Feedback` that hands its score to you instead of writing it: no store. */
export function FeedbackView({
  traceId,
  observationId,
  sessionId,
  name,
  kind = 'thumbs',
  author,
  environment,
  onSend,
  now,
  question,
  hasComment = true,
  ...panel
}: FeedbackViewProps) {
  const { feedback: texts } = usePresentation().messages;
  const feedback = useFeedback({
    traceId,
    observationId,
    sessionId,
    name,
    kind,
    author,
    environment,
    onSend,
    now,
  });
  const fieldId = useId();
  const isSending = feedback.state === 'sending';

  return (
    <Panel aria-label={texts.title} {...panel} name="feedback" state="ready">
      <div className="oriel-feedback-line">
        <RatingButtons
          kind={kind}
          question={question ?? texts.question}
          value={feedback.value}
          onRate={feedback.rate}
        />
        <output className="oriel-feedback-status">
          {isSending && texts.sending}
          {feedback.state === 'sent' && texts.thanks}
        </output>
      </div>
      {feedback.state === 'failed' && (
        <p role="alert" className="oriel-feedback-failed">
          {texts.failed}{' '}
          <button type="button" className="oriel-text-button" onClick={feedback.sendComment}>
            {texts.send}
          </button>
        </p>
      )}
      {hasComment && feedback.value !== null && (
        <form
          className="oriel-feedback-comment"
          onSubmit={(event) => {
            event.preventDefault();
            feedback.sendComment();
          }}
        >
          <label className="oriel-visually-hidden" htmlFor={fieldId}>
            {texts.commentLabel}
          </label>
          <textarea
            id={fieldId}
            className="oriel-field oriel-feedback-text"
            rows={2}
            maxLength={5000}
            placeholder={texts.commentPlaceholder}
            value={feedback.comment}
            onChange={(event) => feedback.setComment(event.currentTarget.value)}
          />
          <button
            type="submit"
            className="oriel-button"
            disabled={isSending || feedback.comment.trim() === ''}
          >
            {texts.send}
          </button>
        </form>
      )}
    </Panel>
  );
}
