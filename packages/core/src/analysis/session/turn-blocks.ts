import type { ChatMessage } from '../chat/chat-message.ts';
import type { MessagePart, ToolCallPart, ToolResultPart } from '../chat/message-part.ts';

/** A piece of a turn as a reader takes it in. */
export type TurnBlock =
  /** Somebody speaks. */
  | {
      readonly kind: 'said';
      readonly role: string;
      readonly name: string | null;
      readonly parts: readonly MessagePart[];
    }
  /** Tools at work: calls with their results, and results of calls that nobody sees. */
  | { readonly kind: 'tools'; readonly parts: readonly (ToolCallPart | ToolResultPart)[] }
  /** What the application told the model. */
  | { readonly kind: 'instructions'; readonly parts: readonly MessagePart[] };

/** Messages as blocks: tool use that follows tool use is one block, however many messages it took. */
export function turnBlocks(messages: readonly ChatMessage[]): TurnBlock[] {
  const blocks: TurnBlock[] = [];
  for (const { role, name, parts } of messages) {
    if (role === 'system' || role === 'developer') {
      blocks.push({ kind: 'instructions', parts });
      continue;
    }
    // A message of which nothing was captured is still a message.
    if (parts.length === 0) blocks.push({ kind: 'said', role, name, parts: [] });
    for (const part of parts) {
      const last = blocks.at(-1);
      const isFirst = part === parts[0];
      if (part.kind === 'tool-call' || part.kind === 'tool-result') {
        if (last?.kind === 'tools') blocks[blocks.length - 1] = { ...last, parts: [...last.parts, part] };
        else blocks.push({ kind: 'tools', parts: [part] });
      } else if (last?.kind === 'said' && !isFirst) {
        blocks[blocks.length - 1] = { ...last, parts: [...last.parts, part] };
      } else {
        blocks.push({ kind: 'said', role, name, parts: [part] });
      }
    }
  }
  return blocks;
}
