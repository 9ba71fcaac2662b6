'use client';

import type { LossLedger, TraceTreeNodeId } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { EvidenceButton } from './evidence-button.tsx';

interface LossListProps {
  ledger: LossLedger;
  selectedId: TraceTreeNodeId;
  onSelect: (nodeId: TraceTreeNodeId) => void;
}

/** What the trace does not show, or not as it was sent. */
export function LossList({ ledger, selectedId, onSelect }: LossListProps) {
  const { messages, format } = usePresentation();
  const own = messages.insightList;
  if (ledger.losses.length === 0) return <p className="oriel-quiet">{own.nothingLost}</p>;
  return (
    <ul className="oriel-insight-list-losses">
      {ledger.losses.map(({ code, count, share, evidence }) => {
        const text = own.loss[code](share === null ? format.count(count) : format.share(share));
        return (
          <li key={code}>
            {evidence.length === 0 ? (
              <span className="oriel-insight-list-item" data-code={code}>
                <bdi>{text}</bdi>
              </span>
            ) : (
              <EvidenceButton
                data-code={code}
                evidence={evidence}
                selectedId={selectedId}
                onSelect={onSelect}
                isCounted={count === evidence.length}
              >
                <span className="oriel-insight-list-text">
                  <bdi>{text}</bdi>
                </span>
              </EvidenceButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}
