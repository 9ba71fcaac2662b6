'use client';

import type { ReactNode } from 'react';
import type { JsonObject } from '@oriel/core';
import type { NodePayload } from '../hooks/payload-query.ts';
import { PayloadSection } from '../payload/payload-section.tsx';
import { usePresentation } from '../provider/presentation-context.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { ObservationFacts, TraceFacts } from './observation-facts.tsx';
import { ObservationHeader } from './observation-header.tsx';
import { ScoreList } from './score-list.tsx';
import { UsageOrigin } from './usage-origin.tsx';
import { UsageTable } from './usage-table.tsx';
import { useObservationDetail } from './use-observation-detail.ts';
import type { UseObservationDetailOptions } from './use-observation-detail.ts';

export interface ObservationDetailViewProps extends PanelProps, UseObservationDetailOptions {
  /** What went in and out; `null` when nothing was captured, `undefined` while it loads. */
  payload: NodePayload | null | undefined;
  /** Why the payload could not be loaded. */
  payloadError?: string | undefined;
  /** Offers to load the payload again. */
  onRetryPayload?: (() => void) | undefined;
}

/** `ObservationDetail` for data you already hold: no store, no loading of its own. */
export function ObservationDetailView({
  structure,
  observationId,
  payload,
  payloadError,
  onRetryPayload,
  ...panel
}: ObservationDetailViewProps) {
  const { messages } = usePresentation();
  const node = useObservationDetail({ structure, observationId });

  if (!node) {
    return (
      <Panel aria-label={messages.observationDetail} {...panel} name="observation-detail" state="empty">
        <PanelMessage kind="empty" title={messages.unknownObservation}>
          {messages.unknownObservationHint(observationId ?? '')}
        </PanelMessage>
      </Panel>
    );
  }

  const { trace, observation, scores, usage, cost, breakdown, isUnpriced } = node;
  const provenance = payload && 'provenance' in payload ? payload.provenance : null;
  const hasUsage = breakdown.length > 0 || Boolean(provenance?.rawUsage);
  const label = observation ? messages.observationDetail : messages.traceDetail;
  return (
    <Panel aria-label={label} {...panel} name="observation-detail" state="ready">
      <ObservationHeader node={node} />
      <div className="oriel-detail-body">
        <div className="oriel-detail-main">
          {payload === undefined ? (
            <PayloadPending error={payloadError} onRetry={onRetryPayload} />
          ) : (
            // A new node begins with everything folded as it is by default.
            <Payload key={observationId} payload={payload} />
          )}
        </div>
        <div className="oriel-detail-aside">
          {scores.length > 0 && (
            <Section title={messages.scores}>
              <ScoreList scores={scores} />
            </Section>
          )}
          {hasUsage && (
            <Section title={messages.usage}>
              {breakdown.length > 0 && (
                <UsageTable rows={breakdown} totalTokens={usage.total} totalCost={cost} />
              )}
              {provenance && <UsageOrigin provenance={provenance} isUnpriced={isUnpriced} />}
            </Section>
          )}
          <Section title={messages.details}>
            {observation ? (
              <ObservationFacts observation={observation} convention={provenance?.convention ?? null} />
            ) : (
              <TraceFacts trace={trace} />
            )}
          </Section>
        </div>
      </div>
    </Panel>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="oriel-detail-section">
      <h3 className="oriel-section-title">{title}</h3>
      {children}
    </div>
  );
}

function Payload({ payload }: { payload: NodePayload | null }) {
  const { messages } = usePresentation();
  const { modelParameters = {}, tools = [] } = payload && 'tools' in payload ? payload : {};
  return (
    <>
      <PayloadSection title={messages.input} value={payload?.input ?? null} />
      <PayloadSection title={messages.output} value={payload?.output ?? null} />
      {tools.length > 0 && (
        <PayloadSection title={messages.tools} value={tools.map((tool) => ({ ...tool }))} />
      )}
      {hasMembers(modelParameters) && (
        <PayloadSection title={messages.modelParameters} value={modelParameters} />
      )}
      {payload && hasMembers(payload.metadata) && (
        <PayloadSection title={messages.metadata} value={payload.metadata} />
      )}
    </>
  );
}

function hasMembers(object: JsonObject): boolean {
  return Object.keys(object).length > 0;
}

interface PayloadPendingProps {
  error: string | undefined;
  onRetry: (() => void) | undefined;
}

function PayloadPending({ error, onRetry }: PayloadPendingProps) {
  const { messages } = usePresentation();
  if (error === undefined) {
    return <SkeletonLines count={6} className="oriel-detail-skeleton-line" label={messages.loadingPayload} />;
  }
  return (
    <PanelMessage kind="error" title={messages.payloadFailed} onRetry={onRetry}>
      {error}
    </PanelMessage>
  );
}
