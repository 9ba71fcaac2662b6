import type { DemoTexts } from './demo-texts.ts';
import type { AgentRunState } from './use-agent-run.ts';

export interface AgentNoticeProps {
  state: AgentRunState;
  texts: DemoTexts;
  onStop: () => void;
  onDismiss: () => void;
}

/** A quiet bar that says what the agent is about, and what it said. */
export function AgentNotice({ state, texts, onStop, onDismiss }: AgentNoticeProps) {
  const isRunning = state.status === 'running';
  return (
    <div className="demo-notice" data-event={`agent-${state.status}`}>
      {isRunning && <span className="demo-pulse" aria-hidden="true" />}
      <output>{describe(state, texts)}</output>
      <button type="button" className="demo-button" onClick={isRunning ? onStop : onDismiss}>
        {isRunning ? texts.stop : texts.dismiss}
      </button>
    </div>
  );
}

function describe(state: AgentRunState, texts: DemoTexts): string {
  if (state.status === 'running') return texts.agentRuns;
  if (state.status === 'failed') return `${texts.agentFailed} ${state.reason}`;
  return `${texts.agentAnswered} ${state.answer}`;
}
