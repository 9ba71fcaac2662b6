import { toolCallsFact, usageFact } from './ai-sdk-calls.ts';
import { EVERY_CALL, aiSdkFacts } from './ai-sdk-facts.ts';
import { callFacts } from './call-facts.ts';
import type { Checks } from './check-facts.ts';
import { LANGSMITH_FACTS } from './langsmith-facts.ts';
import { MASTRA_FACTS } from './mastra-facts.ts';
import { OPENAI_FACTS } from './openai-facts.ts';
import { OPENINFERENCE_LANGCHAIN_FACTS, OPENINFERENCE_OPENAI_FACTS } from './openinference-facts.ts';
import { OPEN_LLMETRY_LANGCHAIN_FACTS, OPEN_LLMETRY_OPENAI_FACTS } from './openllmetry-facts.ts';
import { RECORDING_FACTS } from './recording-facts.ts';
import type { RecordingSubject } from './recording-facts.ts';

/** The old exporter sends no status, tool calls as plain spans, and neither details of usage nor what was embedded. */
const OLD_EXPORTER = aiSdkFacts({
  calls: {
    usage: usageFact({ cached: null, reasoning: null }),
    toolCalls: toolCallsFact({ type: 'SPAN', isComplete: false }),
    values: null,
    error: null,
  },
  outputs: { error: null },
});

/** Langfuse's processor puts what it propagates in the place of what the caller of the SDK said. */
const PROPAGATED = { sessionId: null, userId: null, tags: null };

/** The fifth major does not say how much of the output was reasoning. */
const NO_REASONING = { usage: usageFact({ reasoning: null }) };

/** The seventh major sends metadata, reasoning and what was embedded on demand only. */
const BARE_V7 = aiSdkFacts({ calls: { ...NO_REASONING, values: null }, withoutMetadata: EVERY_CALL });

/** The clients whose vocabularies are read, with what their programs may know. One scenario may differ. */
const FACTS: Readonly<Record<string, Checks<RecordingSubject>>> = {
  'langfuse-js-v3': RECORDING_FACTS,
  'langfuse-langchain-v3': RECORDING_FACTS,
  'langfuse-otel-v5': RECORDING_FACTS,
  'langfuse-langchain-v5': RECORDING_FACTS,
  'langfuse-openai-v5': OPENAI_FACTS,
  'langfuse-vercel-v3': OLD_EXPORTER,
  'openinference-langchain': OPENINFERENCE_LANGCHAIN_FACTS,
  'openinference-openai': OPENINFERENCE_OPENAI_FACTS,
  'openinference-vercel': aiSdkFacts({ withoutMetadata: ['next-city'] }),
  'openinference-vercel/travel-agent-v6': aiSdkFacts(),
  'otlp-transport': RECORDING_FACTS,
  'otel-genai-openai': callFacts({ unsentUsage: ['cached', 'reasoning'] }),
  'otel-genai-openai/chat-tools-no-content': callFacts({
    unsentUsage: ['cached', 'reasoning'],
    sendsContent: false,
  }),
  traceloop: OPEN_LLMETRY_LANGCHAIN_FACTS,
  'traceloop/chat-tools': OPEN_LLMETRY_OPENAI_FACTS,
  'langsmith-otel': LANGSMITH_FACTS,
  mastra: MASTRA_FACTS,
  'ai-sdk-v5': aiSdkFacts({ calls: NO_REASONING }),
  'ai-sdk-v5/langfuse-processor': aiSdkFacts({ calls: NO_REASONING, metadata: PROPAGATED }),
  'ai-sdk-v6': aiSdkFacts(),
  'ai-sdk-v6/langfuse-processor': aiSdkFacts({ metadata: PROPAGATED }),
  'ai-sdk-v7/langfuse-processor': BARE_V7,
  'ai-sdk-v7/travel-agent': BARE_V7,
  // Even on demand, generateObject sends no metadata.
  'ai-sdk-v7': aiSdkFacts({ withoutMetadata: ['next-city'] }),
};

export const CLIENTS = Object.keys(FACTS).filter((name) => !name.includes('/'));

/** @param scenario - client and scenario: `ai-sdk-v7/travel-agent`. */
export function factsOf(scenario: string): Checks<RecordingSubject> {
  const facts = FACTS[scenario] ?? FACTS[scenario.split('/')[0] ?? ''];
  if (facts === undefined) throw new Error(`Nobody said what may be known of ${scenario}.`);
  return facts;
}
