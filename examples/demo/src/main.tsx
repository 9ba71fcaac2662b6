import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connectIngestion } from '@oriel/ingest/worker';
import { connectCollector } from '@oriel/server/worker';
import '@oriel/react/styles.css';
import '@oriel/dashboard/styles.css';
import { App } from './app.tsx';
import './demo.css';
import { ingestSamples } from './ingest-samples.ts';

const container = document.getElementById('root');
if (!container) throw new Error('The page has no element with the id "root" to draw in.');
const root = createRoot(container);

try {
  const worker = new Worker(new URL('./ingestion.worker.ts', import.meta.url), { type: 'module' });
  const [client, collector] = await Promise.all([connectIngestion(worker), connectCollector(worker)]);
  root.render(
    <StrictMode>
      <App client={client} events={worker} fetch={collector.fetch} />
    </StrictMode>,
  );
  await ingestSamples(client);
} catch (error) {
  root.render(
    <p role="alert">{`Oriel could not start: ${error instanceof Error ? error.message : String(error)}`}</p>,
  );
}
