import type { Checks } from './check-facts.ts';
import { OPENAI_FACTS } from './openai-facts.ts';
import { RECORDING_FACTS } from './recording-facts.ts';
import type { RecordingSubject } from './recording-facts.ts';

/** The clients whose vocabularies are read, with what their programs may know. */
export const CLIENT_FACTS: Readonly<Record<string, Checks<RecordingSubject>>> = {
  'langfuse-js-v3': RECORDING_FACTS,
  'langfuse-langchain-v3': RECORDING_FACTS,
  'langfuse-otel-v5': RECORDING_FACTS,
  'langfuse-langchain-v5': RECORDING_FACTS,
  'langfuse-openai-v5': OPENAI_FACTS,
  'otlp-transport': RECORDING_FACTS,
};
