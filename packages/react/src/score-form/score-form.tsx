'use client';

import { useMemo } from 'react';
import { readScoreConfig } from '@oriel/core';
import type { Filter, Judge, ScoreConfig } from '@oriel/core';
import { isRetryable } from '../queries/read-policy.ts';
import { useDocuments } from '../hooks/use-documents.ts';
import { useScoreList } from '../hooks/use-score-list.ts';
import { useWritePatches } from '../hooks/use-write-patches.ts';
import { usePresentation } from './presentation.ts';
import { useStoreContext } from '../provider/store-context.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { ScoreFormView } from './score-form-view.tsx';

export interface ScoreFormProps extends PanelProps, Judge {
  /** Names of the configs to offer. Keep the list stable. @defaultValue all that are not archived */
  names?: readonly string[] | undefined;
}

/**
 * A form to judge a trace, an observation or a session by, made of the store's score configs. It begins with what the
 * same author said before, and saves what changed as ANNOTATION scores.
 *
 * @example
 * <ScoreForm traceId="order-4711" author={currentUser.id} />
 */
export function ScoreForm({
  names,
  traceId = null,
  observationId = null,
  sessionId = null,
  author,
  ...panel
}: ScoreFormProps) {
  const { scoreForm: texts } = usePresentation().messages;
  const { store } = useStoreContext();
  const documents = useDocuments('score-config');
  const scores = useScoreList({ filter: judgementsOf(traceId, observationId, sessionId) });
  const write = useWritePatches();
  const configs = useMemo(
    () => documents.data?.flatMap(({ body }) => offered(readScoreConfig(body).config, names)),
    [documents.data, names],
  );
  const given = useMemo(() => scores.data?.pages.flatMap(({ items }) => items), [scores.data]);
  const error = documents.error ?? scores.error;
  const attributes = { 'aria-label': texts.title, ...panel };

  const { writable, writesScores = writable } = store.traces.capabilities;
  if (!writesScores) {
    return (
      <Panel {...attributes} name="score-form" state="empty">
        <PanelMessage kind="empty" title={texts.title}>
          {texts.readOnly}
        </PanelMessage>
      </Panel>
    );
  }
  if (configs && given) {
    return (
      <ScoreFormView
        {...attributes}
        // Another thing is judged afresh.
        key={JSON.stringify([traceId, observationId, sessionId, author])}
        configs={configs}
        scores={given}
        traceId={traceId}
        observationId={observationId}
        sessionId={sessionId}
        author={author}
        onSave={(patches) => write.mutateAsync(patches)}
      />
    );
  }
  if (error) {
    return (
      <Panel {...attributes} name="score-form" state="error">
        <PanelMessage
          kind="error"
          title={texts.failed}
          onRetry={
            isRetryable(error) ? () => void Promise.all([documents.refetch(), scores.refetch()]) : undefined
          }
        >
          {error.message}
        </PanelMessage>
      </Panel>
    );
  }
  return (
    <Panel {...attributes} name="score-form" state="loading">
      <SkeletonLines count={4} className="oriel-detail-skeleton-line" label={texts.loading} />
    </Panel>
  );
}

function offered(config: ScoreConfig | null, names: readonly string[] | undefined): ScoreConfig[] {
  if (config === null || config.isArchived) return [];
  return names === undefined || names.includes(config.name) ? [config] : [];
}

/** Annotations of the thing itself: not of what is in it. */
function judgementsOf(
  traceId: string | null,
  observationId: string | null,
  sessionId: string | null,
): Filter {
  const is = (field: string, value: string | null): Filter =>
    value === null ? { field, op: 'is-null' } : { field, op: '=', value };
  return {
    and: [
      is('traceId', traceId),
      is('observationId', observationId),
      is('sessionId', sessionId),
      { field: 'source', op: '=', value: 'ANNOTATION' },
    ],
  };
}
