import { useEffect, useRef, useState } from 'react';
import type { TraceStore } from '@oriel/core';
import type { Fetch } from '@oriel/server/worker';

/** What has become of the agent; `null` when there is nothing to say. */
export type AgentRunState =
  | { readonly status: 'running' }
  | { readonly status: 'answered'; readonly answer: string }
  | { readonly status: 'failed'; readonly reason: string };

export interface AgentRunOptions {
  readonly traces: TraceStore;
  readonly fetch: Fetch | undefined;
  readonly question: string;
  /** Called when the trace of a run can be looked at. */
  readonly onOpen: (traceId: string) => void;
}

/** Runs the example agent in the page, one run at a time. */
export function useAgentRun({ traces, fetch, question, onOpen }: AgentRunOptions) {
  const [state, setState] = useState<AgentRunState | null>(null);
  const aborter = useRef<AbortController | null>(null);
  useEffect(() => () => aborter.current?.abort(), []);

  async function start(): Promise<void> {
    if (!fetch || aborter.current) return;
    const { signal } = (aborter.current = new AbortController());
    setState({ status: 'running' });
    try {
      // Loaded when it is asked for: an agent and its SDKs are larger than the page.
      const { runAgent } = await import('./run-agent.ts');
      const onTrace = (traceId: string) => whenWritten(traces, traceId, signal, () => onOpen(traceId));
      const answer = await runAgent({ fetch, question, signal, onTrace });
      setState({ status: 'answered', answer });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      setState(signal.aborted ? null : { status: 'failed', reason });
    } finally {
      aborter.current = null;
    }
  }

  return { state, start, stop: () => aborter.current?.abort(), dismiss: () => setState(null) };
}

/** Calls back once, when the store has something of a trace. */
function whenWritten(traces: TraceStore, traceId: string, signal: AbortSignal, onWritten: () => void): void {
  const end = traces.subscribe((change) => {
    if (!change.traceIds.includes(traceId)) return;
    end();
    onWritten();
  });
  signal.addEventListener('abort', end, { once: true });
}
