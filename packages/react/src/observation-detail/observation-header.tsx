'use client';

import { LevelMark } from '../icons/level-mark.tsx';
import { PausedMark } from '../icons/paused-mark.tsx';
import { RunningMark } from '../icons/running-mark.tsx';
import { TypeIcon } from '../icons/type-icon.tsx';
import { usePresentation } from './presentation.ts';
import { FactList } from './fact-list.tsx';
import type { ObservationDetailNode } from './use-observation-detail.ts';

interface ObservationHeaderProps {
  node: ObservationDetailNode;
}

/** Name and kind of a node, and the figures people look for first. */
export function ObservationHeader({ node }: ObservationHeaderProps) {
  const { messages, format } = usePresentation();
  const { trace, observation, timing, usage, cost, isUnpriced } = node;
  const type = observation ? observation.type : 'TRACE';
  const { name, level } = observation ?? trace;
  const duration = timing.duration === null ? null : format.duration(timing.duration);
  const tokens =
    usage.input === null && usage.output === null
      ? usage.total !== null && format.count(usage.total)
      : `${format.count(usage.input ?? 0)} → ${format.count(usage.output ?? 0)}`;

  return (
    <header className="oriel-detail-header">
      <div className="oriel-detail-title">
        <TypeIcon type={type} />
        <h2 className="oriel-detail-name" data-unnamed={name?.trim() ? undefined : ''}>
          {name?.trim() ? name : messages.unnamed}
        </h2>
        <span className="oriel-detail-type">{messages.types[type]}</span>
        <LevelMark level={level} />
        {observation?.isInterrupted && <PausedMark />}
      </div>
      <FactList
        className="oriel-detail-figures"
        facts={[
          {
            name: observation ? messages.duration : messages.latency,
            value: timing.isRunning ? <RunningMark /> : duration,
          },
          {
            name: messages.timeToFirstToken,
            value: timing.timeToFirstToken === null ? null : format.duration(timing.timeToFirstToken),
          },
          { name: messages.tokens, value: tokens === false ? null : tokens },
          {
            name: messages.cost,
            value: cost === null ? isUnpriced && messages.unpriced : format.cost(cost),
          },
          { name: messages.model, value: observation?.model },
          { name: messages.observations, value: observation ? null : format.count(trace.observationCount) },
        ]}
      />
      {observation?.statusMessage && (
        <p className="oriel-detail-status" data-level={level} dir="auto">
          {observation.statusMessage}
        </p>
      )}
    </header>
  );
}
