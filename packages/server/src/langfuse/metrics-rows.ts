import type { AggregateAnswer, AggregateRow, JsonObject, JsonValue, MeasureValue } from '@oriel/core';
import { isoTime } from './iso-time.ts';
import type { MetricsQuestion } from './read-metrics-query.ts';

/** An answer in Langfuse's words: a flat row for each group and moment. What is beyond the limit is left out. */
export function metricsRows({ rows }: AggregateAnswer, question: MetricsQuestion): readonly JsonObject[] {
  return rows
    .filter(({ isRest }) => !isRest)
    .slice(0, question.query.timeBucket ? undefined : question.rowLimit)
    .map((row) => metricsRow(row, question));
}

function metricsRow({ group, bucket, values }: AggregateRow, question: MetricsQuestion): JsonObject {
  const dimensions = question.dimensions.map((name, index): [string, JsonValue] => [
    name,
    group[index] ?? null,
  ]);
  const metrics = question.metrics.map((name, index): [string, JsonValue] => [
    name,
    valueJson(values[index] ?? null),
  ]);
  return {
    ...Object.fromEntries(dimensions),
    ...(bucket === null ? undefined : { time_dimension: isoTime(bucket) }),
    ...Object.fromEntries(metrics),
  };
}

/** Histograms are lists of ranges: from, to, how many. */
function valueJson(value: MeasureValue): JsonValue {
  if (value === null || typeof value === 'number') return value;
  const { min, max, counts } = value;
  const width = (max - min) / counts.length;
  return counts.map((count, bin) => [min + bin * width, min + (bin + 1) * width, count]);
}
