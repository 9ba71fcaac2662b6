'use client';

import { useEffect } from 'react';
import type { Order, TraceId } from '@oriel/core';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { useNeighbours } from './use-neighbours.ts';

interface ItemStepsProps {
  traceId: TraceId;
  /** Of the list. @defaultValue newest first */
  order?: Order | undefined;
  onStep: (traceId: TraceId) => void;
}

/** To the previous and the next trace of the list the reader came from: two buttons, and the keys k and j. */
export function ItemSteps({ traceId, order, onStep }: ItemStepsProps) {
  const { messages, frame } = useDashboard();
  const { previous, next } = useNeighbours(traceId, order);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const to = event.key === 'k' ? previous : event.key === 'j' ? next : null;
      if (to === null || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      onStep(to);
    };
    frame?.addEventListener('keydown', onKeyDown);
    return () => frame?.removeEventListener('keydown', onKeyDown);
  }, [frame, previous, next, onStep]);

  return (
    <span className="oriel-steps">
      <button
        type="button"
        className="oriel-button"
        disabled={previous === null}
        aria-keyshortcuts="k"
        onClick={() => previous !== null && onStep(previous)}
      >
        {messages.item.previous}
      </button>
      <button
        type="button"
        className="oriel-button"
        disabled={next === null}
        aria-keyshortcuts="j"
        onClick={() => next !== null && onStep(next)}
      >
        {messages.item.next}
      </button>
    </span>
  );
}

/** Letters are letters in a field, and in a tree they find a row by its name. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      'input, textarea, select, [contenteditable], [role="tree"], [role="treegrid"], [role="listbox"]',
    ) !== null
  );
}
