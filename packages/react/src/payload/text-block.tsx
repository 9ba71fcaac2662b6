'use client';

import { LongText } from './long-text.tsx';
import { usePayloadSettings } from './payload-settings.ts';
import { useMarkdown } from './use-markdown.ts';

interface TextBlockProps {
  text: string;
}

/** Longer texts stay text: time to parse markdown can grow with the square of its length. */
const MAX_MARKDOWN = 30_000;
const FIRST_PAGE = 4000;

/** Text of a message: with its markdown drawn where that is wanted and sensible, else as it is. */
export function TextBlock({ text }: TextBlockProps) {
  const { textStyle } = usePayloadSettings();
  const drawMarkdown = useMarkdown(
    textStyle === 'markdown' && text.length <= MAX_MARKDOWN && mayBeMarkdown(text),
  );
  return drawMarkdown ? (
    drawMarkdown(text)
  ) : (
    <div className="oriel-text" dir="auto">
      <LongText text={text} firstPage={FIRST_PAGE} />
    </div>
  );
}

/** Most short answers have no mark in them: these need no parser. */
function mayBeMarkdown(text: string): boolean {
  return /[*_`#[\]<>|~&\\]|^\s*(?:[-+]|\d+[.)])\s|\n\s*\n|https?:|---/m.test(text);
}
