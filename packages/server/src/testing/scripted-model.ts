import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage } from '@langchain/core/messages';
import type { BaseMessage, UsageMetadata } from '@langchain/core/messages';
import type { ChatResult } from '@langchain/core/outputs';

/** What the model answers to one call. */
export interface ScriptedAnswer {
  readonly text: string;
  readonly toolCalls?: readonly { readonly name: string; readonly args: Record<string, unknown> }[];
  readonly usage: UsageMetadata;
}

/** A chat model that says what it was told to, one answer a call, and never leaves the machine. */
export class ScriptedModel extends BaseChatModel {
  readonly #answers: ScriptedAnswer[];
  readonly #model: string;

  constructor(model: string, answers: readonly ScriptedAnswer[]) {
    super({});
    this.#model = model;
    this.#answers = [...answers];
  }

  override _llmType(): string {
    return 'scripted';
  }

  override invocationParams(): { readonly model: string; readonly temperature: number } {
    return { model: this.#model, temperature: 0.2 };
  }

  override _generate(_messages: BaseMessage[]): Promise<ChatResult> {
    const answer = this.#answers.shift();
    if (!answer) return Promise.reject(new Error('The script of the model is over.'));
    const { text, toolCalls = [], usage } = answer;
    const said = new AIMessage({
      content: text,
      tool_calls: toolCalls.map((call, n) => ({ ...call, id: `call-${n}`, type: 'tool_call' as const })),
      response_metadata: { model_name: this.#model },
    });
    // The constructor's types know of no usage where absent and `undefined` are told apart, as they are here.
    const message = Object.assign(said, { usage_metadata: usage });
    return Promise.resolve({ generations: [{ text, message }], llmOutput: {} });
  }
}
