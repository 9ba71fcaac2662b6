export { AgentGraph } from './agent-graph.tsx';
export type { AgentGraphProps } from './agent-graph.tsx';
export { AgentGraphView } from './agent-graph-view.tsx';
export type { AgentGraphViewProps } from './agent-graph-view.tsx';
export { useAgentGraph } from './use-agent-graph.ts';
export type { UseAgentGraphOptions } from './use-agent-graph.ts';
export type { PlacedGraph } from './use-graph-layout.ts';
