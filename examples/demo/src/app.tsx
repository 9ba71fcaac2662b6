import { useMemo, useRef } from 'react';
import { DEFAULT_PANEL_FILTERS } from '@oriel/core';
import type { CommentAuthor, PanelFilters } from '@oriel/core';
import { OrielDashboard, hashHistory } from '@oriel/dashboard';
import type { StorageUse } from '@oriel/dashboard';
import type { IngestionClient } from '@oriel/ingest/worker';
import { DroppedFiles } from './dropped-files.tsx';
import { readCharts } from './read-charts.ts';
import type { EventSource } from './store-event-channel.ts';
import { StoreNotice } from './store-notice.tsx';
import { TrafficProgress } from './traffic-progress.tsx';
import { useDroppedFiles } from './use-dropped-files.ts';

/** The month of traffic that the worker makes on the first visit. */
const FILTERS: PanelFilters = { ...DEFAULT_PANEL_FILTERS, time: { preset: '30d' } };

/** Nobody signs in here. */
const AUTHOR: CommentAuthor = { id: 'you', name: 'You' };

/** The dashboard over the page's own store, and a place to drop files. */
export function App({ client, events }: { client: IngestionClient; events?: EventSource | undefined }) {
  const { files, isOver, takeAll, clear } = useDroppedFiles(client);
  const picker = useRef<HTMLInputElement>(null);
  const history = useMemo(() => hashHistory(), []);

  return (
    <div className="demo" data-over={isOver ? '' : undefined}>
      {events && (
        <div>
          <StoreNotice events={events} traces={client.store.traces} />
          <TrafficProgress events={events} />
        </div>
      )}
      <OrielDashboard
        store={client.store}
        history={history}
        defaultFilters={FILTERS}
        author={AUTHOR}
        ingestion={client}
        readCharts={readCharts}
        readStorageUse={readStorageUse}
        actions={
          <>
            <input
              ref={picker}
              className="demo-picker"
              type="file"
              multiple
              tabIndex={-1}
              aria-label="Files to open"
              onChange={(event) => takeAll(event.currentTarget.files)}
            />
            <button type="button" className="oriel-button" onClick={() => picker.current?.click()}>
              Open files
            </button>
          </>
        }
      />
      {files.length > 0 && <DroppedFiles files={files} onClear={clear} />}
      {isOver && <div className="demo-drop">Drop to open</div>}
    </div>
  );
}

async function readStorageUse(): Promise<StorageUse> {
  const { usage = 0, quota = null } = await navigator.storage.estimate();
  return { used: usage, quota };
}
