'use client';

import { useMemo } from 'react';
import type { EpochMs, ScoreKey, ScoreSummary } from '@oriel/core';
import { BarChart } from '../chart/bar-chart.tsx';
import { HistogramChart } from '../chart/histogram-chart.tsx';
import { TimeChart } from '../chart/time-chart.tsx';
import { categoryText } from './category-text.ts';
import { FactList } from './fact-list.tsx';
import { usePresentation } from './presentation.ts';

interface ScoreSideProps {
  scoreKey: ScoreKey;
  summary: ScoreSummary;
  onTimeRange: ((range: { from: EpochMs; to: EpochMs }) => void) | undefined;
}

/** What one score comes to: its numbers, how its values are spread, and how they went. */
export function ScoreSide({ scoreKey, summary, onTimeRange }: ScoreSideProps) {
  const presentation = usePresentation();
  const { messages, format } = presentation;
  const own = messages.scoreAnalytics;
  const { name, source, dataType } = scoreKey;
  const { count, mean, standardDeviation, mode, distribution, overTime } = summary;
  const isShare = dataType === 'BOOLEAN';
  const isCategory = dataType === 'CATEGORICAL';
  const modeText =
    mode &&
    (isShare
      ? categoryText(String(mode.value === 1), dataType, presentation)
      : typeof mode.value === 'number'
        ? format.number(mode.value)
        : mode.value);
  const bars = useMemo(
    () =>
      distribution.kind === 'categories'
        ? distribution.counts.map(({ category, count: times }) => ({
            key: JSON.stringify(category),
            label: categoryText(category, dataType, presentation),
            value: times,
            isRest: category === null,
          }))
        : [],
    [distribution, dataType, presentation],
  );
  const about = useMemo(() => [own.value], [own]);
  const series = useMemo(
    () =>
      overTime.series.map(({ category, values }) => ({
        key: JSON.stringify(category),
        label: isCategory
          ? categoryText(category, dataType, presentation)
          : isShare
            ? own.shareOfYes
            : own.mean,
        isRest: isCategory && category === null,
        values,
      })),
    [overTime, isCategory, isShare, dataType, presentation, own],
  );
  return (
    <section className="oriel-score-analytics-side" aria-label={`${name} · ${messages.scoreSources[source]}`}>
      <p className="oriel-section-title">
        {name} <span className="oriel-quiet">{messages.scoreSources[source]}</span>
      </p>
      <FactList
        facts={[
          { label: own.count, value: format.count(count) },
          ...(mean === null
            ? []
            : [
                {
                  label: isShare ? own.shareOfYes : own.mean,
                  value: isShare ? format.share(mean) : format.number(mean),
                },
              ]),
          ...(standardDeviation === null
            ? []
            : [{ label: own.standardDeviation, value: format.number(standardDeviation) }]),
          ...(mode && modeText !== null
            ? [{ label: own.mode, value: modeText, note: own.times(format.count(mode.count)) }]
            : []),
        ]}
      />
      {count > 0 && (
        <>
          <div className="oriel-score-analytics-chart">
            {distribution.kind === 'ranges' ? (
              <HistogramChart title={own.distribution(name)} bars={distribution.bars} unit="number" />
            ) : (
              <BarChart
                title={own.distribution(name)}
                bars={bars}
                unit="count"
                about={about}
                measure={own.count}
              />
            )}
          </div>
          <div className="oriel-score-analytics-chart">
            <TimeChart
              title={own.overTime(name)}
              mark={isCategory ? 'bars' : 'line'}
              isStacked={isCategory}
              buckets={overTime.buckets}
              end={overTime.end}
              series={series}
              unit={isCategory ? 'count' : isShare ? 'share' : 'number'}
              onTimeRange={onTimeRange}
            />
          </div>
        </>
      )}
    </section>
  );
}
