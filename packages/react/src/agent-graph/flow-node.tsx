'use client';

import { memo } from 'react';
import type { CSSProperties } from 'react';
import type { Node, NodeProps } from '@xyflow/react';
import { END_NODE, START_NODE } from '@oriel/core';
import type { AgentGraphNode } from '@oriel/core';
import { Icon } from '../icons/icon.tsx';
import { TypeIcon } from '../icons/type-icon.tsx';
import { usePresentation } from './presentation.ts';
import { nodeFacts, nodeName } from './node-facts.ts';

/** What React Flow keeps of one of our nodes. */
export type FlowNodeType = Node<{
  readonly node: AgentGraphNode;
  /** Index into the nodes of the graph. */
  readonly index: number;
  readonly hasInner: boolean;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  /** Which call is selected, from 0; -1 for none. */
  readonly selectedCall: number;
  /** Part of the time of the node that took longest, up to 1. */
  readonly share: number;
}>;

/** One node: a card with its facts, a box around a subgraph, or a start or an end. */
export const FlowNode = memo(function FlowNode({ data }: NodeProps<FlowNodeType>) {
  const presentation = usePresentation();
  const { messages, format } = presentation;
  const { node, index, hasInner, isSelected, isActive, selectedCall, share } = data;
  const { calls, errors, retries, interrupted, latency, cost, type } = node;
  const isFrame = node.name === START_NODE || node.name === END_NODE;
  const name = nodeName(node, presentation);
  const place =
    isSelected && node.observationIds.length > 1 && selectedCall >= 0
      ? messages.agentGraph.callOf(format.count(selectedCall + 1), format.count(node.observationIds.length))
      : null;
  return (
    <div
      className="oriel-agent-graph-node"
      data-node={index}
      data-kind={isFrame ? node.name.replaceAll('_', '') : hasInner ? 'box' : 'card'}
      data-type={type ?? undefined}
      data-selected={isSelected ? '' : undefined}
      data-active={isActive ? '' : undefined}
      data-untaken={calls === 0 ? '' : undefined}
      data-failed={errors > 0 ? '' : undefined}
      data-paused={interrupted > 0 ? '' : undefined}
      style={{ '--_share': share } as CSSProperties}
      title={[name, ...nodeFacts(node, presentation)].join('\n')}
    >
      <div className="oriel-agent-graph-node-head">
        {type !== null && <TypeIcon type={type} />}
        <span className="oriel-agent-graph-node-name">{name}</span>
        {place === null ? (
          calls > 1 && !isFrame && <bdi className="oriel-agent-graph-node-count">×{format.count(calls)}</bdi>
        ) : (
          <span className="oriel-agent-graph-node-count">{place}</span>
        )}
        {hasInner && <NodeMarks errors={errors} retries={retries} interrupted={interrupted} />}
      </div>
      {!isFrame && !hasInner && (
        <div className="oriel-agent-graph-node-facts">
          {calls === 0 && <span>{messages.agentGraph.notReached}</span>}
          {latency && (
            <bdi>
              {calls > 1 && '⌀ '}
              {format.duration(latency.mean)}
            </bdi>
          )}
          {cost !== null && <bdi>{format.cost(cost)}</bdi>}
          <NodeMarks errors={errors} retries={retries} interrupted={interrupted} />
        </div>
      )}
    </div>
  );
});

interface NodeMarksProps {
  errors: number;
  retries: number;
  interrupted: number;
}

/** Each mark has a shape and a count, so that no colour is needed. */
function NodeMarks({ errors, retries, interrupted }: NodeMarksProps) {
  const { format } = usePresentation();
  return (
    <>
      {errors > 0 && (
        <span className="oriel-agent-graph-mark" data-mark="failed">
          <Icon>
            <path d="M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM8 5v3.5M8 11v.1" />
          </Icon>
          {format.count(errors)}
        </span>
      )}
      {retries > 0 && (
        <span className="oriel-agent-graph-mark" data-mark="retried">
          <Icon>
            <path d="M12.8 6.2A5.2 5.2 0 1 0 13.2 9M13 2.8v3.6H9.4" />
          </Icon>
          {format.count(retries)}
        </span>
      )}
      {interrupted > 0 && (
        <span className="oriel-agent-graph-mark" data-mark="paused">
          <Icon>
            <path d="M6 4v8M10 4v8" />
          </Icon>
          {format.count(interrupted)}
        </span>
      )}
    </>
  );
}
