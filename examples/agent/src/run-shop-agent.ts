import type { BaseCallbackHandler } from '@langchain/core/callbacks/base';
import { awaitAllCallbacks } from '@langchain/core/callbacks/promises';
import { HumanMessage, isAIMessage } from '@langchain/core/messages';
import { shopAgent } from './shop-agent.ts';

export interface RunShopAgentOptions {
  readonly question: string;
  /** Hear of everything that happens, such as `CallbackHandler` of `@langfuse/langchain`. */
  readonly callbacks: BaseCallbackHandler[];
  /** How slowly it works: 1 is slow enough to watch, 0 is at once. Default 1. */
  readonly pace?: number;
  /** Ends the run, which rejects then. */
  readonly signal?: AbortSignal;
}

/** Runs the agent of the lamp shop; resolves to its answer when all callbacks have heard of everything. */
export async function runShopAgent({
  question,
  callbacks,
  pace = 1,
  signal,
}: RunShopAgentOptions): Promise<string> {
  try {
    const { messages } = await shopAgent(pace).invoke(
      { messages: [new HumanMessage(question)] },
      { callbacks, runName: 'lamp-shop', ...(signal && { signal }) },
    );
    return messages.findLast(isAIMessage)?.text ?? '';
  } finally {
    await awaitAllCallbacks();
  }
}
