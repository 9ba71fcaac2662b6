'use client';

import { useId, useMemo, useState } from 'react';
import { parseContainer, printExactJson, readConversation, readText } from '@oriel/core';
import type { JsonValue } from '@oriel/core';
import { usePresentation } from '../provider/presentation-context.ts';
import { ChatMessages } from './chat-messages.tsx';
import { CopyButton } from './copy-button.tsx';
import { JsonOutline } from './json-outline.tsx';
import { MessageParts } from './message-parts.tsx';

interface PayloadSectionProps {
  title: string;
  value: JsonValue;
}

/** One payload under its heading: as a conversation where it is one, as text, or as an outline. */
export function PayloadSection({ title, value }: PayloadSectionProps) {
  const { messages } = usePresentation();
  const titleId = useId();
  const [isRaw, setIsRaw] = useState(false);
  const parsed = useMemo(() => (typeof value === 'string' ? parseContainer(value) : value), [value]);
  const chat = useMemo(() => readConversation(parsed), [parsed]);

  return (
    <section className="oriel-payload" aria-labelledby={titleId}>
      <div className="oriel-payload-head">
        <h3 id={titleId} className="oriel-section-title">
          {title}
        </h3>
        {chat && (
          <button type="button" className="oriel-text-button" onClick={() => setIsRaw(!isRaw)}>
            {isRaw ? messages.formatted : messages.raw}
          </button>
        )}
        {value !== null && <CopyButton label={title} text={() => textOf(value)} />}
      </div>
      {chat && !isRaw ? <ChatMessages conversation={chat} /> : <Plain value={parsed} />}
    </section>
  );
}

function Plain({ value }: { value: JsonValue }) {
  const { messages } = usePresentation();
  if (value === null) return <p className="oriel-quiet">{messages.notCaptured}</p>;
  if (value === '') return <p className="oriel-quiet">{messages.emptyText}</p>;
  return (
    <div className="oriel-payload-box">
      {typeof value === 'string' ? <MessageParts parts={readText(value)} /> : <JsonOutline value={value} />}
    </div>
  );
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : printExactJson(value);
}
