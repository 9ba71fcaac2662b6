'use client';

import type { CountedScoreKey, EpochMs, ScoreAnalysis, ScoreSample } from '@oriel/core';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { AgreementSection } from './agreement-section.tsx';
import { usePresentation } from './presentation.ts';
import { ScorePickers } from './score-pickers.tsx';
import { ScoreSide } from './score-side.tsx';
import type { ScoreChoice } from './use-score-analytics.ts';

export interface ScoreAnalyticsViewProps extends PanelProps {
  /** Scores there are to choose from, the most frequent first. */
  keys: readonly CountedScoreKey[];
  choice: ScoreChoice;
  onChoice: (choice: ScoreChoice) => void;
  /** What was analysed: one or two. */
  samples: readonly ScoreSample[];
  /** `null`: there are no scores. */
  analysis: ScoreAnalysis | null;
  /** This is the analysis of what was chosen before. @defaultValue `false` */
  isStale?: boolean | undefined;
  /** Called with the stretch that somebody chose in a chart. */
  onTimeRange?: ((range: { from: EpochMs; to: EpochMs }) => void) | undefined;
}

/** `ScoreAnalytics` for scores you already hold: no store, no loading state. */
export function ScoreAnalyticsView({
  keys,
  choice,
  onChoice,
  samples,
  analysis,
  isStale = false,
  onTimeRange,
  ...panel
}: ScoreAnalyticsViewProps) {
  const { messages, format } = usePresentation();
  const own = messages.scoreAnalytics;
  const [one, other] = samples;
  if (!analysis || !one) {
    return (
      <Panel aria-label={own.title} {...panel} name="score-analytics" state="empty">
        <PanelMessage kind="empty" title={own.empty}>
          {own.emptyHint}
        </PanelMessage>
      </Panel>
    );
  }
  const { first, second, agreement, grid } = analysis;
  const total = samples.reduce((sum, { count }) => sum + count, 0);
  return (
    <Panel aria-label={own.title} {...panel} name="score-analytics" state="ready">
      <ScorePickers keys={keys} choice={choice} onChoice={onChoice} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys have to reach it */}
      <div className="oriel-score-analytics-body" data-stale={isStale ? '' : undefined} tabIndex={0}>
        {one.rate < 1 && (
          <p className="oriel-score-analytics-sampled" role="note">
            {own.sampled(format.share(one.rate), format.count(total))}
          </p>
        )}
        {other && agreement && (
          <fieldset className="oriel-score-analytics-scope">
            <legend className="oriel-visually-hidden">{own.scope}</legend>
            {(['all', 'matched'] as const).map((scope) => (
              <label key={scope}>
                <input
                  type="radio"
                  checked={choice.scope === scope}
                  onChange={() => onChoice({ ...choice, scope })}
                />
                {scope === 'all'
                  ? own.all(format.count(one.scores.length), format.count(other.scores.length))
                  : own.matched(format.count(agreement.agreement.pairCount))}
              </label>
            ))}
          </fieldset>
        )}
        <div className="oriel-score-analytics-sides" data-single={second ? undefined : ''}>
          <ScoreSide scoreKey={one.key} summary={first} onTimeRange={onTimeRange} />
          {other && second && <ScoreSide scoreKey={other.key} summary={second} onTimeRange={onTimeRange} />}
        </div>
        {other && agreement && grid && (
          <AgreementSection first={one.key} second={other.key} agreement={agreement} grid={grid} />
        )}
      </div>
    </Panel>
  );
}
