'use client';

import { useEffect, useState } from 'react';
import { CheckIcon, CopyIcon } from '../icons/control-icons.tsx';
import { usePresentation } from './presentation.ts';

interface CopyButtonProps {
  /** Made only when somebody copies: turning a large payload into text takes time. */
  text: () => string;
  /** What is copied, for people who do not see where the button is. */
  label: string;
}

const SHOWN_MS = 1500;

/** Puts text on the clipboard and says whether that worked. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const { messages } = usePresentation();
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);

  useEffect(() => {
    if (outcome === null) return undefined;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text());
      setOutcome('copied');
    } catch {
      // No permission, or a page without https: the reader is told and can still select the text.
      setOutcome('failed');
    }
  }

  const said = outcome === 'copied' ? messages.copied : messages.copyFailed;
  return (
    <span className="oriel-copy">
      <button
        type="button"
        className="oriel-icon-button"
        aria-label={`${messages.copy}: ${label}`}
        title={messages.copy}
        onClick={() => void copy()}
      >
        {outcome === 'copied' ? <CheckIcon /> : <CopyIcon />}
      </button>
      <output className={outcome === 'failed' ? 'oriel-copy-outcome' : 'oriel-visually-hidden'}>
        {outcome === null ? '' : said}
      </output>
    </span>
  );
}
