'use client';

import { measureUnit, numberChange } from '@oriel/core';
import type { Metric, RecordQuery } from '@oriel/core';
import { writeChange } from '../chart/write-change.ts';
import { writeValue } from '../chart/write-value.ts';
import { useMetric } from '../metric-chart/use-metric.ts';
import { usePresentation } from './presentation.ts';

interface WholeNumberProps {
  metric: Metric;
  own: RecordQuery;
}

/** The number of everything that a card shows in parts, and how it changed. */
export function WholeNumber({ metric, own }: WholeNumberProps) {
  const presentation = usePresentation();
  const { data } = useMetric(metric, own);
  const [measure] = metric.measures;
  if (!data || !measure) return null;
  const unit = measureUnit(metric.view, measure);
  const numberOf = (answer: typeof data.before) => {
    const value = answer?.rows[0]?.values[0];
    return typeof value === 'number' ? value : null;
  };
  const [value, before] = [numberOf(data.answer), numberOf(data.before)];
  const change = numberChange(value, before);
  const written = change && before !== null ? writeChange(change, before, unit, presentation) : null;
  return (
    <span className="oriel-home-card-whole">
      <bdi>{writeValue(value, unit, presentation)}</bdi>
      {written && change?.direction !== 'same' && (
        <span className="oriel-quiet" title={written.sentence}>
          <bdi>{written.brief}</bdi>
        </span>
      )}
    </span>
  );
}
