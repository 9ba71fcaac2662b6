'use client';

import { useMemo, useState } from 'react';
import { pairToolResults } from '@oriel/core';
import type { Conversation, ToolDefinition } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { JsonOutline } from './json-outline.tsx';
import { MessageParts } from './message-parts.tsx';
import { ToolDefinitions } from './tool-definitions.tsx';

interface ChatMessagesProps {
  conversation: Conversation;
  /** Tools that are shown elsewhere. @defaultValue none */
  listedTools?: readonly ToolDefinition[] | undefined;
}

const NO_TOOLS: readonly ToolDefinition[] = [];

/** A conversation longer than this begins folded between its first message and its last ones. */
const MAX_SHOWN = 30;
const SHOWN_LAST = 12;

/** A conversation with a model, message by message, each tool call with what the tool answered. */
export function ChatMessages({ conversation, listedTools = NO_TOOLS }: ChatMessagesProps) {
  const { messages: texts, format } = usePresentation();
  const [isWhole, setIsWhole] = useState(false);
  const messages = useMemo(() => pairToolResults(conversation.messages), [conversation]);
  const tools = conversation.tools.filter(({ name }) => !listedTools.some((listed) => listed.name === name));
  const folded = isWhole || messages.length <= MAX_SHOWN ? 0 : messages.length - SHOWN_LAST - 1;

  return (
    <>
      <ol className="oriel-chat">
        {messages.map((message, place) => {
          if (place === 1 && folded > 0) {
            return (
              <li key={place}>
                <button
                  type="button"
                  className="oriel-text-button"
                  data-rest=""
                  onClick={() => setIsWhole(true)}
                >
                  {texts.payload.earlierMessages(folded, format.count(folded))}
                </button>
              </li>
            );
          }
          if (place > 0 && place <= folded) return null;
          return (
            <li key={place} className="oriel-chat-message" data-role={message.role}>
              <div className="oriel-chat-role">
                {message.role}
                {message.name !== null && <span className="oriel-chat-name">{message.name}</span>}
              </div>
              {message.parts.length === 0 ? (
                <p className="oriel-quiet">{texts.notCaptured}</p>
              ) : (
                <MessageParts parts={message.parts} />
              )}
            </li>
          );
        })}
      </ol>
      {tools.length > 0 && <ToolDefinitions tools={tools} />}
      {conversation.rest && (
        <details className="oriel-reasoning oriel-chat-rest">
          <summary>{texts.payload.beside}</summary>
          <JsonOutline value={conversation.rest} />
        </details>
      )}
    </>
  );
}
