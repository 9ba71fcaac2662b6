'use client';

import { useEffect, useState } from 'react';
import { useDashboard } from '../navigation/dashboard-context.ts';

/** How long the button says that it worked. */
const SAID_MS = 2000;

/** Lines to be copied. */
export function Lines({ title, text }: { title: string; text: string }) {
  const { start } = useDashboard().messages;
  const [isCopied, setIsCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setIsCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch {
      // No permission, or no secure page: the text can still be selected by hand.
      setIsCopied(false);
    }
  }

  return (
    <section className="oriel-start-lines" aria-label={title}>
      <header className="oriel-start-lines-header">
        <h2 className="oriel-section-title">{title}</h2>
        <button type="button" className="oriel-text-button" onClick={() => void copy()}>
          {isCopied ? start.copied : start.copy}
        </button>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys have to reach it */}
      <pre className="oriel-start-text" tabIndex={0}>
        {text}
      </pre>
    </section>
  );
}
