import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { DEFAULT_PANEL_FILTERS, readDashboard } from '@oriel/core';
import type { JsonValue, PanelFilters } from '@oriel/core';
import { OrielDashboard, hashHistory } from '@oriel/dashboard';
import { parseLangfuseDashboard } from '@oriel/ingest';
import { connectIngestion } from '@oriel/ingest/worker';
import '@oriel/react/styles.css';
import '@oriel/dashboard/styles.css';

const container = document.getElementById('root');
if (!container) throw new Error('The page has no element with the id "root" to draw in.');

const FILTERS: PanelFilters = { ...DEFAULT_PANEL_FILTERS, time: { preset: '30d' } };
const history = hashHistory();

/** Charts of ours, or of Langfuse. */
function readCharts(json: JsonValue) {
  const own = readDashboard(json);
  return own.dashboard ? own : parseLangfuseDashboard(json);
}

const worker = new Worker(new URL('./store.worker.ts', import.meta.url), {
  type: 'module',
  name: window.location.search,
});
const client = await connectIngestion(worker);

createRoot(container).render(
  <StrictMode>
    <OrielDashboard
      store={client.store}
      history={history}
      defaultFilters={FILTERS}
      timeZone="UTC"
      ingestion={client}
      readCharts={readCharts}
    />
  </StrictMode>,
);
