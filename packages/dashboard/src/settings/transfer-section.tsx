'use client';

import { useRef } from 'react';
import { usePresentation } from '@oriel/react';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { Section } from './section.tsx';
import { useTransfer } from './use-transfer.ts';

/** The whole store as one file, and such a file into the store. */
export function TransferSection() {
  const { messages, store } = useDashboard();
  const { format } = usePresentation();
  const { settings } = messages;
  const picker = useRef<HTMLInputElement>(null);
  const { state, exportAll, importFile, cancel } = useTransfer(store);
  const isBusy = state.status === 'running';

  return (
    <Section title={settings.transfer}>
      <p className="oriel-quiet">{settings.transferHint}</p>
      <div className="oriel-settings-buttons">
        {/* What is disabled loses the focus, and whoever pressed it waits here. */}
        <button
          type="button"
          className="oriel-button"
          aria-disabled={isBusy}
          onClick={() => !isBusy && void exportAll()}
        >
          {settings.exportAll}
        </button>
        <button
          type="button"
          className="oriel-button"
          disabled={!store.traces.capabilities.writable}
          aria-disabled={isBusy}
          onClick={() => !isBusy && picker.current?.click()}
        >
          {settings.importFile}
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={settings.importFile}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void importFile(file);
            currentTarget.value = '';
          }}
        />
        {isBusy && (
          <button type="button" className="oriel-text-button" onClick={cancel}>
            {settings.cancel}
          </button>
        )}
      </div>
      <output className="oriel-quiet">
        {state.status === 'running' && settings.transferring(format.count(state.traces))}
        {state.status === 'done' &&
          settings.transferred(format.count(state.traces), format.count(state.rejected))}
        {state.status === 'cancelled' && settings.transferCancelled}
      </output>
      {state.status === 'failed' && (
        <p role="alert" className="oriel-settings-error">
          {state.reason}
        </p>
      )}
    </Section>
  );
}
