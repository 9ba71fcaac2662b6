import type { ChatMessage, ToolCall } from './chat-message.ts';
import type { MessagePart, ToolResultPart } from './message-part.ts';

/**
 * The same conversation with the answer of each tool under the call that asked for it, by id. Messages that were
 * nothing but such answers are gone; answers to calls that nobody sees stay where they are. An id that is asked for
 * twice gets its answers in order.
 *
 * ```
 *   assistant  call c1, call c2          assistant  call c1 → sunny
 *   tool       c2: 7°                                call c2 → 7°
 *   tool       c1: sunny                 tool       c9: late
 *   tool       c9: late
 * ```
 */
export function pairToolResults(messages: readonly ChatMessage[]): ChatMessage[] {
  const open = new Map<string, number[]>();
  const results = new Map<number, ToolResultPart>();
  const paired = new Set<MessagePart>();
  let number = 0;
  for (const { parts } of messages) {
    for (const part of parts) {
      if (part.kind === 'tool-call') {
        if (part.call.id !== null) open.set(part.call.id, [...(open.get(part.call.id) ?? []), number]);
        number += 1;
      } else if (part.kind === 'tool-result' && part.toolCallId !== null) {
        const asked = open.get(part.toolCallId)?.shift();
        if (asked === undefined) continue;
        results.set(asked, part);
        paired.add(part);
      }
    }
  }

  number = 0;
  const withResult = (call: ToolCall): ToolCall => {
    const result = results.get(number);
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
