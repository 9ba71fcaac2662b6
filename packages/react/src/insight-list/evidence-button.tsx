'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import type { ObservationId, TraceTreeNodeId } from '@oriel/core';
import { usePresentation } from './presentation.ts';

interface EvidenceButtonProps {
  evidence: readonly ObservationId[];
  selectedId: TraceTreeNodeId;
  onSelect: (nodeId: TraceTreeNodeId) => void;
  onKeyDown?: ((event: KeyboardEvent<HTMLElement>) => void) | undefined;
  /** What it says counts the evidence already. @defaultValue `false` */
  isCounted?: boolean | undefined;
  children: ReactNode;
  'data-code': string;
  'data-tone'?: string | undefined;
}

/** Selects the first piece of evidence, and at each further press the next one, round and round. */
export function EvidenceButton({
  evidence,
  selectedId,
  onSelect,
  isCounted = false,
  children,
  ...data
}: EvidenceButtonProps) {
  const { messages, format } = usePresentation();
  const place = selectedId === null ? -1 : evidence.indexOf(selectedId);
  const next = evidence[(place + 1) % evidence.length];
  return (
    <button
      type="button"
      {...data}
      className="oriel-insight-list-item"
      aria-pressed={place !== -1}
      onClick={() => next !== undefined && onSelect(next)}
    >
      {children}
      {evidence.length > 1 && !(isCounted && place === -1) && (
        <span className="oriel-insight-list-place">
          {place === -1
            ? format.count(evidence.length)
            : messages.insightList.evidence(format.count(place + 1), format.count(evidence.length))}
        </span>
      )}
    </button>
  );
}
