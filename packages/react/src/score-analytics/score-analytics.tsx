'use client';

import type { EpochMs } from '@oriel/core';
import { useFilters } from '../filters/use-filters.ts';
import { isRetryable } from '../queries/read-policy.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { usePresentation } from './presentation.ts';
import { ScoreAnalyticsView } from './score-analytics-view.tsx';
import { useScoreAnalytics } from './use-score-analytics.ts';
import type { UseScoreAnalyticsOptions } from './use-score-analytics.ts';

export interface ScoreAnalyticsProps extends PanelProps, UseScoreAnalyticsOptions {
  /** Called with the stretch that somebody chose in a chart. @defaultValue the `FilterProvider` shows it */
  onTimeRange?: ((range: { from: EpochMs; to: EpochMs }) => void) | undefined;
}

/**
 * What a score comes to: its mean and spread, its values, and how they went over time; and of two scores how well they
 * agree, such as a model's judgement with people's. Obeys the nearest `FilterProvider`.
 *
 * @example
 * <ScoreAnalytics query={{ filter: { field: 'environment', op: '=', value: 'production' } }} />
 */
export function ScoreAnalytics({
  query,
  choice,
  defaultChoice,
  onChoice,
  limit,
  onTimeRange,
  ...panel
}: ScoreAnalyticsProps) {
  const { scoreAnalytics: own } = usePresentation().messages;
  const { setFilters } = useFilters();
  const found = useScoreAnalytics({ query, choice, defaultChoice, onChoice, limit });
  const { listed, samples } = found;
  const hasNone = listed.isSuccess && found.choice.first === null;

  if (hasNone || samples.data) {
    return (
      <ScoreAnalyticsView
        {...panel}
        keys={found.keys}
        choice={found.choice}
        onChoice={found.setChoice}
        samples={(!hasNone && samples.data) || []}
        analysis={hasNone ? null : found.analysis}
        isStale={samples.isPlaceholderData}
        onTimeRange={onTimeRange ?? ((time) => setFilters((present) => ({ ...present, time })))}
      />
    );
  }
  const failed = [listed, samples].find(({ error }) => error);
  if (failed?.error) {
    const { error, refetch } = failed;
    return (
      <Panel aria-label={own.title} {...panel} name="score-analytics" state="error">
        <PanelMessage
          kind="error"
          title={own.failed}
          onRetry={isRetryable(error) ? () => void refetch() : undefined}
        >
          {error.message}
        </PanelMessage>
      </Panel>
    );
  }
  return (
    <Panel aria-label={own.title} {...panel} name="score-analytics" state="loading">
      <SkeletonLines count={10} className="oriel-score-analytics-skeleton" label={own.loading} />
    </Panel>
  );
}
