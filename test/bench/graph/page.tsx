import { createRoot } from 'react-dom/client';
import { deriveAgentGraph } from '@oriel/core';
import type { AgentGraphMode, Observation } from '@oriel/core';
import { generateTrace, traceStructure } from '@oriel/core/testing';
import { AgentGraphView } from '@oriel/react/agent-graph';
import '@oriel/react/styles.css';

export interface Mounting {
  /** From mounting until nodes are in the document. */
  readonly firstMs: number;
  /** Longest time that the page could do nothing else. */
  readonly busyMs: number;
  /** What reading the graph out of the trace takes in one piece, as the panel does only for small ones. */
  readonly deriveMs: number;
  /** Elements of the panel. */
  readonly elements: number;
}

declare global {
  interface Window {
    mountGraph?: (mode: AgentGraphMode, count: number) => Promise<Mounting>;
  }
}

window.mountGraph = async (mode, count) => {
  const { observations } = traceStructure(generateTrace({ seed: 7, observations: count }));
  const deriveMs = timeDerive(observations, mode);
  const host = document.createElement('div');
  host.style.blockSize = '760px';
  document.body.append(host);
  const root = createRoot(host);
  await pause();

  const watch = watchGaps();
  const started = performance.now();
  root.render(<AgentGraphView observations={observations} defaultMode={mode} />);
  while (!host.querySelector('.oriel-agent-graph-node, .oriel-agent-graph-overview path')) await pause();
  const firstMs = performance.now() - started;
  await pause();
  const busyMs = watch.end();
  const elements = host.querySelectorAll('*').length;
  root.unmount();
  host.remove();
  return { firstMs, busyMs, deriveMs, elements };
};

function timeDerive(observations: readonly Observation[], mode: AgentGraphMode): number {
  const started = performance.now();
  deriveAgentGraph(observations, { mode });
  return performance.now() - started;
}

async function pause(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** The longest gap between messages that a page sends itself as fast as it can. */
function watchGaps() {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  port1.addEventListener('message', () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    port2.postMessage(null);
  });
  port1.start();
  port2.postMessage(null);
  return {
    end(): number {
      port1.close();
      return longest;
    },
  };
}
