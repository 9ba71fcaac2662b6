'use client';

import { useRef, useState } from 'react';
import { readDashboard, StoreError } from '@oriel/core';
import type { Dashboard, JsonValue, ReadDashboard } from '@oriel/core';
import { isRetryable } from '../queries/read-policy.ts';
import { useDocument } from '../hooks/use-document.ts';
import { useWriteDocument } from '../hooks/use-document-writes.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { DashboardGridView } from './dashboard-grid-view.tsx';
import type { DashboardGridViewProps } from './dashboard-grid-view.tsx';
import { usePresentation } from './presentation.ts';

export interface DashboardGridProps extends Omit<
  DashboardGridViewProps,
  'dashboard' | 'onChange' | 'isEditing' | 'actions'
> {
  /** Name of the document of the kind `dashboard`. */
  name: string;
  /** May be changed. @defaultValue true */
  canEdit?: boolean | undefined;
  /** Reads a file that is imported, for formats of others. @defaultValue `readDashboard`: ours */
  readFile?: ((json: JsonValue) => ReadDashboard) | undefined;
}

/**
 * A dashboard that somebody made, loaded from the provider's documents: every change is its next version.
 *
 * @example
 * <DashboardGrid name="support-team" />
 */
export function DashboardGrid({
  name,
  canEdit = true,
  readFile = readDashboard,
  ...view
}: DashboardGridProps) {
  const { messages } = usePresentation();
  const own = messages.dashboardGrid;
  const { data, error, refetch } = useDocument({ kind: 'dashboard', name });
  const write = useWriteDocument();
  const [isEditing, setEditing] = useState(false);
  const [note, setNote] = useState('');
  /** What was changed and is on its way into the store. */
  const [changed, setChanged] = useState<Dashboard | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const label = { 'aria-label': name };

  if (data === undefined && error) {
    return (
      <Panel {...label} {...panelOf(view)} name="dashboard-grid" state="error">
        <PanelMessage
          kind="error"
          title={own.failed}
          onRetry={isRetryable(error) ? () => void refetch() : undefined}
        >
          {error.message}
        </PanelMessage>
      </Panel>
    );
  }
  if (data === undefined) {
    return (
      <Panel {...label} {...panelOf(view)} name="dashboard-grid" state="loading">
        <SkeletonLines count={8} className="oriel-metric-chart-skeleton-line" label={own.loading} />
      </Panel>
    );
  }
  if (data === null) {
    return (
      <Panel {...label} {...panelOf(view)} name="dashboard-grid" state="empty">
        <PanelMessage kind="empty" title={own.unknown}>
          {own.unknownHint(name)}
        </PanelMessage>
      </Panel>
    );
  }
  const read = readDashboard(data.body);
  const dashboard = changed ?? read.dashboard;
  if (!dashboard) {
    return (
      <Panel {...label} {...panelOf(view)} name="dashboard-grid" state="error">
        <PanelMessage kind="error" title={own.unreadable}>
          {read.problems.join(' ')}
        </PanelMessage>
      </Panel>
    );
  }

  async function save(next: Dashboard) {
    setChanged(next);
    setNote(own.saving);
    try {
      await write.mutateAsync({
        kind: 'dashboard',
        name,
        body: next as unknown as JsonValue,
        expectedVersion: data?.version,
      });
      setNote(own.saved);
      setChanged(null);
    } catch (problem) {
      const isConflict = StoreError.is(problem) && problem.code === 'conflict';
      setNote(isConflict ? own.conflict : own.saveFailed);
      if (isConflict) setChanged(null);
    }
  }

  async function load(file: File) {
    const { dashboard: loaded, problems } = await readJson(file, readFile);
    if (loaded) await save(loaded);
    if (problems.length > 0 || !loaded)
      setNote([loaded ? '' : own.importFailed, ...problems].join(' ').trim());
  }

  return (
    <DashboardGridView
      {...view}
      dashboard={dashboard}
      onChange={(next) => void save(next)}
      isEditing={isEditing}
      actions={
        <>
          <output className="oriel-dashboard-grid-note">{[note, ...read.problems].join(' ')}</output>
          {canEdit && (
            <>
              <input
                ref={input}
                type="file"
                accept=".json,application/json"
                hidden
                onChange={(event) => {
                  const [file] = event.currentTarget.files ?? [];
                  event.currentTarget.value = '';
                  if (file) void load(file);
                }}
              />
              {isEditing && (
                <button type="button" className="oriel-text-button" onClick={() => input.current?.click()}>
                  {own.importJson}
                </button>
              )}
            </>
          )}
          <button type="button" className="oriel-text-button" onClick={() => saveJson(dashboard)}>
            {own.exportJson}
          </button>
          {canEdit && (
            <button
              type="button"
              className="oriel-button"
              aria-pressed={isEditing}
              onClick={() => setEditing(!isEditing)}
            >
              {isEditing ? own.done : own.edit}
            </button>
          )}
        </>
      }
    />
  );
}

async function readJson(file: File, read: (json: JsonValue) => ReadDashboard): Promise<ReadDashboard> {
  try {
    return read(JSON.parse(await file.text()) as JsonValue);
  } catch (error) {
    return { dashboard: null, problems: [(error as Error).message] };
  }
}

function saveJson(dashboard: Dashboard) {
  const url = URL.createObjectURL(
    new Blob([JSON.stringify(dashboard, null, 2)], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = `${dashboard.title || 'dashboard'}.json`;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

type Attributes = Omit<DashboardGridProps, 'name' | 'canEdit' | 'readFile'>;

/** What of the properties belongs on the outermost element. */
function panelOf({
  filter: _filter,
  traces: _traces,
  onFilter: _onFilter,
  onTimeRange: _onTimeRange,
  ...panel
}: Attributes): PanelProps {
  return panel;
}
