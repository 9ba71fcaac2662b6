'use client';

import { memo } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { observationTiming, summarizeUsage, totalCost } from '@oriel/core';
import type { Observation, Trace, TraceTreeLayout } from '@oriel/core';
import { ChevronIcon } from '../icons/control-icons.tsx';
import { LevelMark } from '../icons/level-mark.tsx';
import { PausedMark } from '../icons/paused-mark.tsx';
import { RunningMark } from '../icons/running-mark.tsx';
import { TypeIcon } from '../icons/type-icon.tsx';
import { usePresentation } from '../provider/presentation-context.ts';
import { traceTreeRowProps } from './trace-tree-row-props.ts';

/** Beyond this depth rows stop moving inwards, and say their depth instead. */
const MAX_INDENT = 12;

/** What a slot of a row is given: an observation, or the trace itself. */
export type TraceTreeNode = Observation | Trace;

interface TraceTreeRowProps {
  layout: TraceTreeLayout;
  row: number;
  /** Distance from the top of the list in pixels. */
  top: number;
  domId: string;
  isSelected: boolean;
  isActive: boolean;
  isExpanded: boolean;
  renderLabel: ((node: TraceTreeNode) => ReactNode) | undefined;
  renderBadges: ((node: TraceTreeNode) => ReactNode) | undefined;
}

/**
 * One row. All its props are plain values or stable, and clicks are heard by the tree, so a row renders again
 * only when something about it changed.
 */
export const TraceTreeRow = memo(function TraceTreeRow({
  layout,
  row,
  top,
  domId,
  isSelected,
  isActive,
  isExpanded,
  renderLabel,
  renderBadges,
}: TraceTreeRowProps) {
  const { messages, format } = usePresentation();
  const observation = layout.observations[layout.order[row] ?? -1];
  const node = observation ?? layout.head;
  if (!node) return null;

  const type = observation ? observation.type : 'TRACE';
  const timing = observation
    ? observationTiming(observation)
    : { duration: layout.head?.latency ?? null, isRunning: false };
  const { input, output } = summarizeUsage(node.usage);
  const cost = totalCost(node.cost);
  const depth = layout.depth[row] ?? 0;
  const hasChildren = Boolean(layout.childCount[row]);
  const name = node.name?.trim() ? node.name : null;
  const duration = timing.duration === null ? null : format.duration(timing.duration);

  return (
    <div
      {...traceTreeRowProps(layout, row, { domId, isExpanded, isSelected })}
      className="oriel-trace-tree-row"
      style={{ transform: `translateY(${top}px)`, '--_depth': Math.min(depth, MAX_INDENT) } as CSSProperties}
      data-type={type}
      data-level={node.level}
      data-selected={isSelected ? '' : undefined}
      data-active={isActive ? '' : undefined}
      data-running={timing.isRunning ? '' : undefined}
    >
      <span className="oriel-trace-tree-indent" aria-hidden="true" />
      {depth > MAX_INDENT && (
        <span className="oriel-trace-tree-depth" aria-hidden="true">
          {depth + 1}
        </span>
      )}
      <span className="oriel-trace-tree-toggle" data-toggle={hasChildren ? '' : undefined} aria-hidden="true">
        {hasChildren && <ChevronIcon />}
      </span>
      <TypeIcon type={type} />
      <span className="oriel-visually-hidden">{messages.types[type]}</span>
      <span className="oriel-trace-tree-label">
        {renderLabel ? (
          renderLabel(node)
        ) : (
          <span
            className="oriel-trace-tree-name"
            data-unnamed={name === null ? '' : undefined}
            title={name ?? undefined}
          >
            {name ?? messages.unnamed}
          </span>
        )}
        <LevelMark level={node.level} />
        {observation?.isInterrupted && <PausedMark />}
        {renderBadges?.(node)}
        {observation?.model && <span className="oriel-trace-tree-model">{observation.model}</span>}
      </span>
      <span className="oriel-trace-tree-metric" data-metric="tokens">
        {(input !== null || output !== null) && (
          <>
            <bdi aria-hidden="true">
              {format.tokens(input ?? 0)}
              {output !== null && ` → ${format.tokens(output)}`}
            </bdi>
            <span className="oriel-visually-hidden">
              {messages.tokensInOut(format.count(input ?? 0), format.count(output ?? 0))}
            </span>
          </>
        )}
      </span>
      <span className="oriel-trace-tree-metric" data-metric="cost">
        {cost !== null && <bdi>{format.cost(cost)}</bdi>}
      </span>
      <span className="oriel-trace-tree-metric" data-metric="duration">
        {timing.isRunning ? <RunningMark /> : <bdi>{duration}</bdi>}
      </span>
    </div>
  );
});
