'use client';

import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Insight, InsightCode, TraceTreeNodeId } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { EvidenceButton } from './evidence-button.tsx';
import { InsightIcon } from './insight-icon.tsx';
import { insightSentence } from './insight-sentence.ts';

interface SuspectListProps {
  insights: readonly Insight[];
  selectedId: TraceTreeNodeId;
  onSelect: (nodeId: TraceTreeNodeId) => void;
}

const FIRST = 8;
const MORE = 20;

/** The most suspicious findings, each a button that leads to where it shows. */
export function SuspectList({ insights, selectedId, onSelect }: SuspectListProps) {
  const presentation = usePresentation();
  const { messages } = presentation;
  const [limit, setLimit] = useState(FIRST);
  return (
    <>
      <ol className="oriel-insight-list-suspects">
        {insights.slice(0, limit).map((insight, place) => {
          const { finding, evidence } = insight;
          const message = finding.code === 'error-origin' ? finding.message : null;
          return (
            <li key={place}>
              <EvidenceButton
                data-code={finding.code}
                data-tone={toneOf(insight)}
                evidence={evidence}
                selectedId={selectedId}
                onSelect={onSelect}
                onKeyDown={moveFocus}
              >
                <InsightIcon code={finding.code} />
                <span className="oriel-insight-list-text">
                  <span>
                    <bdi>{insightSentence(finding, presentation)}</bdi>
                  </span>
                  {message !== null && message !== '' && (
                    <code className="oriel-insight-list-message" dir="auto">
                      {message}
                    </code>
                  )}
                </span>
              </EvidenceButton>
            </li>
          );
        })}
      </ol>
      {insights.length > limit && (
        <button
          type="button"
          className="oriel-text-button"
          data-rest=""
          onClick={() => setLimit(limit + MORE)}
        >
          {messages.showMore}
        </button>
      )}
    </>
  );
}

const WARNINGS: ReadonlySet<InsightCode> = new Set(['retries', 'loop', 'repeated-call']);

function toneOf({ finding }: Insight): 'error' | 'warning' | 'plain' {
  if (finding.code === 'error-origin') return finding.isRecovered ? 'warning' : 'error';
  return WARNINGS.has(finding.code) ? 'warning' : 'plain';
}

/** Up and down go from one suspect to the next, besides Tab. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...(event.currentTarget.closest('ol')?.querySelectorAll('button') ?? [])];
  const place = buttons.findIndex((button) => button === event.currentTarget);
  const targets: Record<string, number> = {
    ArrowDown: place + 1,
    ArrowUp: place - 1,
    Home: 0,
    End: buttons.length - 1,
  };
  const target = targets[event.key];
  if (place === -1 || target === undefined) return;
  buttons[Math.min(buttons.length - 1, Math.max(0, target))]?.focus();
  event.preventDefault();
}
