'use client';

import { useEffect } from 'react';
import type { RefObject } from 'react';

const NAME = 'oriel-session-search';
/** More marks than a screen can show. */
const MAX_MARKS = 500;

/**
 * Marks a text wherever it stands inside of an element, without touching the element: the browser paints ranges. Where
 * a browser cannot, nothing is marked.
 */
export function useTextHighlight(ref: RefObject<HTMLElement | null>, text: string): void {
  useEffect(() => {
    const needle = text.trim().toLowerCase();
    const root = ref.current;
    if (needle === '' || !root || typeof Highlight === 'undefined') return undefined;
    const own: Range[] = [];
    // One for the whole page: every conversation adds and takes away its own ranges.
    const highlight = CSS.highlights.get(NAME) ?? new Highlight();
    CSS.highlights.set(NAME, highlight);

    const clear = () => {
      for (const range of own.splice(0)) highlight.delete(range);
    };
    const mark = () => {
      clear();
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node && own.length < MAX_MARKS; node = walker.nextNode()) {
        const content = node.textContent?.toLowerCase() ?? '';
        for (let at = content.indexOf(needle); at !== -1; at = content.indexOf(needle, at + needle.length)) {
          // Lower case may be longer than what it was made of.
          if (at + needle.length > (node.textContent?.length ?? 0)) break;
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + needle.length);
          own.push(range);
          highlight.add(range);
        }
      }
    };
    let frame = requestAnimationFrame(mark);
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(mark);
    });
    observer.observe(root, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      clear();
    };
  }, [ref, text]);
}
