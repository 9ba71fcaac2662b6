import { useMemo, useRef } from 'react';
import { DEFAULT_PANEL_FILTERS } from '@oriel/core';
import type { CommentAuthor, PanelFilters } from '@oriel/core';
import { OrielDashboard, en as dashboardEn, hashHistory, zhCN as dashboardZhCN } from '@oriel/dashboard';
import type { StorageUse } from '@oriel/dashboard';
import type { IngestionClient } from '@oriel/ingest/worker';
import type { Fetch } from '@oriel/server/worker';
import { AgentNotice } from './agent-notice.tsx';
import { en, zhCN } from './demo-texts.ts';
import { DroppedFiles } from './dropped-files.tsx';
import { readCharts } from './read-charts.ts';
import type { EventSource } from './store-event-channel.ts';
import { StoreNotice } from './store-notice.tsx';
import { TrafficProgress } from './traffic-progress.tsx';
import { useAgentRun } from './use-agent-run.ts';
import { useDroppedFiles } from './use-dropped-files.ts';

/** The month of traffic that the worker makes on the first visit. */
const FILTERS: PanelFilters = { ...DEFAULT_PANEL_FILTERS, time: { preset: '30d' } };

/** Nobody signs in here. */
const AUTHOR: CommentAuthor = { id: 'you', name: 'You' };

export interface AppProps {
  client: IngestionClient;
  /** Where the worker tells what happens to the store. */
  events?: EventSource | undefined;
  /** Reaches the worker's collector; without it, no agent can run in the page. */
  fetch?: Fetch | undefined;
  /** Chinese or, for every other language, English. @defaultValue the browser's */
  language?: string | undefined;
}

/** The dashboard over the page's own store, a place to drop files, and an agent that traces itself. */
export function App({ client, events, fetch, language = navigator.language }: AppProps) {
  const isChinese = language.startsWith('zh');
  const texts = isChinese ? zhCN : en;
  const { files, isOver, takeAll, clear } = useDroppedFiles(client);
  const picker = useRef<HTMLInputElement>(null);
  const history = useMemo(() => hashHistory(), []);
  const agent = useAgentRun({
    traces: client.store.traces,
    fetch,
    question: texts.question,
    onOpen: (traceId) => history.follow(history.href(`/traces/${traceId}`)),
  });

  return (
    <div className="demo" data-over={isOver ? '' : undefined}>
      {events && (
        <div>
          <StoreNotice events={events} traces={client.store.traces} />
          <TrafficProgress events={events} texts={texts} />
        </div>
      )}
      {agent.state && (
        <AgentNotice state={agent.state} texts={texts} onStop={agent.stop} onDismiss={agent.dismiss} />
      )}
      <OrielDashboard
        messages={isChinese ? dashboardZhCN : dashboardEn}
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
            {fetch && (
              <button
                type="button"
                className="oriel-button"
                // Not `disabled`, which would take the focus away from who has just pressed it.
                aria-disabled={agent.state?.status === 'running'}
                onClick={() => void agent.start()}
              >
                {texts.runAgent}
              </button>
            )}
            <button type="button" className="oriel-button" onClick={() => picker.current?.click()}>
              {texts.openFiles}
            </button>
          </>
        }
      />
      {files.length > 0 && <DroppedFiles files={files} onClear={clear} />}
      {isOver && <div className="demo-drop">{texts.dropToOpen}</div>}
    </div>
  );
}

async function readStorageUse(): Promise<StorageUse> {
  const { usage = 0, quota = null } = await navigator.storage.estimate();
  return { used: usage, quota };
}
