'use client';

import { useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { layoutJson, parseContainer, printJson, readConversation, readText } from '@oriel/core';
import type { JsonValue, ToolDefinition } from '@oriel/core';
import { ChevronIcon } from '../icons/control-icons.tsx';
import { usePresentation } from './presentation.ts';
import { ChatMessages } from './chat-messages.tsx';
import { CopyButton } from './copy-button.tsx';
import { DownloadButton } from './download-button.tsx';
import { JsonOutline } from './json-outline.tsx';
import { JsonTree } from './json-tree.tsx';
import { MessageParts } from './message-parts.tsx';

interface PayloadSectionProps {
  title: string;
  /** Id of what names the thing it belongs to, where a page has several of this title. @defaultValue none */
  within?: string | undefined;
  value: JsonValue;
  /** Tools that are shown beside it, and are left out here. @defaultValue none */
  listedTools?: readonly ToolDefinition[] | undefined;
  /** Only its heading is shown. @defaultValue `false` */
  isFolded?: boolean | undefined;
  /** Makes the heading a button that folds. @defaultValue a heading */
  onFold?: ((isFolded: boolean) => void) | undefined;
}

/** One payload under its heading: as a conversation where it is one, as text, or as an outline. */
export function PayloadSection({
  title,
  within,
  value,
  listedTools,
  isFolded = false,
  onFold,
}: PayloadSectionProps) {
  const { messages } = usePresentation();
  const titleId = useId();
  const [isRaw, setIsRaw] = useState(false);
  const parsed = useMemo(() => (typeof value === 'string' ? parseContainer(value) : value), [value]);
  const chat = useMemo(() => readConversation(parsed), [parsed]);

  return (
    <section
      className="oriel-payload"
      aria-labelledby={within === undefined ? titleId : `${within} ${titleId}`}
      data-folded={isFolded ? '' : undefined}
    >
      <div className="oriel-payload-head">
        <h3 id={titleId} className="oriel-section-title">
          {onFold ? (
            <button
              type="button"
              className="oriel-payload-fold"
              aria-expanded={!isFolded}
              onClick={() => onFold(!isFolded)}
            >
              <ChevronIcon />
              {title}
            </button>
          ) : (
            title
          )}
        </h3>
        {chat && !isFolded && (
          <button type="button" className="oriel-text-button" onClick={() => setIsRaw(!isRaw)}>
            {isRaw ? messages.formatted : messages.raw}
          </button>
        )}
        {value !== null && (
          <>
            <CopyButton label={title} text={() => printJson(value).text} />
            <DownloadButton
              label={title}
              fileName={`${title}.${typeof value === 'string' ? 'txt' : 'json'}`}
              text={() => printJson(value).text}
            />
          </>
        )}
      </div>
      {!isFolded &&
        (chat && !isRaw ? (
          <ChatMessages conversation={chat} listedTools={listedTools} />
        ) : (
          <Plain value={parsed} label={title} />
        ))}
    </section>
  );
}

/** Lines of an outline beyond which a value gets a window of its own, with search. */
const MAX_LINES = 200;

function Plain({ value, label }: { value: JsonValue; label: string }): ReactNode {
  const { messages } = usePresentation();
  if (value === null) return <p className="oriel-quiet">{messages.notCaptured}</p>;
  if (value === '') return <p className="oriel-quiet">{messages.emptyText}</p>;
  if (typeof value === 'string') {
    return (
      <div className="oriel-payload-box">
        <MessageParts parts={readText(value)} />
      </div>
    );
  }
  if (layoutJson(value, { toggled: NONE, limit: MAX_LINES }).isCut) {
    return (
      <div className="oriel-json-window">
        <JsonTree value={value} label={label} />
      </div>
    );
  }
  return (
    <div className="oriel-payload-box">
      <JsonOutline value={value} />
    </div>
  );
}

const NONE: ReadonlySet<string> = new Set();
