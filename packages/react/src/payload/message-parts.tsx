'use client';

import type { ReactNode } from 'react';
import type { MessagePart, ToolCall, ToolResultPart } from '@oriel/core';
import { TypeIcon } from '../icons/type-icon.tsx';
import { usePresentation } from './presentation.ts';
import { MediaView } from './media-view.tsx';
import { ReasoningBlock } from './reasoning-block.tsx';
import { TextBlock } from './text-block.tsx';
import { ValueBlock } from './value-block.tsx';

interface MessagePartsProps {
  parts: readonly MessagePart[];
}

/** What a message is made of, in its own order. */
export function MessageParts({ parts }: MessagePartsProps) {
  return parts.map((part, place) => <Part key={place} part={part} />);
}

function Part({ part }: { part: MessagePart }): ReactNode {
  const { messages } = usePresentation();
  switch (part.kind) {
    case 'text':
      // Structured output is JSON that came as text.
      return <ValueBlock value={part.text} />;
    case 'reasoning':
      return <ReasoningBlock text={part.text} />;
    case 'refusal':
      return (
        <div className="oriel-refusal">
          <strong>{messages.payload.refusal}</strong>
          <TextBlock text={part.text} />
        </div>
      );
    case 'media':
      return <MediaView media={part} />;
    case 'tool-call':
      return <ToolCallBox call={part.call} />;
    case 'tool-result':
      return <ToolResultBox result={part} />;
    case 'other':
      return <ValueBlock value={part.value} />;
    default:
      return part satisfies never;
  }
}

/** A tool that the model asked for, and under it what the tool answered, where the conversation goes on to say so. */
function ToolCallBox({ call }: { call: ToolCall }) {
  const { messages } = usePresentation();
  return (
    <div className="oriel-chat-tool-call">
      <div className="oriel-chat-tool-call-head">
        <TypeIcon type="TOOL" />
        <span className="oriel-visually-hidden">{messages.toolCall}</span>
        <code>{call.name}</code>
        {call.id !== null && <code className="oriel-chat-call-id">{call.id}</code>}
      </div>
      <ValueBlock value={call.arguments} />
      {call.result && <ToolResultBox result={call.result} isBelowCall />}
    </div>
  );
}

interface ToolResultBoxProps {
  result: ToolResultPart;
  /** The call above names it already. @defaultValue `false` */
  isBelowCall?: boolean | undefined;
}

/** What a tool answered. */
function ToolResultBox({ result, isBelowCall = false }: ToolResultBoxProps) {
  const { messages } = usePresentation();
  return (
    <div
      className="oriel-chat-tool-result"
      data-error={result.isError ? '' : undefined}
      data-paired={isBelowCall ? '' : undefined}
    >
      <div className="oriel-chat-tool-result-head">
        {messages.payload.toolResult}
        {result.isError && <span className="oriel-chat-tool-failed">{messages.payload.toolFailed}</span>}
        {!isBelowCall && result.name !== null && <code>{result.name}</code>}
        {!isBelowCall && result.toolCallId !== null && (
          <code className="oriel-chat-call-id">{result.toolCallId}</code>
        )}
      </div>
      {result.parts.length === 0 ? (
        <p className="oriel-quiet">{messages.emptyText}</p>
      ) : (
        result.parts.map((part, place) =>
          part.kind === 'text' ? (
            <ValueBlock key={place} value={part.text} />
          ) : (
            <MessageParts key={place} parts={[part]} />
          ),
        )
      )}
    </div>
  );
}
