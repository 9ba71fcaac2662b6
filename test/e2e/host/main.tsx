import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { DEFAULT_PANEL_FILTERS } from '@oriel/core';
import type { PanelFilters } from '@oriel/core';
import { OrielDashboard, hashHistory } from '@oriel/dashboard';
import { connectIngestion } from '@oriel/ingest/worker';
import '@oriel/react/styles.css';
import '@oriel/dashboard/styles.css';

const container = document.getElementById('root');
if (!container) throw new Error('The page has no element with the id "root" to draw in.');

const FILTERS: PanelFilters = { ...DEFAULT_PANEL_FILTERS, time: { preset: '30d' } };
const history = hashHistory();
const worker = new Worker(new URL('./store.worker.ts', import.meta.url), { type: 'module' });
const client = await connectIngestion(worker);

createRoot(container).render(
  <StrictMode>
    <OrielDashboard
      store={client.store}
      history={history}
      defaultFilters={FILTERS}
      timeZone="UTC"
      ingestion={client}
    />
  </StrictMode>,
);
