import type { JsonValue } from '../../model/json.ts';

/** One message of a conversation with a model. */
export interface ChatMessage {
  /** As it was captured: `system`, `user`, `assistant`, `tool`, `developer`, … */
  readonly role: string;
  /** Who speaks, where the role alone does not say, such as the tool's name. */
  readonly name: string | null;
  /** Text where the message is text; anything else as it is; `null` when there is none. */
  readonly content: JsonValue;
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
}
