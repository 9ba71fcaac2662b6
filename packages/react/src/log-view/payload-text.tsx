'use client';

import { useMemo, useState } from 'react';
import { printJson } from '@oriel/core';
import type { JsonValue } from '@oriel/core';
import { CopyButton } from '../payload/copy-button.tsx';
import { usePresentation } from './presentation.ts';

interface PayloadTextProps {
  title: string;
  value: JsonValue;
}

const FIRST = 1500;

/** One part of a payload as text. However large it is, only what is shown is looked at. */
export function PayloadText({ title, value }: PayloadTextProps) {
  const { messages } = usePresentation();
  const [limit, setLimit] = useState(FIRST);
  const { text, isCut } = useMemo(() => printJson(value, limit), [value, limit]);
  return (
    <div className="oriel-log-view-part">
      <div className="oriel-log-view-part-head">
        <span className="oriel-section-title">{title}</span>
        <CopyButton
          label={title}
          text={() => (typeof value === 'string' ? value : JSON.stringify(value, null, 2))}
        />
      </div>
      <pre
        className="oriel-log-view-text"
        dir={typeof value === 'string' ? 'auto' : 'ltr'}
        aria-label={title}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls when it is long: by keyboard, too
        tabIndex={0}
      >
        {text}
        {isCut && '…'}
      </pre>
      {isCut && (
        <button type="button" className="oriel-text-button" data-rest="" onClick={() => setLimit(limit * 10)}>
          {messages.showMore}
        </button>
      )}
    </div>
  );
}
