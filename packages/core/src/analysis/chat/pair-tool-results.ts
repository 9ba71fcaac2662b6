import type { ChatMessage, ToolCall } from './chat-message.ts';
import type { MessagePart, ToolResultPart } from './message-part.ts';

/**
 * The same conversation with the answer of each tool under the call that asked for it: by id, and where an answer has
 * none, as with Gemini, by the tool's name. Messages that were nothing but such answers are gone; answers to calls
 * that nobody sees stay where they are. What is asked for twice gets its answers in order.
 *
 * ```
 *   assistant  call c1, call c2          assistant  call c1 → sunny
 *   tool       c2: 7°                                call c2 → 7°
 *   tool       c1: sunny                 tool       c9: late
 *   tool       c9: late
 * ```
 */
export function pairToolResults(messages: readonly ChatMessage[]): ChatMessage[] {
  const open = new OpenCalls();
  const paired = new Set<MessagePart>();
  for (const message of messages) {
    for (const part of message.parts) {
      if (part.kind === 'tool-call') open.ask(part.call);
      else if (part.kind === 'tool-result' && open.answer(part)) paired.add(part);
    }
    const result = spokenByTool(message);
    if (result && open.answer(result)) for (const part of message.parts) paired.add(part);
  }

  let number = 0;
  const withResult = (call: ToolCall): ToolCall => {
    const result = open.results.get(number);
    number += 1;
    return result ? { ...call, result } : call;
  };
  return messages.flatMap((message) => {
    const parts = message.parts
      .filter((part) => !paired.has(part))
      .map((part) => (part.kind === 'tool-call' ? { ...part, call: withResult(part.call) } : part));
    if (parts.length === 0 && message.parts.length > 0) return [];
    return [{ ...message, parts }];
  });
}

/** Those who speak in conversations themselves, whatever tools may be called. */
const SPEAKERS = new Set(['system', 'developer', 'user', 'human', 'assistant', 'ai', 'model', 'message']);

/** LangChain's handlers give a tool's message the tool's name for a role, and leave its id out. */
function spokenByTool({ role, name, parts, toolCallId }: ChatMessage): ToolResultPart | null {
  const isPlain =
    parts.length > 0 && parts.every(({ kind }) => kind === 'text' || kind === 'media' || kind === 'other');
  if (!isPlain || toolCallId !== null || SPEAKERS.has(role)) return null;
  // OpenAI's calls of functions, before there were tools, were answered in the role of one, by name.
  const speaker = role === 'function' || role === 'tool' ? name : role;
  return { kind: 'tool-result', toolCallId: null, name: speaker, parts, isError: false };
}

/** Calls by their place in the conversation, and which of them wait for an answer. */
class OpenCalls {
  readonly results = new Map<number, ToolResultPart>();
  readonly #byId = new Map<string, number[]>();
  readonly #byName = new Map<string, number[]>();
  #count = 0;

  ask({ id, name }: ToolCall): void {
    if (id !== null) this.#byId.set(id, [...(this.#byId.get(id) ?? []), this.#count]);
    this.#byName.set(name, [...(this.#byName.get(name) ?? []), this.#count]);
    this.#count += 1;
  }

  /** Whether a call was waiting for it. */
  answer(result: ToolResultPart): boolean {
    const { toolCallId, name } = result;
    const waiting = toolCallId !== null ? this.#byId.get(toolCallId) : this.#byName.get(name ?? '');
    const asked = waiting?.find((number) => !this.results.has(number));
    if (asked === undefined) return false;
    this.results.set(asked, result);
    return true;
  }
}
