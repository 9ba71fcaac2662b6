import type { ChatMessage } from '../chat/chat-message.ts';
import type { MessagePart } from '../chat/message-part.ts';

const SAME_ROLES: Readonly<Record<string, string>> = { model: 'assistant', ai: 'assistant', human: 'user' };

/**
 * What makes two messages the same: who speaks, and what is said but for white space. Reasoning, ids of calls and names
 * are left out, because many an application drops them from the history it sends.
 */
export function messageKey({ role, parts }: ChatMessage): string {
  return [SAME_ROLES[role] ?? role, ...parts.flatMap(partKey)].join('\n');
}

function partKey(part: MessagePart): string[] {
  switch (part.kind) {
    case 'text':
    case 'refusal':
      return [part.text.replaceAll(/\s+/g, ' ').trim()];
    case 'reasoning':
      return [];
    case 'media':
      return [`media ${Object.values(part.source).join(' ')}`];
    case 'tool-call':
      return [`call ${part.call.name} ${JSON.stringify(part.call.arguments)}`];
    case 'tool-result':
      return ['result', ...part.parts.flatMap(partKey)];
    case 'other':
      return [JSON.stringify(part.value)];
    default:
      return part satisfies never;
  }
}
