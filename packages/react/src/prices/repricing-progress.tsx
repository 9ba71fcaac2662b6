'use client';

import { usePresentation } from './presentation.ts';

interface RepricingProgressProps {
  done: number;
  count: number;
  onCancel: () => void;
}

/** How far pricing again is, and a way to end it. */
export function RepricingProgress({ done, count, onCancel }: RepricingProgressProps) {
  const { messages, format } = usePresentation();
  const own = messages.costPanel;
  const text = own.lookedThrough(format.count(done), format.count(count));
  return (
    <div className="oriel-prices-progress">
      <progress value={count === 0 ? undefined : done} max={Math.max(1, count)} aria-label={text} />
      <span className="oriel-quiet">{text}</span>
      <button type="button" className="oriel-button" onClick={onCancel}>
        {own.cancel}
      </button>
    </div>
  );
}
