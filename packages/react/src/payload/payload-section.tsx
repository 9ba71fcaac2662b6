'use client';

import { useId, useMemo, useState } from 'react';
import { readChat } from '@oriel/core';
import type { JsonValue } from '@oriel/core';
import { usePresentation } from '../provider/presentation-context.ts';
import { ChatMessages } from './chat-messages.tsx';
import { CopyButton } from './copy-button.tsx';
import { JsonOutline } from './json-outline.tsx';
import { LongText } from './long-text.tsx';

interface PayloadSectionProps {
  title: string;
  value: JsonValue;
}

/** One payload under its heading: as a conversation where it is one, as text, or as an outline. */
export function PayloadSection({ title, value }: PayloadSectionProps) {
  const { messages } = usePresentation();
  const titleId = useId();
  const [isRaw, setIsRaw] = useState(false);
  const chat = useMemo(() => readChat(value), [value]);

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
      {chat && !isRaw ? <ChatMessages messages={chat} /> : <Plain value={value} />}
    </section>
  );
}

function Plain({ value }: { value: JsonValue }) {
  const { messages } = usePresentation();
  if (value === null) return <p className="oriel-quiet">{messages.notCaptured}</p>;
  if (value === '') return <p className="oriel-quiet">{messages.emptyText}</p>;
  return (
    <div className="oriel-payload-box">
      {typeof value === 'string' ? (
        <div className="oriel-text" dir="auto">
          <LongText text={value} firstPage={4000} />
        </div>
      ) : (
        <JsonOutline value={value} />
      )}
    </div>
  );
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
