import type { MediaId } from '../../model/ids.ts';
import type { JsonValue } from '../../model/json.ts';
import type { ToolCall } from './chat-message.ts';

/** A piece of a message. */
export type MessagePart =
  TextPart | ReasoningPart | RefusalPart | MediaPart | ToolCallPart | ToolResultPart | OtherPart;

export interface TextPart {
  readonly kind: 'text';
  readonly text: string;
}

/** What a model thought before it answered. */
export interface ReasoningPart {
  readonly kind: 'reasoning';
  /** `null` where the vendor hides it: encrypted, redacted, or only a signature. */
  readonly text: string | null;
}

/** A model's words for not answering. */
export interface RefusalPart {
  readonly kind: 'refusal';
  readonly text: string;
}

/** An image, a recording, a document: bytes, wherever they are. */
export interface MediaPart {
  readonly kind: 'media';
  /** Such as `image/png`; `null` where nobody says. Comes from whoever sent the trace: never trust it to run. */
  readonly contentType: string | null;
  readonly name: string | null;
  readonly source: MediaSource;
  /** What is said in a recording, where the producer wrote it down. */
  readonly transcript: string | null;
}

/** Where bytes are. */
export type MediaSource =
  /** In the store's `MediaStore`. */
  | { readonly kind: 'stored'; readonly id: MediaId }
  /** In the payload itself, as base64. */
  | { readonly kind: 'inline'; readonly base64: string }
  /** Somewhere else: loading them tells that somebody looks at this trace. */
  | { readonly kind: 'remote'; readonly url: string }
  /** With the vendor, under an id that says nothing to us. */
  | { readonly kind: 'vendor'; readonly fileId: string };

export interface ToolCallPart {
  readonly kind: 'tool-call';
  readonly call: ToolCall;
}

/** What a tool answered. */
export interface ToolResultPart {
  readonly kind: 'tool-result';
  /** The call that it answers. */
  readonly toolCallId: string | null;
  readonly name: string | null;
  readonly parts: readonly MessagePart[];
  readonly isError: boolean;
}

/** Anything we know no better name for, as it was captured. */
export interface OtherPart {
  readonly kind: 'other';
  readonly value: JsonValue;
}
