'use client';

import { useEffect, useState } from 'react';
import { useDashboard } from '../navigation/dashboard-context.ts';

/** How long the button says that it worked. */
const SAID_MS = 2000;

/** Lines to be copied. */
export function Lines({ title, text }: { title: string; text: string }) {
  const { start, panels } = useDashboard().messages;
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);

  useEffect(() => {
    if (outcome === null) return undefined;
    const timer = setTimeout(() => setOutcome(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      // No permission, or no secure page: said on the button; the text can still be selected by hand.
      setOutcome('failed');
    }
  }

  return (
    <section className="oriel-start-lines" aria-label={title}>
      <header className="oriel-start-lines-header">
        <h2 className="oriel-section-title">{title}</h2>
        <button type="button" className="oriel-text-button" onClick={() => void copy()}>
          {outcome === 'copied' ? start.copied : outcome === 'failed' ? panels.copyFailed : start.copy}
        </button>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys have to reach it */}
      <pre className="oriel-start-text" tabIndex={0}>
        {text}
      </pre>
    </section>
  );
}
