'use client';

import type { ReactNode } from 'react';
import { usePresentation } from '../provider/presentation-context.ts';

interface PanelMessageProps {
  kind: 'empty' | 'error';
  title: string;
  /** Why nothing is shown, and what would change that. */
  children?: ReactNode;
  /** Offers to try again. */
  onRetry?: (() => void) | undefined;
}

/** Stands where a panel has nothing to show, and says why. */
export function PanelMessage({ kind, title, children, onRetry }: PanelMessageProps) {
  const { messages } = usePresentation();
  return (
    <div className="oriel-panel-message" data-kind={kind} role={kind === 'error' ? 'alert' : 'status'}>
      <p className="oriel-panel-message-title">{title}</p>
      {children && <p className="oriel-panel-message-hint">{children}</p>}
      {onRetry && (
        <button type="button" className="oriel-button" onClick={onRetry}>
          {messages.retry}
        </button>
      )}
    </div>
  );
}
