'use client';

import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { Score } from '@oriel/core';
import type { OutputPreviews } from './output-previews.ts';
import { usePresentation } from './presentation.ts';

/** `null` where outputs cannot be read. */
export const OutputPreviewsContext = createContext<OutputPreviews | null>(null);

/** The beginning of what a score judges, read while the cell is there. */
export function OutputCell({ score }: { score: Score }) {
  const { messages } = usePresentation();
  const previews = useContext(OutputPreviewsContext);
  const get = () => previews?.get(score);
  const preview = useSyncExternalStore(previews?.subscribe ?? subscribeToNothing, get, get);
  useEffect(() => previews?.want(score), [previews, score]);
  if (!preview) return null;
  if (preview.hasFailed) {
    return (
      <span className="oriel-record-failed" title={messages.payloadFailed}>
        {messages.scoreTable.notLoaded}
      </span>
    );
  }
  return preview.text === null ? null : <span className="oriel-record-preview">{preview.text}</span>;
}

const subscribeToNothing = () => () => {};
