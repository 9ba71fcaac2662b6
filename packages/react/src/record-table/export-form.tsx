'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { exportRows } from '@oriel/core';
import type { ExportFormat, ExportRowsOptions } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { useStoreContext } from '../provider/store-context.ts';
import { openFile, saveParts } from './save-parts.ts';
import type { OpenFile } from './save-parts.ts';

const TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv',
  jsonl: 'application/jsonl',
  json: 'application/json',
};
const FORMATS = Object.keys(TYPES) as ExportFormat[];

export interface ExportFormProps extends Pick<ExportRowsOptions, 'view' | 'query'> {
  /** How many records it will be; `null` while nobody knows. */
  count: number | null;
  /** Name of the file without its ending. */
  fileName: string;
  open?: OpenFile | undefined;
}

type Outcome =
  | { readonly kind: 'running' | 'done'; readonly count: number }
  | { readonly kind: 'failed'; readonly message: string }
  | null;

/** Takes what the table shows, or what is selected in it, out of the page as a file. */
export function ExportForm({ view, query, count, fileName, open = openFile }: ExportFormProps) {
  const { messages, format: write } = usePresentation();
  const texts = messages.recordTable;
  const { store } = useStoreContext();
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [withPayloads, setWithPayloads] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const name = useId();
  const stopping = useRef<AbortController | null>(null);
  useEffect(() => () => stopping.current?.abort(), []);

  async function save() {
    const own = new AbortController();
    stopping.current = own;
    let written = 0;
    try {
      const file = await open(`${fileName}.${format}`, TYPES[format]);
      if (!file) return;
      setOutcome({ kind: 'running', count: 0 });
      const parts = exportRows(store.traces, {
        view,
        query,
        format,
        withPayloads,
        signal: own.signal,
        onProgress: (done) => {
          written = done;
          setOutcome({ kind: 'running', count: done });
        },
      });
      await saveParts(parts, file);
      setOutcome({ kind: 'done', count: written });
    } catch (error) {
      if (own.signal.aborted) setOutcome(null);
      else setOutcome({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  }

  const isRunning = outcome?.kind === 'running';
  const total = count === null ? null : write.count(count);
  return (
    <>
      <fieldset className="oriel-data-grid-choices" disabled={isRunning}>
        <legend>{texts.exportFormat}</legend>
        {FORMATS.map((choice) => (
          <label key={choice}>
            <input type="radio" name={name} checked={format === choice} onChange={() => setFormat(choice)} />
            <span>{texts.exportFormats[choice]}</span>
          </label>
        ))}
      </fieldset>
      <label className="oriel-record-choice">
        <input
          type="checkbox"
          checked={withPayloads}
          disabled={isRunning}
          onChange={(event) => setWithPayloads(event.target.checked)}
        />
        {texts.exportPayloads}
      </label>
      {isRunning ? (
        <button type="button" className="oriel-button" onClick={() => stopping.current?.abort()}>
          {texts.cancel}
        </button>
      ) : (
        <button type="button" className="oriel-button" onClick={() => void save()}>
          {texts.exportRows(count, total ?? '')}
        </button>
      )}
      <output
        className="oriel-quiet oriel-record-outcome"
        data-failed={outcome?.kind === 'failed' ? '' : undefined}
      >
        {outcome?.kind === 'running' && texts.exporting(write.count(outcome.count), total)}
        {outcome?.kind === 'done' && texts.exported(write.count(outcome.count))}
        {outcome?.kind === 'failed' && texts.exportFailed(outcome.message)}
      </output>
    </>
  );
}
