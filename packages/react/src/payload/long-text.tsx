'use client';

import { useState } from 'react';
import { usePresentation } from './presentation.ts';

interface LongTextProps {
  text: string;
  /** Characters shown at first. */
  firstPage: number;
}

/** Characters added by each "show more". A browser lays this much out within a frame or two. */
const PAGE = 20_000;

/** Text of any length. A bounded part is in the page; the rest comes on request, piece by piece. */
export function LongText({ text, firstPage }: LongTextProps) {
  const { messages, format } = usePresentation();
  const [pages, setPages] = useState(0);
  const shown = cutAt(text, firstPage + pages * PAGE);
  const rest = text.length - shown;

  return (
    <>
      {Array.from({ length: pages + 1 }, (_, page) => (
        // One box per piece: a browser skips those out of sight, and never lays earlier ones out again.
        <span key={page} className="oriel-long-text-page">
          {text.slice(
            page === 0 ? 0 : cutAt(text, firstPage + (page - 1) * PAGE),
            cutAt(text, firstPage + page * PAGE),
          )}
        </span>
      ))}
      {rest > 0 && (
        <button type="button" className="oriel-text-button" data-rest="" onClick={() => setPages(pages + 1)}>
          {messages.showMore}
          <span className="oriel-text-button-detail">{messages.remainingCharacters(format.count(rest))}</span>
        </button>
      )}
    </>
  );
}

/** Never between the halves of a surrogate pair, such as an emoji. */
function cutAt(text: string, length: number): number {
  if (length >= text.length) return text.length;
  const code = text.charCodeAt(length);
  return code >= 0xdc00 && code <= 0xdfff ? length - 1 : length;
}
