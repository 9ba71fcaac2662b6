import { useMemo, useRef } from 'react';
import { OrielProvider, TraceList } from '@oriel/react';
import type { Navigation } from '@oriel/react';
import type { IngestionClient } from '@oriel/ingest/worker';
import { DroppedFiles } from './dropped-files.tsx';
import { goTo, printRoute, useRoute } from './route.ts';
import type { EventSource } from './store-event-channel.ts';
import { StoreNotice } from './store-notice.tsx';
import { TracePage } from './trace-page.tsx';
import { useDroppedFiles } from './use-dropped-files.ts';

/** The whole demo: a list, a trace, and a place to drop files. */
export function App({ client, events }: { client: IngestionClient; events?: EventSource | undefined }) {
  const { traceId, view } = useRoute();
  const { files, isOver, takeAll, clear } = useDroppedFiles(client);
  const picker = useRef<HTMLInputElement>(null);
  const navigation = useMemo<Navigation>(
    () => ({
      traceHref: (id) => printRoute({ traceId: id, view: {} }),
      navigate: (href) => (window.location.hash = href),
    }),
    [],
  );

  return (
    <OrielProvider store={client.store} navigation={navigation}>
      <div className="demo" data-over={isOver ? '' : undefined}>
        <header className="demo-header">
          <a className="demo-brand" href="#/">
            Oriel
          </a>
          <p className="demo-hint">Drop a Langfuse batch or an OTLP export anywhere on this page</p>
          <input
            ref={picker}
            className="demo-picker"
            type="file"
            multiple
            tabIndex={-1}
            aria-label="Files to open"
            onChange={(event) => takeAll(event.currentTarget.files)}
          />
          <button type="button" className="demo-button" onClick={() => picker.current?.click()}>
            Open files
          </button>
        </header>
        {events && <StoreNotice events={events} traces={client.store.traces} />}
        {traceId === null ? (
          <main className="demo-pane">
            <TraceList onSelect={(id) => goTo({ traceId: id, view: {} })} />
          </main>
        ) : (
          <TracePage key={traceId} traceId={traceId} view={view} />
        )}
        {files.length > 0 && <DroppedFiles files={files} onClear={clear} />}
        {isOver && <div className="demo-drop">Drop to open</div>}
      </div>
    </OrielProvider>
  );
}
