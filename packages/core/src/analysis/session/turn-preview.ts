import type { ChatMessage } from '../chat/chat-message.ts';
import { previewJson } from '../log/preview-json.ts';
import type { TurnContent } from './turn-content.ts';

/** A turn in one line: what was asked last, else what was answered, else its data; `null` when nothing was captured. */
export function turnPreview({ input, output }: TurnContent, length: number): string | null {
  const asked = input.messages.findLast((message) => message.role === 'user' && hasText(message));
  const said = asked ?? output.messages.find(hasText);
  if (said) return previewJson(said.content, length);
  const value = input.rest ?? output.rest;
  return value === null ? null : previewJson(value, length);
}

function hasText({ content }: ChatMessage): boolean {
  return content !== null && content.trim() !== '';
}
