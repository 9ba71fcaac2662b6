'use client';

import type { ReactNode } from 'react';
import type { JsonObject } from '@oriel/core';
import type { NodePayload } from '../queries/payload-query.ts';
import { TextBlock } from '../payload/text-block.tsx';
import { ToolDefinitions } from '../payload/tool-definitions.tsx';
import { PayloadSection } from '../payload/payload-section.tsx';
import { usePresentation } from './presentation.ts';
import type { DetailOptions, DetailSection } from './detail-slots.ts';
import { MetadataTable } from './metadata-table.tsx';
import { ObservationFacts, TraceFacts } from './observation-facts.tsx';
import { PayloadPending } from './payload-pending.tsx';
import { ScoreList } from './score-list.tsx';
import { UsageOrigin } from './usage-origin.tsx';
import { UsageTable } from './usage-table.tsx';
import type { ObservationDetailNode } from './use-observation-detail.ts';

interface DetailBodyProps {
  node: ObservationDetailNode;
  payload: NodePayload | null | undefined;
  payloadError: string | undefined;
  onRetryPayload: (() => void) | undefined;
  renderSection: DetailOptions['renderSection'];
  folded: readonly DetailSection[];
  onFold: (section: DetailSection, isFolded: boolean) => void;
}

/** The formatted view: what went in and out beside what is known of it. Every section may be the host's. */
export function DetailBody({
  node,
  payload,
  payloadError,
  onRetryPayload,
  renderSection,
  folded,
  onFold,
}: DetailBodyProps) {
  const { messages } = usePresentation();
  const { trace, observation, scores, corrections, usage, cost, breakdown, isUnpriced } = node;
  const provenance = payload && 'provenance' in payload ? payload.provenance : null;
  const { modelParameters = {}, tools = [] } = payload && 'tools' in payload ? payload : {};
  const hasUsage = breakdown.length > 0 || Boolean(provenance?.rawUsage);

  const slot = (section: DetailSection, content: ReactNode) =>
    renderSection ? renderSection({ section, content, node, payload }) : content;
  const fold = (section: DetailSection) => ({
    isFolded: folded.includes(section),
    onFold: (isFolded: boolean) => onFold(section, isFolded),
  });

  return (
    <div className="oriel-detail-body">
      <div className="oriel-detail-main">
        {payload === undefined ? (
          <PayloadPending error={payloadError} onRetry={onRetryPayload} />
        ) : (
          <>
            {slot(
              'input',
              <PayloadSection
                title={messages.input}
                value={payload?.input ?? null}
                listedTools={tools}
                {...fold('input')}
              />,
            )}
            {slot(
              'output',
              <PayloadSection title={messages.output} value={payload?.output ?? null} {...fold('output')} />,
            )}
            {corrections.length > 0 &&
              slot(
                'expected-output',
                <Section title={messages.detail.expectedOutput}>
                  {corrections.map(({ id, value }) => (
                    <div key={id} className="oriel-payload-box oriel-detail-expected">
                      <TextBlock text={String(value)} />
                    </div>
                  ))}
                  <ScoreList scores={corrections} isWithoutValues />
                </Section>,
              )}
            {tools.length > 0 &&
              slot(
                'tools',
                <Section title={messages.tools}>
                  <ToolDefinitions tools={tools} />
                </Section>,
              )}
            {hasMembers(modelParameters) &&
              slot(
                'model-parameters',
                <MetadataTable title={messages.modelParameters} metadata={modelParameters} />,
              )}
            {payload &&
              hasMembers(payload.metadata) &&
              slot('metadata', <MetadataTable title={messages.metadata} metadata={payload.metadata} />)}
          </>
        )}
      </div>
      <div className="oriel-detail-aside">
        {scores.length > 0 &&
          slot(
            'scores',
            <Section title={messages.scores}>
              <ScoreList scores={scores} />
            </Section>,
          )}
        {hasUsage &&
          slot(
            'usage',
            <Section title={messages.usage}>
              {breakdown.length > 0 && (
                <UsageTable rows={breakdown} totalTokens={usage.total} totalCost={cost} />
              )}
              {provenance && <UsageOrigin provenance={provenance} isUnpriced={isUnpriced} />}
            </Section>,
          )}
        {slot(
          'facts',
          <Section title={messages.details}>
            {observation ? (
              <ObservationFacts
                observation={observation}
                trace={trace}
                convention={provenance?.convention ?? null}
              />
            ) : (
              <TraceFacts trace={trace} />
            )}
          </Section>,
        )}
      </div>
    </div>
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

function hasMembers(object: JsonObject): boolean {
  return Object.keys(object).length > 0;
}
