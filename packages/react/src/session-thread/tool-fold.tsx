'use client';

import { useState } from 'react';
import type { ToolCallPart, ToolResultPart } from '@oriel/core';
import { ChevronIcon } from '../icons/control-icons.tsx';
import { TypeIcon } from '../icons/type-icon.tsx';
import { MessageParts } from '../payload/message-parts.tsx';
import { usePresentation } from './presentation.ts';

interface ToolFoldProps {
  parts: readonly (ToolCallPart | ToolResultPart)[];
}

/** Tools at work in one line that names them; opened, what went in and out of each. */
export function ToolFold({ parts }: ToolFoldProps) {
  const { messages, format } = usePresentation();
  const own = messages.sessionThread;
  const [isOpen, setIsOpen] = useState(false);
  const names = parts.map((part) => (part.kind === 'tool-call' ? part.call.name : (part.name ?? '')));
  const hasFailed = parts.some(
    (part) => (part.kind === 'tool-call' ? part.call.result : part)?.isError === true,
  );
  return (
    <div className="oriel-session-thread-fold" data-kind="tools">
      <button
        type="button"
        className="oriel-session-thread-fold-button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <ChevronIcon />
        <TypeIcon type="TOOL" />
        <span className="oriel-session-thread-fold-title">
          {own.usedTools(parts.length, format.count(parts.length))}
        </span>
        <code className="oriel-session-thread-fold-detail">
          {[...new Set(names.filter((name) => name !== ''))].join(', ')}
        </code>
        {hasFailed && <span className="oriel-session-thread-failed">{own.toolFailed}</span>}
      </button>
      {isOpen && (
        <div className="oriel-session-thread-fold-body">
          <MessageParts parts={parts} />
        </div>
      )}
    </div>
  );
}
