'use client';

import type { Observation, ObservationId, Trace, TraceId } from '@oriel/core';
import { totalCost } from '@oriel/core';
import { LevelMark } from '../icons/level-mark.tsx';
import { Link } from '../provider/link.tsx';
import { usePresentation } from './presentation.ts';

/** A trace or a call that shows what a comparison says. */
export interface CompareExample {
  readonly traceId: TraceId;
  /** `null`: the trace as a whole. */
  readonly observationId: ObservationId | null;
  readonly record: Trace | Observation;
}

interface ExampleListProps {
  /** Name of the side. */
  side: string;
  /** `null` while they are loaded. */
  examples: readonly CompareExample[] | null;
  onOpen: ((example: CompareExample) => void) | undefined;
}

/** Examples of one side, each with the way to it. */
export function ExampleList({ side, examples, onOpen }: ExampleListProps) {
  const { messages, format, navigation } = usePresentation();
  const own = messages.releaseCompare;
  return (
    <div className="oriel-release-compare-examples">
      <h4 className="oriel-release-compare-side">
        <bdi>{side}</bdi>
      </h4>
      {examples === null && <p className="oriel-quiet">{own.loadingExamples}</p>}
      {examples?.length === 0 && <p className="oriel-quiet">{own.noExamples}</p>}
      <ul>
        {examples?.map((example) => {
          const { record, traceId, observationId } = example;
          const name = record.name?.trim() ? record.name : record.id;
          const cost = totalCost(record.cost);
          const latency = 'latency' in record ? record.latency : lengthOf(record);
          const step =
            observationId === null ? undefined : navigation.observationHref?.(traceId, observationId);
          const href = step ?? navigation.traceHref?.(traceId);
          const label = (
            <>
              <span className="oriel-release-compare-name">
                <bdi>{name}</bdi>
              </span>
              <LevelMark level={record.level} />
            </>
          );
          return (
            <li key={`${traceId} ${record.id}`}>
              {href === undefined && onOpen ? (
                <button type="button" className="oriel-text-button" onClick={() => onOpen(example)}>
                  {label}
                </button>
              ) : (
                <Link href={href} className="oriel-link">
                  {label}
                </Link>
              )}
              <span className="oriel-release-compare-facts">
                {[
                  format.shortTime(record.startTime),
                  latency === null ? null : format.duration(latency),
                  cost === null ? null : format.cost(cost),
                ]
                  .filter((fact) => fact !== null)
                  .join(' · ')}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function lengthOf({ startTime, endTime }: Observation): number | null {
  return endTime === null ? null : endTime - startTime;
}
