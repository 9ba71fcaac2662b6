'use client';

import { useRef, useState } from 'react';
import type { Store } from '@oriel/core';
import { exportStore, importStore } from '@oriel/core/transfer';
import { saveStream } from './save-stream.ts';

/** What has become of an export or an import. */
export type TransferState =
  | { readonly status: 'idle' | 'cancelled' }
  | { readonly status: 'running'; readonly traces: number }
  | { readonly status: 'done'; readonly traces: number; readonly rejected: number }
  | { readonly status: 'failed'; readonly reason: string };

/** Runs one export or import at a time, tells how far it is, and stops it when asked. */
export function useTransfer(store: Store) {
  const [state, setState] = useState<TransferState>({ status: 'idle' });
  const running = useRef<AbortController | null>(null);

  async function run(work: (signal: AbortSignal) => Promise<TransferState>) {
    const stopping = new AbortController();
    running.current = stopping;
    setState({ status: 'running', traces: 0 });
    try {
      setState(await work(stopping.signal));
    } catch (error) {
      if (stopping.signal.aborted || isRefusal(error)) setState({ status: 'cancelled' });
      else setState({ status: 'failed', reason: error instanceof Error ? error.message : String(error) });
    }
  }

  const onProgress = ({ traces }: { readonly traces: number }) => setState({ status: 'running', traces });

  return {
    state,
    exportAll: () =>
      run(async (signal) => {
        let traces = 0;
        const file = exportStore(store, {
          signal,
          onProgress: (progress) => {
            traces = progress.traces;
            onProgress(progress);
          },
        });
        await saveStream(file, `oriel-${new Date().toISOString().slice(0, 10)}.jsonl.gz`, signal);
        return { status: 'done', traces, rejected: 0 };
      }),
    importFile: (file: File) =>
      run(async (signal) => {
        const { counts, rejected } = await importStore(store, file.stream(), { signal, onProgress });
        return { status: 'done', traces: counts.traces, rejected: rejected.length };
      }),
    cancel: () => running.current?.abort(),
  };
}

/** The reader closed the browser's own dialog. */
function isRefusal(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
