import { referenceStore } from '@oriel/core';
import { drawTrace } from '@oriel/core/testing';
import { AgentGraph, OrielProvider, TraceTree, TraceView } from '@oriel/react';

/** So many differently named steps that their graph is laid out by a worker. */
const steps = Array.from({ length: 40 }, (_, step) => `  step-${step} |${' '.repeat(step)}=`);
const store = referenceStore();

/** Brings the data of the host; its server has none yet. */
export async function loadTrace(): Promise<void> {
  await store.traces.write(
    drawTrace(['agent |========================================', ...steps].join('\n')),
  );
}

export function App() {
  return (
    <OrielProvider store={store} timeZone="UTC">
      <div style={{ height: 300 }}>
        <TraceTree traceId="trace-1" onSelect={(nodeId: string | null) => void nodeId} />
      </div>
      <div id="view" style={{ height: 600 }}>
        <TraceView traceId="trace-1" defaultViewState={{ mode: 'graph' }} />
      </div>
      <div id="graph" style={{ height: 600 }}>
        <AgentGraph traceId="trace-1" />
      </div>
    </OrielProvider>
  );
}
