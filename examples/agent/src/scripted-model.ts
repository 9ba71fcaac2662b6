import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager';
import type { BaseFunctionCallOptions, BaseLanguageModelInput } from '@langchain/core/language_models/base';
import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { BindToolsInput } from '@langchain/core/language_models/chat_models';
import { AIMessage } from '@langchain/core/messages';
import type { AIMessageChunk, BaseMessage } from '@langchain/core/messages';
import type { ChatResult } from '@langchain/core/outputs';
import type { Runnable } from '@langchain/core/runnables';
import { convertToOpenAITool } from '@langchain/core/utils/function_calling';
import { pause } from './pause.ts';

/** What the model says in one of its turns. */
export interface ScriptedReply {
  readonly text?: string;
  readonly toolCalls?: readonly { readonly name: string; readonly args: Readonly<Record<string, unknown>> }[];
}

export interface ScriptedModelOptions {
  /** One for each turn. */
  readonly replies: readonly ScriptedReply[];
  /** How slowly it speaks: 1 is some 30 ms a word, 0 is at once. */
  readonly pace: number;
}

interface CallOptions extends BaseFunctionCallOptions {
  tools?: ReturnType<typeof convertToOpenAITool>[];
}

const NAME = 'scripted';
const FIRST_WORD = 250;
const WORD = 30;

/** A chat model that speaks from a script, one reply a turn, and counts tokens roughly: four letters to one. */
export class ScriptedModel extends BaseChatModel<CallOptions> {
  readonly #replies: readonly ScriptedReply[];
  readonly #pace: number;
  #turn = 0;

  constructor({ replies, pace }: ScriptedModelOptions) {
    super({});
    this.#replies = replies;
    this.#pace = pace;
  }

  override _llmType(): string {
    return NAME;
  }

  /** What a tracer is told of a call. */
  override invocationParams(options?: this['ParsedCallOptions']) {
    return { model: NAME, temperature: 0, ...(options?.tools && { tools: options.tools }) };
  }

  override bindTools(tools: BindToolsInput[]): Runnable<BaseLanguageModelInput, AIMessageChunk, CallOptions> {
    return this.withConfig({ tools: tools.map((tool) => convertToOpenAITool(tool as never)) });
  }

  override async _generate(
    messages: BaseMessage[],
    { signal }: this['ParsedCallOptions'],
    run?: CallbackManagerForLLMRun,
  ): Promise<ChatResult> {
    const reply = this.#replies[this.#turn];
    if (!reply) throw new Error(`The script has no reply for turn ${this.#turn + 1}. Write one.`);
    this.#turn += 1;
    const { text = '', toolCalls = [] } = reply;
    await pause(FIRST_WORD * this.#pace, signal);
    for (const word of text.split(' ')) {
      await run?.handleLLMNewToken(`${word} `);
      await pause(WORD * this.#pace, signal);
    }
    const input = roughTokens(messages.map(({ content }) => content));
    const output = roughTokens([text, toolCalls]);
    const message = new AIMessage({
      content: text,
      tool_calls: toolCalls.map(({ name, args }, place) => ({
        name,
        args,
        id: `call-${this.#turn}-${place + 1}`,
        type: 'tool_call',
      })),
      response_metadata: { model_name: NAME },
    });
    const usage = { input_tokens: input, output_tokens: output, total_tokens: input + output };
    // Assigned, because the type of messages that have no structure of their own lacks it.
    Object.assign(message, { usage_metadata: usage });
    return { generations: [{ text, message }] };
  }
}

function roughTokens(content: readonly unknown[]): number {
  return Math.ceil(JSON.stringify(content).length / 4);
}
