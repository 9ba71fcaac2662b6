import { onlyIn, spanPayload } from '../span-source.ts';
import { typeBy } from '../type-table.ts';
import { speaking } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

const SCOPE = 'livekit-agents';

/** LiveKit Agents, which talk. The names of spans say what they are. */
export const LIVEKIT: Vocabulary = {
  name: 'livekit',
  prefixes: ['lk.'],
  scopes: [SCOPE],
  consumes: () => false,
};

/** Attempts, adapters and set-up: how the framework goes about it, not what happened. */
const PLUMBING = new Set([
  'llm_request_run',
  'tts_request_run',
  'llm_fallback_adapter',
  'tts_fallback_adapter',
  'tts_stream_adapter',
  'setup_toolsets',
  'drain_agent_activity',
  'eou_detection',
]);

export const livekit = speaking(LIVEKIT, {
  type: onlyIn(
    SCOPE,
    typeBy(({ name }) => name, {
      agent_turn: 'AGENT',
      start_agent_activity: 'AGENT',
      function_tool: 'TOOL',
    }),
  ),
  level: onlyIn(SCOPE, ({ name, hasErrorStatus }) =>
    PLUMBING.has(name) && !hasErrorStatus ? 'DEBUG' : undefined,
  ),
  payload: spanPayload(
    ['lk.input_text', 'lk.user_transcript', 'lk.chat_ctx'],
    ['lk.function_tool.output', 'lk.response.text'],
  ),
});
