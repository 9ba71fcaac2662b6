'use client';

import { useEffect, useRef, useState } from 'react';
import type { Observation } from '@oriel/core';
import { CheckIcon, CopyIcon, DownloadIcon } from '../icons/control-icons.tsx';
import { usePresentation } from './presentation.ts';
import { logLines } from './log-lines.ts';
import type { ReadPayloads } from './payload-loader.ts';

interface LogExportProps {
  /** What is shown now, made when somebody asks for it. */
  shown: () => readonly Observation[];
  read: ReadPayloads | undefined;
  fileName: string;
}

type Outcome = { readonly share: number } | 'copied' | 'copy-failed' | 'failed' | null;

/** Takes what the log shows, with all its payloads, out of the page as JSON Lines. */
export function LogExport({ shown, read, fileName }: LogExportProps) {
  const { messages, format } = usePresentation();
  const [outcome, setOutcome] = useState<Outcome>(null);
  const stopping = useRef<AbortController | null>(null);
  useEffect(() => () => stopping.current?.abort(), []);

  async function take(deliver: (texts: string[]) => Promise<Outcome>) {
    stopping.current?.abort();
    const own = new AbortController();
    stopping.current = own;
    setOutcome({ share: 0 });
    try {
      const texts = await logLines(shown(), read, own.signal, (share) => setOutcome({ share }));
      setOutcome(await deliver(texts));
    } catch {
      if (!own.signal.aborted) setOutcome('failed');
    }
  }

  async function copy(texts: string[]): Promise<Outcome> {
    try {
      await navigator.clipboard.writeText(texts.join(''));
      return 'copied';
    } catch {
      // No permission, or a page without https: the file is still there to be had.
      return 'copy-failed';
    }
  }

  function download(texts: string[]): Promise<Outcome> {
    const url = URL.createObjectURL(new Blob(texts, { type: 'application/jsonl' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = fileName;
    link.click();
    URL.revokeObjectURL(url);
    return Promise.resolve(null);
  }

  const said =
    outcome === null
      ? ''
      : outcome === 'copied'
        ? messages.copied
        : outcome === 'copy-failed'
          ? messages.copyFailed
          : outcome === 'failed'
            ? messages.logView.exportFailed
            : messages.logView.preparing(format.share(outcome.share));
  return (
    <>
      <output className={outcome === 'copied' ? 'oriel-visually-hidden' : 'oriel-log-view-note'}>
        {said}
      </output>
      <button
        type="button"
        className="oriel-icon-button"
        aria-label={messages.logView.copyLines}
        title={messages.logView.copyLines}
        onClick={() => void take(copy)}
      >
        {outcome === 'copied' ? <CheckIcon /> : <CopyIcon />}
      </button>
      <button
        type="button"
        className="oriel-icon-button"
        aria-label={messages.logView.downloadLines}
        title={messages.logView.downloadLines}
        onClick={() => void take(download)}
      >
        <DownloadIcon />
      </button>
    </>
  );
}
