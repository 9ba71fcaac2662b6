'use client';

import { useLayoutEffect, useRef } from 'react';
import type { TimelineLayout } from '@oriel/core';
import { LevelMark } from '../icons/level-mark.tsx';
import { TypeIcon } from '../icons/type-icon.tsx';
import { usePresentation } from './presentation.ts';
import { rowFacts } from './row-facts.ts';
import type { TimelineStage } from './timeline-stage.ts';
import type { TimelineTarget } from './use-timeline.ts';

interface TimelineTooltipProps {
  layout: TimelineLayout;
  stage: TimelineStage;
  target: TimelineTarget;
}

const DISTANCE = 6;

/** Facts of the bar that is pointed at. Readers of text hear them from the grid, so this is only to be seen. */
export function TimelineTooltip({ layout, stage, target }: TimelineTooltipProps) {
  const { messages, format } = usePresentation();
  const texts = messages.timelineChart;
  const element = useRef<HTMLDivElement>(null);
  const { row, count } = target;
  const facts = rowFacts(layout, row, messages, format);
  const { criticalPath } = stage.model;

  // Below the bar where there is room, else above it, and never beyond the sides.
  useLayoutEffect(() => {
    const own = element.current;
    const ground = own?.offsetParent;
    if (!own || !ground) return;
    const { offsetWidth, offsetHeight } = own;
    const left = Math.min(ground.clientWidth - offsetWidth - 4, Math.max(4, target.x + DISTANCE));
    const below = target.bottom + DISTANCE;
    const above = target.top - offsetHeight - DISTANCE;
    const top = below + offsetHeight > ground.clientHeight && above > 0 ? above : below;
    own.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }, [target]);

  const onPath = criticalPath?.subtreeTime[row] ?? 0;
  return (
    <div ref={element} className="oriel-timeline-chart-tooltip" data-level={facts.level} aria-hidden="true">
      <div className="oriel-timeline-chart-tooltip-title">
        <TypeIcon type={facts.type} />
        <strong>{facts.name ?? messages.unnamed}</strong>
        <LevelMark level={facts.level} />
      </div>
      <dl>
        <dt>{messages.duration}</dt>
        <dd>{facts.duration}</dd>
        <dt>{texts.startsAfter}</dt>
        <dd>{facts.start}</dd>
        {facts.timeToFirstToken !== null && (
          <>
            <dt>{messages.timeToFirstToken}</dt>
            <dd>{facts.timeToFirstToken}</dd>
          </>
        )}
      </dl>
      {onPath > 0 && <p>{texts.onCriticalPath(format.duration(onPath))}</p>}
      {count > 1 && <p>{texts.barsTogether(count, format.count(count))}</p>}
    </div>
  );
}
