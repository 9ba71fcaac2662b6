'use client';

import { useMemo } from 'react';
import { turnBlocks, turnConversation } from '@oriel/core';
import type { ChatMessage, JsonValue, TurnBlock, TurnContent } from '@oriel/core';
import { TypeIcon } from '../icons/type-icon.tsx';
import { JsonOutline } from '../payload/json-outline.tsx';
import { MessageParts } from '../payload/message-parts.tsx';
import { usePresentation } from './presentation.ts';
import { ToolFold } from './tool-fold.tsx';
import { TurnData } from './turn-data.tsx';
import { TurnFold } from './turn-fold.tsx';

interface TurnMessagesProps {
  content: TurnContent;
  /** What was said in the turns before, the latest last. */
  before: readonly TurnContent[];
  /** Id of the heading of the turn. */
  headingId: string;
}

/** What is said in a turn; where nothing is, what went in and out as data. */
export function TurnMessages({ content, before, headingId }: TurnMessagesProps) {
  const { messages: texts, format } = usePresentation();
  const own = texts.sessionThread;
  const turn = useMemo(() => turnConversation(content, before), [content, before]);
  const blocks = useMemo(() => turnBlocks(turn.messages), [turn]);
  const isEmpty =
    blocks.length === 0 && turn.repeated.length === 0 && turn.input === null && turn.output === null;
  if (isEmpty) return <p className="oriel-quiet">{own.nothingSaid}</p>;

  const saidIn = content.input.messages.length > 0;
  const saidOut = content.output.messages.length > 0;
  return (
    <>
      {turn.repeated.length > 0 && (
        <TurnFold title={own.repeated(turn.repeated.length, format.count(turn.repeated.length))}>
          {() => <Messages messages={turn.repeated} />}
        </TurnFold>
      )}
      {!saidIn && turn.input !== null && (
        <TurnData title={texts.input} within={headingId} value={turn.input} />
      )}
      <Blocks blocks={blocks} />
      {!saidOut && turn.output !== null && (
        <TurnData title={texts.output} within={headingId} value={turn.output} />
      )}
      {saidIn && <Beside title={`${texts.input}: ${texts.payload.beside}`} value={turn.input} />}
      {saidOut && <Beside title={`${texts.output}: ${texts.payload.beside}`} value={turn.output} />}
    </>
  );
}

function Beside({ title, value }: { title: string; value: JsonValue }) {
  if (value === null) return null;
  return <TurnFold title={title}>{() => <JsonOutline value={value} />}</TurnFold>;
}

function Messages({ messages }: { messages: readonly ChatMessage[] }) {
  return <Blocks blocks={useMemo(() => turnBlocks(messages), [messages])} />;
}

function Blocks({ blocks }: { blocks: readonly TurnBlock[] }) {
  return blocks.map((block, place) => <Block key={place} block={block} />);
}

function Block({ block }: { block: TurnBlock }) {
  const { messages } = usePresentation();
  const { roles } = messages.sessionThread;
  switch (block.kind) {
    case 'tools':
      return <ToolFold parts={block.parts} />;
    case 'instructions':
      return <TurnFold title={roles.system}>{() => <MessageParts parts={block.parts} />}</TurnFold>;
    case 'said': {
      const role = SPEAKERS[block.role];
      return (
        <div className="oriel-session-thread-said" data-role={role ?? block.role}>
          <span className={role && !block.name ? 'oriel-visually-hidden' : 'oriel-session-thread-speaker'}>
            {role ? roles[role] : block.role}
            {block.name !== null && ` · ${block.name}`}
          </span>
          {role === 'assistant' && (
            <span className="oriel-session-thread-avatar" aria-hidden="true">
              <TypeIcon type="GENERATION" />
            </span>
          )}
          {block.parts.length === 0 ? (
            <p className="oriel-quiet">{messages.notCaptured}</p>
          ) : (
            <MessageParts parts={block.parts} />
          )}
        </div>
      );
    }
    default:
      return block satisfies never;
  }
}

/** Roles that are told by how they look. */
const SPEAKERS: Readonly<Record<string, 'user' | 'assistant'>> = {
  user: 'user',
  human: 'user',
  assistant: 'assistant',
  model: 'assistant',
  ai: 'assistant',
};
