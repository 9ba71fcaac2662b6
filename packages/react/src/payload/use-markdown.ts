'use client';

import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';

type DrawMarkdown = (text: string) => ReactNode;

let loaded: DrawMarkdown | null = null;

/**
 * What draws markdown, once it has loaded; `null` until then, and on a server. It comes by itself so that nobody loads
 * a parser to look at a tree, and the text is there to be read in the meantime.
 */
export function useMarkdown(isWanted: boolean): DrawMarkdown | null {
  const [, setIsLoaded] = useState(loaded !== null);

  useEffect(() => {
    if (!isWanted || loaded !== null) return undefined;
    const gone = new AbortController();
    void loadMarkdown().then((draw) => {
      if (draw && !gone.signal.aborted) setIsLoaded(true);
      return undefined;
    });
    return () => gone.abort();
  }, [isWanted]);

  return isWanted ? loaded : null;
}

/** `null` where it cannot be had: texts stay as they are then, which is readable. */
async function loadMarkdown(): Promise<DrawMarkdown | null> {
  try {
    const { drawMarkdown } = await import('./markdown.tsx');
    loaded = drawMarkdown;
    return drawMarkdown;
  } catch {
    return null;
  }
}
