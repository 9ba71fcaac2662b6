import type { Patch } from '@oriel/core';
import { readRecording } from './read-recording.ts';

/** What a LangGraph run becomes that the Langfuse handler of LangChain sent, by the name of its scenario. */
export async function recordedPatches(scenario: string): Promise<Patch[]> {
  const payloads = await readRecording(`langfuse-langchain-v5/${scenario}`);
  return payloads.flatMap(({ patches }) => patches);
}
