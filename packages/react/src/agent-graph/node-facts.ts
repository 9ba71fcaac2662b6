import { END_NODE, START_NODE } from '@oriel/core';
import type { AgentGraph, AgentGraphNode } from '@oriel/core';
import type { PanelPresentation } from '../provider/panel-presentation.ts';

/** A node as people call it. */
export function nodeName(
  { name }: Pick<AgentGraphNode, 'name'>,
  { messages }: PanelPresentation<'agentGraph'>,
): string {
  if (name === START_NODE) return messages.agentGraph.start;
  if (name === END_NODE) return messages.agentGraph.end;
  return name.trim() === '' ? messages.unnamed : name;
}

/** What a node shows of itself, in words: how often, how long, how much, and what went wrong. */
export function nodeFacts(
  node: AgentGraphNode,
  { messages, format }: PanelPresentation<'agentGraph'>,
): readonly string[] {
  const texts = messages.agentGraph;
  const { calls, errors, retries, interrupted, latency, cost } = node;
  const isFrame = node.name === START_NODE || node.name === END_NODE;
  if (calls === 0) return [texts.notReached];
  const counted = (count: number, say: (count: number, formatted: string) => string) =>
    count === 0 ? null : say(count, format.count(count));
  return [
    isFrame ? null : counted(calls, texts.calls),
    counted(errors, texts.errors),
    counted(retries, texts.retries),
    counted(interrupted, texts.interrupted),
    latency && calls > 1 ? texts.mean(format.duration(latency.mean)) : null,
    latency && (calls > 1 ? texts.total(format.duration(latency.total)) : format.duration(latency.total)),
    cost === null ? null : format.cost(cost),
  ].filter((fact) => fact !== null);
}

/** A node with its facts and the ways in and out of it, as one sentence. */
export function nodeSentence(
  node: AgentGraphNode,
  { nodes, edges }: Pick<AgentGraph, 'nodes' | 'edges'>,
  presentation: PanelPresentation<'agentGraph'>,
): string {
  const { messages, format } = presentation;
  const texts = messages.agentGraph;
  const nameOf = (id: string) => {
    const found = nodes.find((one) => one.id === id);
    return found ? nodeName(found, presentation) : id;
  };
  const ways = (which: 'from' | 'to') => {
    const other = which === 'from' ? 'to' : 'from';
    return edges
      .filter((edge) => edge[which] === node.id)
      .slice(0, MAX_WAYS)
      .map((edge) =>
        edge.count === 0
          ? texts.wayNotTaken(nameOf(edge[other]))
          : texts.wayTaken(nameOf(edge[other]), edge.count, format.count(edge.count)),
      )
      .join(', ');
  };
  const [out, back] = [ways('from'), ways('to')];
  return [
    nodeName(node, presentation),
    node.type === null ? null : messages.types[node.type],
    node.namespace === '' ? null : texts.inside(nameOf(node.namespace)),
    ...nodeFacts(node, presentation),
    back === '' ? null : texts.comesFrom(back),
    out === '' ? null : texts.leadsTo(out),
  ]
    .filter((part) => part !== null)
    .join('; ');
}

/** More ways than this are not listened to. */
const MAX_WAYS = 12;
