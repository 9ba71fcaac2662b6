'use client';

import type { ComparedMeasure, ComparedSide, MeasureComparison } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { IntervalBar } from './interval-bar.tsx';
import { measureDifference, measureName, measureValue, relativeText } from './measure-text.ts';

interface MeasureTableProps {
  measures: readonly MeasureComparison[];
  baseline: string;
  candidate: string;
  /** The measure whose examples are open; `null` when none are. */
  openMeasure: ComparedMeasure | null;
  onExamples: ((measure: ComparedMeasure | null) => void) | undefined;
}

/** Both sides measure by measure: values, difference, its range drawn and in numbers, and what follows. */
export function MeasureTable({ measures, baseline, candidate, openMeasure, onExamples }: MeasureTableProps) {
  const presentation = usePresentation();
  const { messages, format } = presentation;
  const own = messages.releaseCompare;
  const isOpen = (measure: ComparedMeasure) => JSON.stringify(measure) === JSON.stringify(openMeasure);

  const side = (measure: ComparedMeasure, { value, count }: ComparedSide) => (
    <td data-numeric="">
      <bdi>{measureValue(measure, value, presentation)}</bdi>
      {measure.kind !== 'traces' && (
        <span className="oriel-release-compare-count">{own.ofRecords(format.count(count))}</span>
      )}
    </td>
  );
  return (
    <table className="oriel-release-compare-table">
      <caption className="oriel-visually-hidden">{own.title}</caption>
      <thead>
        <tr>
          <th scope="col">{own.measure}</th>
          <th scope="col" data-numeric="" title={baseline}>
            <bdi>{baseline}</bdi>
          </th>
          <th scope="col" data-numeric="" title={candidate}>
            <bdi>{candidate}</bdi>
          </th>
          <th scope="col" data-numeric="">
            {own.difference}
          </th>
          <th scope="col">{own.range}</th>
          <th scope="col">{own.verdictColumn}</th>
          {onExamples && (
            <th scope="col">
              <span className="oriel-visually-hidden">{own.examples}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {measures.map((row) => {
          const { measure, interval, difference, method, verdict } = row;
          const name = measureName(measure, presentation);
          const write = (value: number) => measureDifference(measure, value, presentation);
          return (
            <tr key={JSON.stringify(measure)} data-verdict={verdict}>
              <th scope="row" title={name}>
                <bdi>{name}</bdi>
              </th>
              {side(measure, row.baseline)}
              {side(measure, row.candidate)}
              <td data-numeric="">
                <bdi>{measureDifference(measure, difference, presentation)}</bdi>
                {row.relative !== null && (
                  <span className="oriel-release-compare-count">
                    <bdi>{relativeText(row.relative, presentation)}</bdi>
                  </span>
                )}
              </td>
              <td
                className="oriel-release-compare-range-cell"
                title={method ? own.method[method] : undefined}
              >
                {interval && difference !== null && (
                  <>
                    <IntervalBar interval={interval} difference={difference} />
                    <span className="oriel-release-compare-count">
                      <bdi>{own.between(write(interval.low), write(interval.high))}</bdi>
                    </span>
                  </>
                )}
              </td>
              <td>
                <span className="oriel-release-compare-verdict" data-verdict={verdict}>
                  {own.verdicts[verdict]}
                </span>
              </td>
              {onExamples && (
                <td>
                  <button
                    type="button"
                    className="oriel-text-button"
                    aria-expanded={isOpen(measure)}
                    aria-label={own.examplesOf(name)}
                    onClick={() => onExamples(isOpen(measure) ? null : measure)}
                  >
                    {own.examples}
                  </button>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
