'use client';

import type { ChatMessage, JsonValue, ToolCall } from '@oriel/core';
import { TypeIcon } from '../icons/type-icon.tsx';
import { usePresentation } from '../provider/presentation-context.ts';
import { JsonOutline } from './json-outline.tsx';
import { LongText } from './long-text.tsx';

interface ChatMessagesProps {
  messages: readonly ChatMessage[];
}

/** A conversation with a model, message by message, with the tools it asked for. */
export function ChatMessages({ messages }: ChatMessagesProps) {
  return (
    <ol className="oriel-chat">
      {messages.map((message, place) => (
        <li key={place} className="oriel-chat-message" data-role={message.role}>
          <div className="oriel-chat-role">
            {message.role}
            {message.name !== null && <span className="oriel-chat-name">{message.name}</span>}
            {message.toolCallId !== null && <code className="oriel-chat-call-id">{message.toolCallId}</code>}
          </div>
          <Content value={message.content} />
          {message.toolCalls.map((call, callPlace) => (
            <ToolCallBox key={callPlace} call={call} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function Content({ value }: { value: JsonValue }) {
  if (value === null || value === '') return null;
  if (typeof value === 'string') {
    return (
      <div className="oriel-text" dir="auto">
        <LongText text={value} firstPage={4000} />
      </div>
    );
  }
  return <JsonOutline value={value} />;
}

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
      <Content value={call.arguments} />
    </div>
  );
}
