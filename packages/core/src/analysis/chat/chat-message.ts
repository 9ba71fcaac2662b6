import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { ToolDefinition } from '../../model/tool-definition.ts';
import type { MessagePart, ToolResultPart } from './message-part.ts';

/** One message of a conversation with a model. */
export interface ChatMessage {
  /** As it was captured: `system`, `user`, `assistant`, `tool`, `developer`, `model`, …; `message` where nobody says. */
  readonly role: string;
  /** Who speaks, where the role alone does not say, such as the tool's name. */
  readonly name: string | null;
  /** What the message is made of, in its own order, tool calls and results included. */
  readonly parts: readonly MessagePart[];
  /** Its texts as one, without reasoning; `null` when there are none. */
  readonly content: string | null;
  readonly toolCalls: readonly ToolCall[];
  /** The call that this message answers. */
  readonly toolCallId: string | null;
}

/** A tool that the model asked for. */
export interface ToolCall {
  readonly id: string | null;
  readonly name: string;
  /** Parsed where the producer kept them as JSON text. */
  readonly arguments: JsonValue;
  /** What the tool answered, where the same conversation says so (`pairToolResults`). */
  readonly result?: ToolResultPart | undefined;
}

/** A payload read as a conversation: nothing of it is lost, what is no message stands in `rest`. */
export interface Conversation {
  readonly messages: readonly ChatMessage[];
  /** Tools that were offered in the payload itself. */
  readonly tools: readonly ToolDefinition[];
  /** What stands beside the messages, such as `temperature`; `null` when nothing does. */
  readonly rest: JsonObject | null;
}
