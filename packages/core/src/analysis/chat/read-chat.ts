import type { JsonValue } from '../../model/json.ts';
import type { ChatMessage } from './chat-message.ts';
import { readConversation } from './read-conversation.ts';

/**
 * Reads a payload as chat messages; `null` when it is not one, or holds anything beside the messages and the tools
 * offered. `readConversation` reads those, too.
 */
export function readChat(value: JsonValue): readonly ChatMessage[] | null {
  const conversation = readConversation(value);
  return conversation?.rest === null ? conversation.messages : null;
}
